"""Stridewell going out: the plan as a calendar, the journal as tables, everything as one file.

Nothing here opens the data folder or reads a clock: what is shared comes in as documents of the contract and leaves as bytes,
and `files` alone writes. Import the module you need; the calendar's library is slow to load.
"""
