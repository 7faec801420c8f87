"""The questions that look for red flags, and what to do when one is answered with yes."""
