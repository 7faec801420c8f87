"""`planner log …`: one command a kind of entry, one option a field of the contract. What is sound the journal decides."""

from datetime import datetime
from typing import Annotated

import typer

from planner.cli.context import Today, open_desk
from planner.cli.typed import Measured, moment, number, option, quantity

When = Annotated[
    str | None, option("--when", "TEXT", '"today 07:30", "yesterday 7am", "2026-11-20 08:00"; now if left out.')
]
Note = Annotated[str | None, option("--note", "TEXT", "In your own words.")]
PainDuring = Annotated[float | None, option("--pain", "0..10", "Worst pain during it.", "--pain-during", parser=number)]
Pain1h = Annotated[float | None, option("--pain-1h", "0..10", "Pain an hour later.", parser=number)]
Site = Annotated[str | None, option("--site", "SITE", "Where: shin_inner, calf, knee_front, heel_sole …")]
Side = Annotated[str | None, option("--side", "SIDE", "left, right or both.")]
Course = Annotated[str | None, option("--course", "COURSE", "eases, steady or rises.")]
Signs = Annotated[list[str] | None, option("--sign", "SIGN", "Swelling, limp, numbness …; again for each.", "--signs")]
Item = Annotated[str | None, option("--item", "ID", "The item of the plan that this was.")]
Limp = Annotated[bool | None, typer.Option("--limp/--no-limp", help="Whether you limped.")]
Painkiller = Annotated[
    bool | None, typer.Option("--painkiller/--no-painkiller", help="Whether you took one in the 24 hours before.")
]
Distance = Annotated[
    float | None, option("--distance", "KM", 'How far; "5mi" for miles.', "--distance-km", parser=quantity("km"))
]
Duration = Annotated[float | None, option("--duration", "MIN", "How long.", "--duration-min", parser=number)]

commands = typer.Typer(
    help="Log pain, sleep, a drink, a run and more; prints the id of the new entry.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="log")


def record(ctx: typer.Context, kind: str, when: str | None, today: datetime | None, **fields: object) -> None:
    """One entry of the fields that were given, on disk before its id is printed."""
    entry: dict[str, object] = {"kind": kind}
    entry |= {name.rstrip("_"): value for name, value in fields.items() if value is not None}
    if kind != "pause" and (when or today):
        entry["at"] = moment(when or "now", today)
    desk = open_desk(ctx, today)
    typer.echo(desk.answer(entry) if kind == "done" else desk.log(entry))


@commands.command(cls=Measured)
def pain(
    ctx: typer.Context,
    score: Annotated[
        float, typer.Argument(metavar="SCORE", parser=number, help="0 for none, 10 for the worst there is.")
    ],
    site: Site = None,
    side: Side = None,
    during: Annotated[str | None, option("--during", "WHEN", "rest, night, walking, run, next_morning …")] = None,
    course: Course = None,
    signs: Signs = None,
    painkiller_24h: Painkiller = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """Pain, or a sign without pain (score 0)."""
    fields = {"score": score, "site": site, "side": side, "during": during, "course": course, "signs": signs}
    record(ctx, "pain", when, today, **fields, painkiller_24h=painkiller_24h, note=note)


@commands.command(cls=Measured)
def sleep(
    ctx: typer.Context,
    asleep_h: Annotated[float | None, typer.Argument(metavar="HOURS", parser=number, help="Hours asleep.")] = None,
    bed: Annotated[str | None, option("--bed", "HH:MM", "Instead of hours: when you fell asleep …")] = None,
    wake: Annotated[str | None, option("--wake", "HH:MM", "… and when you woke.")] = None,
    night_of: Annotated[
        str | None, option("--night", "DATE", "The evening it began; last night if left out.", "--night-of")
    ] = None,
    quality: Annotated[float | None, option("--quality", "1..5", "5 for the best.", parser=number)] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """A night's sleep."""
    if asleep_h is None and (bed is None or wake is None):
        raise typer.BadParameter("Say how many HOURS, or give both --bed and --wake.")
    fields = {"asleep_h": asleep_h, "bed": bed, "wake": wake, "night_of": night_of, "quality": quality}
    record(ctx, "sleep", when, today, **fields, note=note)


@commands.command(cls=Measured)
def drink(
    ctx: typer.Context,
    volume_ml: Annotated[
        float, typer.Argument(metavar="ML", parser=quantity("ml"), help='How much; "16floz" for ounces.')
    ],
    what: Annotated[str | None, option("--what", "TEXT", "water if left out.")] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """Something you drank."""
    record(ctx, "drink", when, today, volume_ml=volume_ml, what=what, note=note)


@commands.command(cls=Measured)
def run(
    ctx: typer.Context,
    distance_km: Distance = None,
    duration_min: Duration = None,
    run_min: Annotated[float | None, option("--run-min", "MIN", "Minutes of running in it.", parser=number)] = None,
    item: Item = None,
    stage: Annotated[str | None, option("--stage", "STAGE", "The stage of the ladder.")] = None,
    rpe: Annotated[float | None, option("--rpe", "0..10", "How hard it felt.", parser=number)] = None,
    surface: Annotated[str | None, option("--surface", "TEXT", "trail, asphalt …")] = None,
    shoe: Annotated[str | None, option("--shoe", "NAME", "Which shoe.")] = None,
    site: Site = None,
    side: Side = None,
    pain_during: PainDuring = None,
    course: Course = None,
    pain_1h: Pain1h = None,
    limp: Limp = None,
    painkiller_24h: Painkiller = None,
    warm_up: Annotated[bool | None, typer.Option("--warm-up/--no-warm-up", help="Whether you warmed up.")] = None,
    cool_down: Annotated[
        bool | None, typer.Option("--cool-down/--no-cool-down", help="Whether you cooled down.")
    ] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """A run, and how it felt; distance or duration may be left out."""
    how = {"distance_km": distance_km, "duration_min": duration_min, "run_min": run_min, "item": item, "stage": stage}
    felt = {"site": site, "side": side, "pain_during": pain_during, "course": course, "pain_1h": pain_1h, "limp": limp}
    rest = {"rpe": rpe, "surface": surface, "shoe": shoe, "warm_up": warm_up, "cool_down": cool_down, "note": note}
    record(ctx, "run", when, today, **how, **felt, **rest, painkiller_24h=painkiller_24h)


@commands.command(cls=Measured)
def walk(
    ctx: typer.Context,
    duration_min: Duration = None,
    distance_km: Distance = None,
    item: Item = None,
    site: Site = None,
    side: Side = None,
    pain_during: PainDuring = None,
    pain_1h: Pain1h = None,
    limp: Limp = None,
    painkiller_24h: Painkiller = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """A walk, and how it felt."""
    felt = {"site": site, "side": side, "pain_during": pain_during, "pain_1h": pain_1h, "limp": limp}
    how = {"duration_min": duration_min, "distance_km": distance_km, "item": item, "note": note}
    record(ctx, "walk", when, today, **how, **felt, painkiller_24h=painkiller_24h)


@commands.command(name="check-in", cls=Measured)
def check_in(
    ctx: typer.Context,
    about: Annotated[str | None, option("--about", "ID", "The run or walk; the latest if left out.")] = None,
    pain_1h: Pain1h = None,
    pain_morning: Annotated[
        float | None, option("--pain-morning", "0..10", "Worst pain the morning after.", parser=number)
    ] = None,
    limp: Limp = None,
    painkiller_24h: Painkiller = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """How it felt after a run or walk."""
    fields = {"about": about, "pain_1h": pain_1h, "pain_morning": pain_morning, "limp": limp, "note": note}
    record(ctx, "check_in", when, today, **fields, painkiller_24h=painkiller_24h)


@commands.command(cls=Measured)
def test(
    ctx: typer.Context,
    test: Annotated[str, option("--test", "TEST", "heel_raise, hop, brisk_walk, bone_press or step_down.")],
    side: Side = None,
    reps: Annotated[float | None, option("--reps", "N", "How many you could do.", parser=number)] = None,
    pain: Annotated[float | None, option("--pain", "0..10", "Worst pain in it.", parser=number)] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """A self-test."""
    record(ctx, "test", when, today, test=test, side=side, reps=reps, pain=pain, note=note)


@commands.command()
def screen(
    ctx: typer.Context,
    signs: Signs = None,
    on: Annotated[str | None, option("--on", "DATE", "The day; today if left out.")] = None,
    site: Site = None,
    side: Side = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """The safety questions, and the signs that you answered with yes."""
    # The list stands even when it is empty: asked, and nothing found.
    record(ctx, "screen", when, today, signs=signs or [], on=on, site=site, side=side, note=note)


@commands.command()
def pause(
    ctx: typer.Context,
    from_: Annotated[str | None, option("--from", "DATE", "First day; today if left out.")] = None,
    to: Annotated[str | None, option("--to", "DATE", "Last day; open if left out.")] = None,
    why: Annotated[str | None, option("--why", "WHY", "holiday, illness, injury or other.")] = None,
    when: Annotated[str | None, option("--when", "TEXT", "The first day in words.")] = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """Days without plan and reminders."""
    begins = moment(when, today)[:10] if when and not from_ else from_
    record(ctx, "pause", None, today, from_=begins, to=to, why=why, note=note)


@commands.command(cls=Measured)
def done(
    ctx: typer.Context,
    item: Annotated[str, option("--item", "ID", "The item of the plan.")],
    outcome: Annotated[str | None, option("--outcome", "OUTCOME", "done, skipped or moved; done if left out.")] = None,
    why: Annotated[str | None, option("--why", "WHY", "When skipped: pain, tired, no_time, ill or other.")] = None,
    pain: Annotated[float | None, option("--pain", "0..10", "Worst pain in it.", parser=number)] = None,
    to: Annotated[str | None, option("--to", "DATE", "When moved: the new day.")] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """Tick an item of the plan."""
    fields = {"item": item, "outcome": outcome, "why": why, "pain": pain, "to": to, "note": note}
    record(ctx, "done", when, today, **fields)


@commands.command()
def clearance(
    ctx: typer.Context,
    by: Annotated[str, option("--by", "WHO", "physio, podiatrist, doctor, sports_physician, orthopaedics, hospital.")],
    clears: Annotated[list[str], option("--clears", "FLAG", "The flag that was looked at; again for each.")],
    site: Site = None,
    side: Side = None,
    outcome: Annotated[str | None, option("--outcome", "OUTCOME", "excluded (it was not that) or may_start.")] = None,
    on: Annotated[str | None, option("--on", "DATE", "The day; today if left out.")] = None,
    when: When = None,
    note: Note = None,
    today: Today = None,
) -> None:
    """What a clinician said about a flag."""
    fields = {"by": by, "clears": clears, "site": site, "side": side, "outcome": outcome, "on": on, "note": note}
    record(ctx, "clearance", when, today, **fields)
