"""The whole report in the runner's language."""

from planner.share.pdf.say_one import page_one
from planner.share.pdf.say_raw import raw_days
from planner.share.pdf.say_two import page_two
from planner.share.pdf.shapes import Sheet
from planner.share.pdf.speech import day, span
from planner.share.pdf.story import Story


def sheet(told: Story) -> Sheet:
    """The story in words."""
    voice, choice = told.voice, told.choice
    return Sheet(
        title=voice.say("pdf.title", span=span(choice.first, choice.last, voice)),
        heading=voice.say("pdf.heading"),
        footer=voice.say("pdf.footer", version=told.rules_version, today=day(told.today, voice)),
        one=page_one(told),
        two=page_two(told),
        raw=raw_days(told) if choice.appendix else (),
    )
