"""The files of plans/: as shipped they load, and a slip in one is named with file, line and key."""

import re
import tomllib
from collections.abc import Mapping

import pytest

from planner.journal import vocabulary
from planner.protocols import PlanFault, protocols, read, tables
from planner.resources import folder

NAMES = (
    "sources",
    "ladder",
    "conditions",
    "caps",
    "health",
    "recovery",
    "strength",
    "hints",
    "flags",
    "learn",
    "emergency",
    "asking",
    "tests",
)


def shipped() -> dict[str, str]:
    return {name: folder("plans").joinpath(f"{name}.toml").read_text("utf-8") for name in NAMES}


def test_the_plans_as_shipped_load() -> None:
    assert read(shipped()) == protocols()


def test_every_source_that_a_plan_names_exists_and_none_is_left_over() -> None:
    texts = shipped()
    used = {
        name
        for file, text in texts.items()
        if file != "sources"
        for name in re.findall(r'^\w*source = "([^"]+)"', text, re.MULTILINE)
    }
    assert used - set(protocols().sources) == set()
    assert {source.read for source in protocols().sources.values()} <= {"primary", "secondary", "recalled", "project"}


def test_every_strength_of_evidence_is_one_of_four() -> None:
    found = re.findall(r'^strength = "([^"]*)"', "\n".join(shipped().values()), re.MULTILINE)
    assert found
    assert set(found) <= set("ABCD")


def test_every_condition_flag_and_health_state_of_the_contract_has_its_row() -> None:
    book = protocols()
    # Soreness is told apart by how it began, veins by a flag, and what is unknown by its site.
    told_otherwise = {"muscle_soreness", "venous", "unknown"}
    assert {name for name, row in book.rows.items() if row.diagnosable} == {*vocabulary.CONDITIONS} - told_otherwise
    assert {rule.id for rule in book.flags.flags} == set(vocabulary.FLAGS)


NEVER = {
    "clot_suspected": "contrast_shower, cold_pack, warm_bath, massage, compression, leg_elevation",
    "arterial_disease": "contrast_shower, cold_pack, warm_bath, massage, compression, leg_elevation",
    "heart_disease": "contrast_shower, cold_pack, warm_bath, compression, leg_elevation, drink_target",
    "high_blood_pressure_uncontrolled": "contrast_shower, cold_pack, warm_bath",
    "raynaud": "contrast_shower, cold_pack",
    "neuropathy": "contrast_shower, cold_pack, warm_bath, massage, compression",
    "diabetes": "contrast_shower, cold_pack, warm_bath, compression",
    "pregnancy": "contrast_shower, cold_pack, warm_bath, massage, compression",
    "open_wound": "contrast_shower, cold_pack, warm_bath, massage, compression",
    "skin_infection": "contrast_shower, cold_pack, warm_bath, massage, compression",
    "blood_thinner": "warm_bath, massage",
    "varicose_veins": "warm_bath",
    "kidney_disease": "drink_target",
}


def test_the_table_of_what_health_rules_out_is_the_contracts() -> None:
    assert {health: set(kinds) for health, kinds in protocols().health.never.items()} == {
        health: set(kinds.split(", ")) for health, kinds in NEVER.items()
    }


FLAGS = {
    # decisions E: urgency, holds, whose word ends it
    "heart_or_lung": ("emergency_now", "all", "doctor"),
    "spine_emergency": ("emergency_now", "all", "doctor"),
    "limb_circulation": ("emergency_now", "all", "doctor"),
    "compartment_acute": ("emergency_now", "all", "doctor"),
    "clot_suspected": ("same_day", "all", "doctor"),
    "tendon_rupture": ("same_day", "all", "doctor"),
    "fracture_suspected": ("same_day", "all", "doctor"),
    "infection": ("same_day", "all", "doctor"),
    "diabetic_foot": ("same_day", "all", "doctor"),
    "drug_tendon": ("same_day", "impact", "doctor"),
    "bone_stress_high_risk": ("within_days", "impact", "sports_physician"),
    "redness_swelling": ("within_days", "all", "doctor"),
    "joint_internal": ("within_days", "impact", "physio"),
    "nerve": ("within_days", "impact", "doctor"),
    "tendon_weak": ("within_days", "impact", "physio"),
    "bone_stress_suspected": ("within_week", "impact", "physio"),
    "bone_stress_diagnosed": ("within_week", "impact", "physio"),
    "low_energy": ("within_week", "progress", "doctor"),
    "rest_pain_once": ("routine", "impact", None),
    "clinician_first": ("routine", "progress", "physio"),
    "exertional": ("routine", "progress", "physio"),
    "no_improvement": ("routine", "progress", "physio"),
    "ladder_stuck": ("routine", "progress", "physio"),
    "venous": ("routine", "none", None),
}


@pytest.mark.parametrize(("flag", "does"), FLAGS.items())
def test_a_flag_does_what_the_decision_table_says(flag: str, does: tuple[str, str, str | None]) -> None:
    rule = protocols().flags.rule(flag)
    assert (rule.urgency, rule.holds, rule.ended_by) == does


LADDER = {
    "W": 0, "B1": 5, "B2": 8, "1": 6, "2": 12, "3": 16, "4": 18, "5": 20, "6": 25, "7": 27, "8": 30,
}  # fmt: skip


@pytest.mark.parametrize(("stage", "minutes"), LADDER.items())
def test_a_stage_has_the_running_minutes_of_the_common_ladder(stage: str, minutes: float) -> None:
    ladder = protocols().ladder
    assert ladder.stages[ladder.place(stage)].intervals(bone=False).total_run_min == minutes


GAPS = {
    # decisions D: days since the last run -> the highest stage left, for soft tissue, MTSS and bone stress
    7: (None, None, None),
    8: ("6", "6", "W"),
    13: ("6", "6", "W"),
    14: ("3", "3", "W"),
    27: ("3", "3", "W"),
    28: ("W", "W", "W"),
    400: ("W", "W", "W"),
}


@pytest.mark.parametrize(("days", "left"), GAPS.items())
def test_a_gap_leaves_the_stage_of_the_decision_table(days: int, left: tuple[str | None, ...]) -> None:
    columns = protocols().ladder.columns
    assert tuple(columns[name].after_gap(days) for name in ("soft", "mtss", "bone")) == left


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


TAMPERED = {
    "a number in words": ("caps", "cap_factor = 1.10", 'cap_factor = "much"', "cap_factor", "'much' is not float"),
    "a whole number with a fraction": ("caps", "gap_days = 8", "gap_days = 8.5", "gap_days", "8.5 is not int"),
    "true for a number": ("caps", "gap_days = 8", "gap_days = true", "gap_days", "True is not int"),
    "a misspelt key": ("caps", "gap_factor = 0.7", "gap_facto = 0.7", "gap_facto", "unknown key"),
    "an unknown source": ("caps", 'source = "decisions"', 'source = "hearsay"', "source", "'hearsay'"),
    "an unknown source of a number": ("caps", 'cap_factor = { source = "frandsen_2025"', 'cap_factor = { source = "hearsay"', "basis.cap_factor.source", "'hearsay'"),
    "an unknown source of a flag": ("flags", 'source = "cauda_equina"', 'source = "hearsay"', "flags.spine_emergency.source", "'hearsay'"),
    "a strength that is none": ("caps", 'strength = "D"', 'strength = "E"', "strength", "'E' is no strength"),
    "a basis of nothing": ("caps", "cap_window_days = {", "cap_windows = {", "basis.cap_windows", "no such key"),
    "a site that is none": ("conditions", 'sites = ["shin_inner", "shin_front"', 'sites = ["elbow", "shin_front"', "bone.sites", "elbow"),
    "a number among words": ("conditions", 'sites = ["shin_inner", "shin_front"', 'sites = [3, "shin_front"', "bone.sites.0", "3 is not str"),
    "a band of three": ("conditions", "during = [0, 0]", "during = [0, 0, 0]", "bone.during", "[highest green, highest amber]"),
    "a band upside down": ("conditions", "during = [0, 0]", "during = [3, 1]", "bone.during", "[highest green, highest amber]"),
    "a column that is none": ("conditions", 'column = "mtss"', 'column = "arm"', "bone.column", "arm"),
    "a word for a list": ("conditions", 'red_signs = ["focal_bone_spot"]', 'red_signs = "limp"', "bone.red_signs", "a list belongs here"),
    "a health id that is none": ("health", "raynaud = [", "gloom = [", "never", "gloom"),
    "an item kind that is none": ("health", 'kidney_disease = ["drink_target"]', 'kidney_disease = ["sauna"]', "never.kidney_disease", "sauna"),
    "an urgency that is none": ("flags", 'urgency = "emergency_now"', 'urgency = "soonish"', "flags.heart_or_lung.urgency", "soonish"),
    "a hold that is none": ("flags", 'holds = "all"', 'holds = "most"', "flags.heart_or_lung.holds", "most"),
    "a clinician that is none": ("flags", 'ended_by = "doctor"', 'ended_by = "neighbour"', "flags.heart_or_lung.ended_by", "neighbour"),
    "a flag that is none": ("flags", 'id = "spine_emergency"', 'id = "spine_trouble"', "flags.spine_trouble", "spine_trouble"),
    "an exercise for a row that is none": ("strength", 'leave_out_for = ["bone_stress", "bone"]', 'leave_out_for = ["elbow"]', "exercises.double_heel_raise.leave_out_for", "elbow"),
    "an exercise that is none": ("strength", '{ id = "glute_bridge", sets = 3, reps = 12 }', '{ id = "bridge", sets = 3, reps = 12 }', "programmes.bone_stress.phases", "bridge"),
    "a programme for a row that is none": ("strength", 'rows = ["bone_stress"]', 'rows = ["elbow"]', "programmes.bone_stress.rows", "elbow"),
    "a warm-up for a row that is none": ("recovery", 'small_range_for = ["lateral_hip"]', 'small_range_for = ["hips"]', "warm_up.leg_swings.small_range_for", "hips"),
    "a hint for a site that is none": ("hints", 'sites = ["calf", "achilles_mid", "achilles_heel"]', 'sites = ["elbow"]', "surface_sand.sites", "elbow"),
    "a question on a sign that it does not ask for": ("flags", 'with_leg = ["breathless"]', 'with_leg = ["pop"]', "screening.chest.with_leg", "pop"),
    "a card about a site that is none": ("learn", 'sites = ["calf"]', 'sites = ["elbow"]', "calf.sites", "elbow"),
    "a card for a health state that is none": ("learn", 'health = ["varicose_veins"]', 'health = ["gloom"]', "veins.health", "gloom"),
    "a card that watches for a flag that is none": ("learn", '"venous"]', '"sorrow"]', "veins.watch", "sorrow"),
    "a card on an unknown source": ("learn", 'source = "praet_2019"', 'source = "hearsay"', "achilles.avoid.sudden_speed.source", "'hearsay'"),
    "a test that goes into no entry": ("tests", 'log = "walk"', 'log = "swim"', "brisk_walk.log", "swim"),
    "a stage out of order": ("ladder", 'id = "B1"', 'id = "B9"', "stages", "in this order"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "part", "instead", "key", "what"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_slip_in_a_plan_is_named_with_file_line_and_key(
    file: str, part: str, instead: str, key: str, what: str
) -> None:
    texts = shipped()
    assert part in texts[file]
    line = line_of(texts[file], part)
    texts[file] = texts[file].replace(part, instead, 1)
    message = fault_of(texts)
    assert message.startswith(f"plans/{file}.toml, line ")
    assert f", {key}: " in message or f", {key}." in message
    assert what in message
    assert message.endswith(".")
    if key not in {"stages", "never", "programmes.bone_stress.phases"}:
        assert f"line {line}," in message


def test_a_missing_key_is_named() -> None:
    texts = shipped()
    texts["caps"] = texts["caps"].replace("gap_days = 8", "# gap_days", 1)
    assert "plans/caps.toml" in (message := fault_of(texts))
    assert "gap_days: this key is missing" in message


def test_a_self_test_that_nobody_explains_is_named() -> None:
    texts = shipped()
    texts["tests"] = texts["tests"].partition("[step_down]")[0]
    assert "nothing says how to do step_down" in fault_of(texts)


def test_a_self_test_that_is_none_is_named() -> None:
    texts = shipped()
    texts["tests"] = texts["tests"].replace("[hop]", "[headstand]")
    assert "plans/tests.toml" in (message := fault_of(texts))
    assert "unknown: headstand" in message


def test_a_table_that_is_none_is_named() -> None:
    texts = shipped()
    texts["health"] = 'source = "rabe_2020"\nstrength = "D"\nnever = 3\nheld = {}\n'
    assert "plans/health.toml, line 3, never: a table belongs here" in fault_of(texts)


def test_a_number_in_place_of_a_table_is_named() -> None:
    texts = shipped()
    texts["sources"] = f"stray = 3\n{texts['sources']}"
    assert fault_of(texts) == "plans/sources.toml, line 1, stray: a table belongs here."


def test_a_whole_number_may_stand_for_one_with_a_fraction() -> None:
    texts = shipped()
    texts["caps"] = texts["caps"].replace("cap_factor = 1.10", "cap_factor = 1", 1)
    factor = read(texts).caps.cap_factor
    assert (factor, type(factor)) == (1.0, float)


def test_the_tables_for_people_are_the_files_as_they_ship() -> None:
    assert {name: tomllib.loads(text) for name, text in shipped().items()} == tables()


def test_a_file_that_is_no_toml_is_named_with_its_line() -> None:
    texts = {**shipped(), "flags": 'version = "1.0.0"\nsigns_within_days = = 3\n'}
    assert re.match(r"plans/flags\.toml can't be read as TOML: .*line 2", fault_of(texts))


def fault_of(texts: Mapping[str, str]) -> str:
    with pytest.raises(PlanFault) as caught:
        read(texts)
    return str(caught.value)
