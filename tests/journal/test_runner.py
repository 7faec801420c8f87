"""The profile as the contract describes it."""

from datetime import date, time

import pytest

from planner.journal import Diagnosis, Faults, Goal, HealthState, Limit, Runner, read_runner

TODAY = date(2026, 11, 22)


def test_the_profile_of_the_contract_is_read_whole() -> None:
    runner = read_runner(
        {
            "birth_year": 1988, "sex": "female", "height_cm": 168, "mass_kg": 61, "language": "en",
            "experience": "regular", "usual_week_km": 30,
            "goal": {"kind": "distance", "distance_km": 10, "by": "2027-03-14"},
            "run_days": ["tue", "sun"], "day_minutes": {"mon": 30, "sat": 90, "sun": None},
            "diagnoses": [
                {"condition": "mtss", "side": "left", "since": "2026-11-10", "until": None, "given_by_clinician": True},
            ],
            "health": ["varicose_veins", {"id": "pregnancy", "until": "2027-02-01"}], "equipment": ["step"],
            "surfaces": ["trail"], "bedtime": "22:30", "wake": "06:30+02:00", "usual_morning": {"shin_inner": 1},
            "clinician_limits": [
                {"kind": "max_run_min", "value": 20, "until": "2026-12-20", "note": "Dr K."},
                {"kind": "hold_stage", "value": 3}, {"kind": "days_off", "value": ["mon", "sun"]},
                {"kind": "days_off", "value": 2}, {"kind": "allow", "value": "warm_bath"}, {"kind": "no_hills"},
            ],
        },
        TODAY,
    )  # fmt: skip
    assert runner == Runner(
        birth_year=1988, sex="female", height_cm=168, mass_kg=61, experience="regular", usual_week_km=30,
        goal=Goal("distance", 10, date(2027, 3, 14)), run_days=frozenset({1, 6}),
        day_minutes=(30, 60, 60, 60, 60, 90, 60),
        diagnoses=(Diagnosis("mtss", "left", date(2026, 11, 10), None, given_by_clinician=True),),
        health=(HealthState("varicose_veins"), HealthState("pregnancy", date(2027, 2, 1))), equipment=("step",),
        surfaces=("trail",), bedtime=time(22, 30), wake=time(6, 30), usual_morning={"shin_inner": 1},
        clinician_limits=(
            Limit("max_run_min", 20, date(2026, 12, 20), "Dr K."), Limit("hold_stage", "3"),
            Limit("days_off", (0, 6)), Limit("days_off", 2), Limit("allow", ("warm_bath",)), Limit("no_hills", True),
        ),
    )  # fmt: skip


def test_a_profile_may_be_empty() -> None:
    assert read_runner({}, TODAY) == Runner()
    assert read_runner({"sex": None, "health": None, "goal": None}, TODAY) == Runner()


def test_no_run_days_are_not_any_run_days() -> None:
    assert read_runner({}, TODAY).run_days is None
    assert read_runner({"run_days": []}, TODAY).run_days == frozenset()


def test_health_ends_with_its_last_day_and_under_18_follows_from_the_birth_year() -> None:
    runner = read_runner({"birth_year": 2010, "health": [{"id": "pregnancy", "until": "2026-11-23"}]}, TODAY)
    assert runner.has("pregnancy", date(2026, 11, 23))
    assert not runner.has("pregnancy", date(2026, 11, 24))
    assert runner.has("under_18", TODAY)
    assert not runner.has("under_18", date(2029, 1, 1))


def test_a_country_is_told_by_its_two_letters() -> None:
    assert read_runner({"country": "NO"}, TODAY).country == "NO"
    assert read_runner({"country": None}, TODAY).country is None


@pytest.mark.parametrize("given", ["no", "NOR", "", "N1", "ÅL", 47])
def test_what_is_no_country_is_refused(given: object) -> None:
    with pytest.raises(Faults) as wrong:
        read_runner({"country": given}, TODAY)
    assert wrong.value.faults[0].where == "runner, country"
