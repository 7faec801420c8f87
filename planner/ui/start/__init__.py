"""The first minutes: the safety notice and the few questions that change a plan."""
