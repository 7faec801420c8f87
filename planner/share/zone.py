"""Where this machine is: a calendar needs the name of its time zone."""


def local_zone() -> str:
    """The machine's time zone by name, UTC where it has none."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only who shares a calendar needs it

    import tzlocal  # noqa: PLC0415 - the same

    try:
        return ZoneInfo(tzlocal.get_localzone_name()).key
    except (ZoneInfoNotFoundError, ValueError, TypeError):
        return "UTC"
