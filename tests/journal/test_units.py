"""Imperial units at the edge."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import units


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 mi", 8.04672),
        ("3.1 miles", 4.98896),
        ("5km", 5),
        ("800 m", 0.8),
        ("134lb", 60.7814),
        ("61 kg", 61),
        ("5'6", 167.64),
        ("5 ft 6 in", 167.64),
        ("66in", 167.64),
        ("0.5 L", 500),
        ("16 floz", 473.176),
        ("300ml", 300),
    ],
)
def test_a_measure_with_its_unit_is_in_si(text: str, value: float) -> None:
    assert units.measure(text) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize("text", ["5", "mi", "-5 km", "5 stone", "", "five km"])
def test_what_is_no_measure_is_none(text: str) -> None:
    assert units.measure(text) is None


@pytest.mark.parametrize(
    ("there", "back", "one", "other"),
    [
        (units.km_to_miles, units.miles_to_km, 42.195, 26.2188),
        (units.kg_to_pounds, units.pounds_to_kg, 61, 134.482),
        (units.ml_to_fluid_ounces, units.fluid_ounces_to_ml, 500, 16.907),
        (units.celsius_to_fahrenheit, units.fahrenheit_to_celsius, 37, 98.6),
    ],
)
def test_units_go_there_and_back(
    there: Callable[[float], float], back: Callable[[float], float], one: float, other: float
) -> None:
    assert there(one) == pytest.approx(other, rel=1e-5)

    @given(st.floats(0, 1e6))
    def goes_round(value: float) -> None:
        assert back(there(value)) == pytest.approx(value, abs=1e-9)

    goes_round()


def test_a_length_is_told_in_inches() -> None:
    assert units.cm_to_inches(20.32) == pytest.approx(8)


@pytest.mark.parametrize(("cm", "feet"), [(168, (5, 6)), (182.5, (6, 0)), (152.4, (5, 0))])
def test_a_height_is_told_in_feet_and_whole_inches(cm: float, feet: tuple[int, int]) -> None:
    assert units.cm_to_feet(cm) == feet
