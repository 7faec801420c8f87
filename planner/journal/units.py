"""Imperial units at the edge; inside, all is SI."""

import re

KM_PER_MILE = 1.609344
KG_PER_POUND = 0.45359237
CM_PER_INCH = 2.54
ML_PER_FLUID_OUNCE = 29.5735295625
_MEASURE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([a-z]+)\s*", re.IGNORECASE)
_FEET = re.compile(r"\s*([0-9]+)\s*(?:'|ft)\s*(?:([0-9]+(?:\.[0-9]+)?)\s*(?:\"|in)?)?\s*", re.IGNORECASE)
_TO_SI = {
    "km": 1.0, "mi": KM_PER_MILE, "mile": KM_PER_MILE, "miles": KM_PER_MILE, "m": 0.001,
    "kg": 1.0, "lb": KG_PER_POUND, "lbs": KG_PER_POUND,
    "cm": 1.0, "in": CM_PER_INCH,
    "ml": 1.0, "l": 1000.0, "floz": ML_PER_FLUID_OUNCE, "oz": ML_PER_FLUID_OUNCE,
}  # fmt: skip


def measure(text: str) -> float | None:
    """A number with a unit ("5 mi", "134lb", "5'6") in km, kg, cm or ml; None when it isn't one."""
    if feet := _FEET.fullmatch(text):
        return (int(feet[1]) * 12 + float(feet[2] or 0)) * CM_PER_INCH
    found = _MEASURE.fullmatch(text)
    if found is None or found[2].lower() not in _TO_SI:
        return None
    return float(found[1]) * _TO_SI[found[2].lower()]


def km_to_miles(km: float) -> float:
    """Kilometres in miles."""
    return km / KM_PER_MILE


def miles_to_km(miles: float) -> float:
    """Miles in kilometres."""
    return miles * KM_PER_MILE


def kg_to_pounds(kg: float) -> float:
    """Kilograms in pounds."""
    return kg / KG_PER_POUND


def pounds_to_kg(pounds: float) -> float:
    """Pounds in kilograms."""
    return pounds * KG_PER_POUND


def cm_to_feet(cm: float) -> tuple[int, int]:
    """Centimetres in feet and inches, to the nearest inch."""
    return divmod(round(cm / CM_PER_INCH), 12)


def cm_to_inches(cm: float) -> float:
    """Centimetres in inches."""
    return cm / CM_PER_INCH


def ml_to_fluid_ounces(ml: float) -> float:
    """Millilitres in US fluid ounces."""
    return ml / ML_PER_FLUID_OUNCE


def fluid_ounces_to_ml(ounces: float) -> float:
    """US fluid ounces in millilitres."""
    return ounces * ML_PER_FLUID_OUNCE


def celsius_to_fahrenheit(celsius: float) -> float:
    """Degrees Celsius in degrees Fahrenheit."""
    return celsius * 9 / 5 + 32


def fahrenheit_to_celsius(fahrenheit: float) -> float:
    """Degrees Fahrenheit in degrees Celsius."""
    return (fahrenheit - 32) * 5 / 9
