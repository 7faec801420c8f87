"""The screen of the week: days, reasons, what changed, what comes next."""
