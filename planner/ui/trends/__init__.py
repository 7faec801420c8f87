"""Trends: pain against running, sleep, water and load, as pictures and as words."""
