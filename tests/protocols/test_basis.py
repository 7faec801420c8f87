"""Every number of plans/ has a source and a strength, of its own or of its table."""

import tomllib

import pytest

from planner.protocols import PlanFault, protocols
from planner.protocols.basis import Basis, check_bases, leaves
from planner.protocols.shaping import Place
from planner.resources import folder

FILES = sorted(
    entry.name for entry in folder("plans").iterdir() if entry.name.endswith(".toml") and entry.name != "sources.toml"
)


@pytest.mark.parametrize("file", FILES)
def test_every_number_of_a_file_has_a_source_and_a_strength(file: str) -> None:
    found = list(leaves(tomllib.loads(folder("plans").joinpath(file).read_text("utf-8"))))
    assert found
    for leaf in found:
        if leaf.is_number:
            assert leaf.basis is not None, leaf.path
            assert leaf.basis.source in protocols().sources, leaf.path
            assert leaf.basis.strength in set("ABCD"), leaf.path


# clinical 1.1-1.4, 2.3, 3.2, 4 and 5.1: file, key, source, strength
RESTS_ON = [
    ("caps", "cap_factor", "frandsen_2025", "B"),
    ("caps", "few_runs", "decisions", "D"),
    ("caps", "short_km", "decisions", "D"),
    ("caps", "first_week_km", "nielsen_2014", "C"),
    ("caps", "first_week_bmi", "nielsen_2014", "C"),
    ("caps", "sleep_target_h", "aasm_2015", "D"),
    ("caps", "amber_factor", "decisions", "D"),
    ("ladder", "stages.2.run_min", "decisions", "D"),
    ("ladder", "runs_a_week", "delaware", "D"),
    ("ladder", "columns.mtss.most_gain", "delaware", "D"),
    ("ladder", "columns.bone.most_gain", "decisions", "D"),
    ("ladder", "columns.soft.red_days_off", "delaware", "D"),
    ("ladder", "columns.soft.clean_to_advance", "army_2023", "D"),
    ("ladder", "columns.bone.pain_free_days", "george_2024", "D"),
    ("conditions", "mtss.weeks", "mulvad_2018", "B"),
    ("conditions", "bone_stress.weeks", "hoenig_2023", "A"),
    ("conditions", "achilles_mid.during", "silbernagel_2007", "B"),
    ("conditions", "achilles_mid.walk_gate", "silbernagel_2015", "D"),
    ("conditions", "achilles_mid.tests.hop.most_pain", "praet_2019", "D"),
    ("conditions", "calf_strain.tests.heel_raise.least_reps", "green_2022", "D"),
    ("conditions", "runners_knee.during", "esculier_2018", "B"),
    ("conditions", "mtss.walk_gate", "decisions", "D"),
    ("flags", "no_improvement_days", "seed", "D"),
    ("flags", "no_improvement_points", "farrar_2001", "D"),
    ("flags", "rest_night_once", "decisions", "D"),
]


@pytest.mark.parametrize(("file", "key", "source", "strength"), RESTS_ON)
def test_a_number_rests_on_what_the_evidence_says(file: str, key: str, source: str, strength: str) -> None:
    table = tomllib.loads(folder("plans").joinpath(f"{file}.toml").read_text("utf-8"))
    found = {".".join(leaf.path): leaf.basis for leaf in leaves(table)}
    assert found[key] == Basis(source, strength)


def test_a_typed_table_knows_the_basis_of_its_numbers() -> None:
    book = protocols()
    assert book.caps.basis_of("cap_factor") == Basis("frandsen_2025", "B")
    assert book.caps.basis_of("gap_days") == Basis("decisions", "D")
    assert book.rows["mtss"].basis_of("weeks") == Basis("mulvad_2018", "B")
    assert book.ladder.basis_of("runs_a_week") == Basis("delaware", "D")
    assert book.flags.basis_of("no_improvement_days") == Basis("seed", "D")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = 1", "line 1, a: this number has no source and strength, here or in a basis."),
        ('b = "word"\nc = [[1, 2]]', "line 2, c: this number has no source and strength, here or in a basis."),
        ('[t]\nx = 1\n[t.basis]\ny = { source = "s", strength = "D" }', "line 4, t.basis.y: there is no such key"),
        ('a = 1\nsource = "s"\nstrength = "Z"', "line 3, strength: 'Z' is no strength; use A, B, C, D."),
        ('[[n]]\nid = "k"\nsource = "t"', "line 3, n.k.source: the source 't' is not in sources.toml."),
    ],
)
def test_a_number_on_nothing_is_named(text: str, what: str) -> None:
    with pytest.raises(PlanFault) as caught:
        check_bases(tomllib.loads(text), Place("x.toml", text), {"s": 1})
    assert what in str(caught.value)
