"""A journal as it was on the evening of a day: what came later doesn't count."""

from dataclasses import replace
from datetime import date

from planner.journal import Journal


def until(journal: Journal, last: date) -> Journal:
    """Without the entries of later days."""
    return replace(
        journal,
        pains=tuple(one for one in journal.pains if one.at.date() <= last),
        sleeps=tuple(one for one in journal.sleeps if one.night_of <= last),
        drinks=tuple(one for one in journal.drinks if one.at.date() <= last),
        runs=tuple(one for one in journal.runs if one.at.date() <= last),
        walks=tuple(one for one in journal.walks if one.at.date() <= last),
        check_ins=tuple(one for one in journal.check_ins if one.at.date() <= last),
        tests=tuple(one for one in journal.tests if one.at.date() <= last),
        screens=tuple(one for one in journal.screens if one.at.date() <= last),
        pauses=tuple(one for one in journal.pauses if one.start <= last),
        dones=tuple(one for one in journal.dones if one.at.date() <= last),
        clearances=tuple(one for one in journal.clearances if one.at is None or one.at.date() <= last),
    )
