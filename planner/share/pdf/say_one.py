"""Page one in words, in the order in which a physio reads it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.assess import Place
from planner.share.pdf.asked import NO, YES, Asked
from planner.share.pdf.onset import Onset, Shift
from planner.share.pdf.say_care import health, limits
from planner.share.pdf.sessions import LAST, Session, Week
from planner.share.pdf.shapes import Blanks, Line, Picture, Section, Table
from planner.share.pdf.speech import UNKNOWN, capital, day, day_of, number, place_name, short, span
from planner.share.pdf.speech import days as days_said
from planner.share.pdf.story import Hurt, Story
from planner.words import Voice
from planner.words.documents import FlagDoc
from planner.words.limits import named

MOST_FLAGS, MOST_PLACES = 4, 7
BLANK_QUESTIONS = 2


def page_one(told: Story) -> tuple[Section, ...]:
    """All sections that were not left out."""
    choice = told.choice
    found = [
        _who(told),
        _safety(told),
        _onset(told),
        _body(told),
        _chart(told),
        _sessions(told) if choice.has("sessions") else None,
        _load(told) if choice.has("load") else None,
        health(told) if choice.has("health") else None,
        limits(told) if choice.has("limits") else None,
        _questions(told),
        _boxes(told.voice) if choice.has("form") else None,
    ]
    return tuple(section for section in found if section is not None)


def _who(told: Story) -> Section:
    voice, choice, profile = told.voice, told.choice, told.profile
    facts: list[str] = []
    if choice.has("person"):
        if profile.get("sex"):
            facts.append(capital(voice.say(f"sex.{profile['sex']}")))
        if told.age is not None:
            facts.append(voice.say("pdf.who.age", n=told.age, year=str(profile["birth_year"])))
        if profile.get("height_cm"):
            facts.append(voice.measure(float(profile["height_cm"]), "cm"))
        if profile.get("mass_kg"):
            facts.append(voice.say("pdf.who.mass", kg=number(float(profile["mass_kg"]), voice)))
    about = [
        span(choice.first, choice.last, voice),
        voice.say("pdf.answered", n=choice.days, answered=told.timeline.answered),
        voice.say("pdf.painkiller", n=choice.days, taken=told.timeline.masked),
        voice.say("pdf.rules", version=told.rules_version),
        voice.say("pdf.made", today=day(told.today, voice)),
    ]
    name = Line(" · ".join([choice.name, *facts]), strong=True) if choice.name else None
    who = [name] if name else [Blanks((voice.say("pdf.who.name"), " · ".join(facts)), (0.35, 0.0))]
    return Section("who", "", [*who, Line(" · ".join(about))])


def _safety(told: Story) -> Section:
    voice = told.voice
    rows = tuple((voice.say(f"screen.{one.question}"), *_answer(one, voice)) for one in told.asked)
    strong = frozenset(n for n, one in enumerate(told.asked) if one.answer == YES)
    columns = tuple(voice.say(f"pdf.safety.{column}") for column in ("question", "answer", "date"))
    table = Table(voice.say("pdf.safety"), columns, (0.64, 0.22, 0.14), rows, strong)
    return Section("safety", voice.say("pdf.safety"), [table, *_flags(told.flags, voice), _cleared(told)])


def _answer(one: Asked, voice: Voice) -> tuple[str, str]:
    on = day(one.on, voice) if one.on else UNKNOWN
    if one.answer == YES:
        signs = voice.listed([voice.say(f"sign.{sign}") for sign in one.signs])
        return voice.say("pdf.answer.yes", signs=signs), on
    if one.answer == NO and one.earlier:
        return voice.say("pdf.answer.no_since", day=day(one.earlier, voice)), on
    return voice.say(f"pdf.answer.{one.answer}"), on


def _flags(flags: tuple[FlagDoc, ...], voice: Voice) -> list[Line]:
    if not flags:
        return [Line(voice.say("pdf.flags.none"))]
    lines = [
        Line(
            voice.say("pdf.flag", title=flag["title"], since=day_of(flag["since"], voice), advice=flag["advice"]),
            strong=True,
        )
        for flag in flags[:MOST_FLAGS]
    ]
    left = len(flags) - MOST_FLAGS
    return [*lines, Line(voice.say("pdf.more", n=left))] if left > 0 else lines


def _cleared(told: Story) -> Line:
    voice = told.voice
    latest = sorted(told.clearances, key=lambda entry: str(entry.get("at") or entry.get("on") or ""))[-MOST_FLAGS:]
    said: list[str] = []
    for entry in latest:
        who = voice.say(f"see.{entry['by']}") if entry.get("by") else voice.say("pdf.nobody")
        what = voice.listed([named("flag", flag, voice) for flag in entry.get("clears") or ()]) or UNKNOWN
        key = f"pdf.cleared.{entry.get('outcome') or 'may_start'}"
        when = day_of(entry.get("at") or entry.get("on"), voice)
        said.append(voice.say(key, who=who, day=when, what=what, where=_where(entry, voice)))
    return Line(" · ".join(said) if said else voice.say("pdf.cleared.none"))


def _where(entry: Mapping[str, Any], voice: Voice) -> str:
    if not entry.get("site"):
        return voice.say("pdf.anywhere")
    return place_name(Place(entry["site"], entry.get("side") or "both"), voice)


def _onset(told: Story) -> Section:
    voice, one = told.voice, told.onset
    text = voice.say("pdf.onset.none") if one is None else _since(one, voice)
    return Section("onset", voice.say("pdf.onset"), [Line(text, strong=one is not None)])


def _since(one: Onset, voice: Voice) -> str:
    since = voice.say(
        "pdf.onset.since", place=capital(place_name(one.place, voice)), since=day(one.since, voice), score=one.score
    )
    if not one.shifts:
        return f"{since} {voice.say('pdf.shift.none', n=one.looked_days)}"
    changes = [_shift(shift, voice) for shift in one.shifts]
    return f"{since} {voice.say('pdf.shift', changes='; '.join(changes))}"


def _shift(one: Shift, voice: Voice) -> str:
    when = voice.say("pdf.when", n=one.days_before) if one.days_before else voice.say("pdf.when.same_day")
    if one.what == "longest_km" and isinstance(one.was, float) and isinstance(one.became, float):
        return voice.say("pdf.shift.longest_km", was_km=one.was, became_km=one.became, when=when)
    if one.what == "surface":
        return voice.say("pdf.shift.surface", what=named("surface", one.became, voice), when=when)
    if one.what == "shoe":
        return voice.say("pdf.shift.shoe", what=one.became, when=when)
    return voice.say("pdf.shift.longest_min", was=one.was, became=one.became, when=when)


def _body(told: Story) -> Section:
    voice = told.voice
    legend = tuple(_hurt(n, one, voice) for n, one in enumerate(told.hurts[:MOST_PLACES], 1))
    left = len(told.hurts) - MOST_PLACES
    legend += (voice.say("pdf.more", n=left),) if left > 0 else ()
    if not legend:
        return Section(
            "body", voice.say("pdf.body"), [Picture("body", voice.say("pdf.body.none"), (voice.say("pdf.body.none"),))]
        )
    told_ = voice.say("pdf.body.told", places="; ".join(place_name(one.place, voice) for one in told.hurts))
    return Section("body", voice.say("pdf.body"), [Picture("body", told_, legend)])


def _hurt(number_: int, one: Hurt, voice: Voice) -> str:
    key = "pdf.hurt" if one.scores else "pdf.hurt.signs_only"
    text = voice.say(key, number=number_, place=place_name(one.place, voice), worst=one.worst, n=one.scores)
    if not one.signs:
        return text
    return voice.say("pdf.hurt.with_signs", text=text, signs=voice.listed([voice.say(f"sign.{s}") for s in one.signs]))


def _chart(told: Story) -> Section:
    voice, line = told.voice, told.timeline
    during = max((bar.during for bar in line.bars if bar.during is not None), default=None)
    morning = max((bar.morning for bar in line.bars if bar.morning is not None), default=None)
    text = voice.say(
        f"pdf.chart.told.{line.step}",
        span=span(line.bars[0].first, line.bars[-1].last, voice),
        ran=sum(bar.minutes > 0 for bar in line.bars),
        n=len(line.bars),
        most=number(max(bar.minutes for bar in line.bars), voice),
        during=number(during, voice),
        morning=number(morning, voice),
    )
    if told.choice.has("data"):
        text = voice.say("pdf.chart.numbers", told=text)
    notes = (voice.say(f"pdf.chart.by.{line.step}"), voice.say("pdf.chart.gaps"))
    return Section("chart", voice.say("pdf.chart"), [Picture("chart", text, notes)])


def _sessions(told: Story) -> Section:
    voice = told.voice
    title = voice.say("pdf.sessions", n=len(told.sessions) or LAST)
    if not told.sessions:
        return Section("sessions", title, [Line(voice.say("pdf.sessions.none"))])
    names = ("day", "kind", "minutes", "stage", "during", "after", "morning", "light", "masked")
    columns = tuple(voice.say(f"pdf.sessions.{name}") for name in names)
    shares = (0.15, 0.1, 0.17, 0.08, 0.1, 0.11, 0.11, 0.09, 0.09)
    rows = tuple(_session(one, voice) for one in told.sessions)
    return Section("sessions", title, [Table(title, columns, shares, rows), Line(voice.say("pdf.sessions.key"))])


def _session(one: Session, voice: Voice) -> tuple[str, ...]:
    when = short(one.day, voice)
    return (
        f"{when} *" if one.edited else when,
        voice.say(f"kind.{one.kind}"),
        f"{number(one.planned_min, voice)} / {number(one.done_min, voice)}",
        one.stage or UNKNOWN,
        number(one.during, voice),
        number(one.after, voice),
        number(one.morning, voice),
        voice.say(f"light.{one.light}") if one.light else UNKNOWN,
        voice.say("pdf.yes" if one.masked else "pdf.no"),
    )


def _load(told: Story) -> Section:
    voice, profile = told.voice, told.profile
    title = voice.say("pdf.load")
    columns = tuple(voice.say(f"pdf.load.{name}") for name in ("week", "runs", "distance", "minutes", "longest"))
    rows = tuple(_week(one, voice) for one in told.weeks)
    said: list[str] = []
    usual = profile.get("usual_week_km")
    said.append(
        voice.say("pdf.load.usual", usual_km=float(usual)) if usual is not None else voice.say("pdf.load.no_usual")
    )
    goal = profile.get("goal") or {}
    if goal.get("distance_km") and goal.get("by"):
        said.append(voice.say("pdf.load.goal_by", goal_km=float(goal["distance_km"]), by=day_of(goal["by"], voice)))
    elif goal.get("distance_km"):
        said.append(voice.say("pdf.load.goal", goal_km=float(goal["distance_km"])))
    else:
        said.append(voice.say("pdf.load.no_goal"))
    estimated = sum(one.estimated for one in told.weeks)
    if estimated:
        said.append(voice.say("pdf.load.estimated", n=estimated))
    return Section("load", title, [Table(title, columns, (0.36, 0.13, 0.17, 0.14, 0.2), rows), Line(" ".join(said))])


def _week(one: Week, voice: Voice) -> tuple[str, ...]:
    return (
        voice.say("pdf.span", first=short(one.first, voice), last=short(one.last, voice)),
        number(one.runs, voice),
        voice.measure(one.km, "km"),
        number(one.minutes, voice),
        voice.measure(one.longest_km, "km"),
    )


def _questions(told: Story) -> Section:
    voice = told.voice
    asked: list[Line | Blanks] = [Line(f"{n}. {text}") for n, text in enumerate(told.choice.questions, 1)]
    if not asked:
        asked = [Blanks((f"{n}.",), (1.0,)) for n in range(1, BLANK_QUESTIONS + 1)]
    if told.choice.has("plan"):
        asked.append(Line(voice.say("pdf.next", what=_next_week(told))))
    return Section("questions", voice.say("pdf.questions"), asked)


def _next_week(told: Story) -> str:
    """The sessions of the seven days from tomorrow on, shortly."""
    voice = told.voice
    days = [one for plan in (told.plan, told.next_plan) for one in plan["days"] if one["date"] > told.today.isoformat()]
    found: dict[str, list[date]] = {}
    for one in days[:7]:
        for item in one["items"]:
            if item["kind"] in {"run", "walk", "see_clinician"}:
                found.setdefault(item["title"], []).append(date.fromisoformat(one["date"]))
    said = [voice.say("pdf.next.what", what=what, days=days_said(on, voice)) for what, on in found.items()]
    return "; ".join(said) or voice.say("pdf.next.none")


def _boxes(voice: Voice) -> Section:
    return Section(
        "boxes",
        voice.say("pdf.boxes"),
        [
            Blanks(
                (voice.say("pdf.boxes.cleared"), voice.say("pdf.boxes.side"), voice.say("pdf.boxes.outcome")),
                (0.4, 0.0, 0.0),
            ),
            Blanks(
                (voice.say("pdf.boxes.stage"), voice.say("pdf.boxes.minutes"), voice.say("pdf.boxes.hold")),
                (0.25, 0.35, 0.4),
            ),
            Blanks((voice.say("pdf.boxes.name"), voice.say("pdf.boxes.date")), (0.65, 0.35)),
        ],
    )
