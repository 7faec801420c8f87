"""The app: Flet screens over the desk. Holds no rule and no arithmetic of the domain."""
