"""Page two in words: the plan with its reasons and sources, the ladder, and a form to answer with."""

from collections.abc import Sequence
from datetime import date

from planner.protocols import protocols
from planner.share.pdf.shapes import Blanks, Line, Section, Table
from planner.share.pdf.speech import UNKNOWN
from planner.share.pdf.speech import days as days_said
from planner.share.pdf.story import Story
from planner.words import Voice
from planner.words.documents import DayDoc, ItemDoc, ReasonDoc

SESSIONS = frozenset({"see_clinician", "run", "walk", "rest", "strength", "cross_training"})
CARE = ("mobility", "contrast_shower", "leg_elevation", "warm_bath", "cold_pack", "massage", "compression")
MOST_ROWS = 16
NOTE_LINES = 2


def page_two(told: Story) -> tuple[Section, ...]:
    """All sections that were not left out."""
    found = [
        *(_plan(told) if told.choice.has("plan") else ()),
        *((_reply(told.voice),) if told.choice.has("form") else ()),
    ]
    return tuple(found)


def _plan(told: Story) -> list[Section]:
    voice, used = told.voice, dict[str, None]()
    days = [one for plan in (told.plan, told.next_plan) for one in plan["days"] if not one.get("past")][:7]
    rows = _rows(days, told, used)
    title = voice.say("pdf.plan")
    columns = tuple(voice.say(f"pdf.plan.{name}") for name in ("day", "what", "why", "source"))
    table = Table(title, columns, (0.16, 0.22, 0.41, 0.21), tuple(rows[:MOST_ROWS]))
    more = [Line(voice.say("pdf.plan.more", n=len(rows) - MOST_ROWS))] if len(rows) > MOST_ROWS else []
    care = _care(days, voice, used)
    content = [table, *more, *([care] if care else []), Line(_standing(told))]
    return [Section("plan", title, content), *_ladder(told), _sources(list(used), voice)]


def _rows(days: Sequence[DayDoc], told: Story, used: dict[str, None]) -> list[tuple[str, ...]]:
    """What is the same on several days, for the same reason, is told once."""
    found: dict[tuple[str, ...], dict[date, None]] = {}
    for one in days:
        for item in one["items"]:
            if item["kind"] in SESSIONS:
                found.setdefault(_row(item, told, used), {})[date.fromisoformat(one["date"])] = None
    return [(days_said(list(on), told.voice), *row) for row, on in found.items()]


def _row(item: ItemDoc, told: Story, used: dict[str, None]) -> tuple[str, ...]:
    voice, reasons = told.voice, item["reasons"][:2] if told.choice.has_reasons else []
    why = " ".join(reason["text"] for reason in reasons) or UNKNOWN
    return item["title"], why, _named_sources(reasons, voice, used)


def _named_sources(reasons: Sequence[ReasonDoc], voice: Voice, used: dict[str, None]) -> str:
    """The ids of the sources with how strong each is; a rule of our own says that it was never published."""
    said: list[str] = []
    for reason in reasons:
        used[reason["source"]] = None
        own = protocols().sources[reason["source"]].read == "project"
        key = "pdf.source.own" if own else "pdf.source"
        strength = voice.say(f"strength_of.{reason['strength']}")
        said.append(voice.say(key, source=_letter(reason["source"], used), strength=strength))
    return "; ".join(dict.fromkeys(said)) or UNKNOWN


def _letter(source: str, used: dict[str, None]) -> str:
    return f"[{list(used).index(source) + 1}]"


def _care(days: Sequence[DayDoc], voice: Voice, used: dict[str, None]) -> Line | None:
    """What comes besides the sessions, by how often."""
    items = [item for one in days for item in one["items"] if item["kind"] in CARE]
    said: list[str] = []
    for kind in CARE:
        here = [item for item in items if item["kind"] == kind]
        if here:
            source = _named_sources(here[0]["reasons"][:1], voice, used)
            said.append(voice.say("pdf.plan.times", n=len(here), what=voice.say(f"kind.{kind}"), source=source))
    return Line(voice.say("pdf.plan.besides", what="; ".join(said))) if said else None


def _standing(told: Story) -> str:
    voice, now = told.voice, told.plan["assessment"]
    needs = [str(one) for one in now["next"].get("needs", ())]
    return voice.say(
        "pdf.standing",
        phase=voice.say(f"phase.{now['phase']}"),
        light=voice.say(f"light.{now['light']}"),
        needs=" ".join(needs) or UNKNOWN,
    )


def _ladder(told: Story) -> list[Section]:
    voice, steps = told.voice, told.way["steps"]
    if not steps:
        return []
    title = voice.say("pdf.ladder")
    columns = tuple(voice.say(f"pdf.ladder.{name}") for name in ("stage", "session", "state", "weeks"))
    rows = tuple(
        (
            step["stage"],
            step["title"],
            voice.say(f"pdf.ladder.{step['state']}"),
            voice.say("pdf.ladder.from", n=step["weeks"]) if step["weeks"] else UNKNOWN,
        )
        for step in steps
    )
    strong = frozenset(n for n, step in enumerate(steps) if step["state"] == "here")
    return [Section("ladder", title, [Table(title, columns, (0.1, 0.5, 0.2, 0.2), rows, strong)])]


def _sources(used: Sequence[str], voice: Voice) -> Section:
    listed = [
        voice.say(
            "pdf.sources.own" if protocols().sources[one].read == "project" else "pdf.sources.one",
            number=n,
            title=protocols().sources[one].title,
            where=protocols().sources[one].where,
        )
        for n, one in enumerate(used, 1)
    ]
    return Section("sources", voice.say("pdf.sources"), [Line("  ".join(listed) or UNKNOWN)])


def _reply(voice: Voice) -> Section:
    def row(*labels: str, shares: tuple[float, ...]) -> Blanks:
        return Blanks(tuple(voice.say(f"pdf.reply.{label}") for label in labels), shares)

    return Section(
        "reply",
        voice.say("pdf.reply"),
        [
            Line(voice.say("pdf.reply.how")),
            row("max_run_min", "max_pain", "no_hills", shares=(0.4, 0.4, 0.0)),
            row("days_off", shares=(1.0,)),
            row("stage", "until", shares=(0.5, 0.5)),
            row("exercises", shares=(1.0,)),
            row("clears", "outcome", shares=(0.5, 0.0)),
            row("notes", shares=(1.0,)),
            *(Blanks(("",), (1.0,)) for _ in range(NOTE_LINES - 1)),
            row("name", "role", "date", shares=(0.45, 0.3, 0.25)),
        ],
    )
