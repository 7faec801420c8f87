"""A session as it is done: intervals, rounds and minutes, with the stop rule at hand."""
