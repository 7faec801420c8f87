"""The screen where a runner says how it went."""
