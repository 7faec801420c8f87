"""The first screen: what to do now, and why."""
