"""Where the runner stands, in a few lines."""

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planner.cli.page import LIGHTS, flag_lines
from planner.words import listed, say
from planner.words.documents import AssessmentDoc

_ROWS = (
    ("last_7d", ("last_7d_km",)),
    ("last_28d", ("last_28d_km",)),
    ("longest_30d", ("longest_30d_km",)),
    ("run_cap", ("run_cap_km", "run_cap_min")),
    ("sleep_7d", ("sleep_7d_h",)),
    ("drink_7d", ("drink_7d_ml",)),
    ("pain_7d", ("pain_7d_mean",)),
)


def standing(assessment: AssessmentDoc, language: str, *, imperial: bool) -> RenderableType:
    return Group(
        where(assessment, language),
        *flag_lines(assessment["flags"], language),
        _numbers(assessment, language, imperial=imperial),
        *_next(assessment, language),
    )


def where(assessment: AssessmentDoc, language: str) -> Text:
    """Light, phase, stage and conditions on one line."""
    light, stage = assessment["light"], assessment.get("stage")
    parts = [say(f"light.{light}", language), say(f"phase.{assessment['phase']}", language)]
    if stage:
        parts.append(say("cli.page.stage", language, stage=stage))
    parts += [say(f"condition.{condition}", language) for condition in assessment["conditions"]]
    return Text.assemble(("● ", LIGHTS[light]), " · ".join(parts))


def _numbers(assessment: AssessmentDoc, language: str, *, imperial: bool) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    values = {**assessment["load"], **assessment["recovery"]}
    for row, keys in _ROWS:
        known = {key: value for key in keys if (value := values.get(key)) is not None}
        shown = [_measured(key, value, language, imperial=imperial) for key, value in known.items()]
        if shown:
            table.add_row(say(f"cli.assess.{row}", language), " · ".join(shown))
    return table


def _measured(key: str, value: float, language: str, *, imperial: bool) -> str:
    from planner.journal.units import km_to_miles, ml_to_fluid_ounces

    if key.endswith("_km") and imperial:
        return say("cli.unit.mi", language, value=f"{km_to_miles(value):.1f}")
    if key.endswith("_ml") and imperial:
        return say("cli.unit.oz", language, value=f"{ml_to_fluid_ounces(value):.0f}")
    return say(f"cli.unit.{key.rpartition('_')[2]}", language, value=f"{value:g}")


def _next(assessment: AssessmentDoc, language: str) -> list[Text]:
    lines: list[Text] = []
    ahead, forecast = assessment.get("next") or {}, assessment.get("forecast")
    if ahead.get("needs"):
        needs = listed(ahead["needs"], language)
        stage = ahead.get("stage")
        key = "cli.assess.next_stage" if stage else "cli.assess.next"
        lines.append(Text(say(key, language, stage=stage, needs=needs)))
    if forecast:
        weeks = {"least": forecast.get("weeks_min"), "most": forecast.get("weeks_max")}
        lines.append(Text(say("cli.assess.forecast", language, **weeks, basis=forecast.get("basis", ""))))
    return lines
