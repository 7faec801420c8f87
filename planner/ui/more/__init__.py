"""More: the runner's profile, the physio's word, and everything about the app itself."""
