"""For clinicians: a runner's shared file on one screen, and the reply that goes back. Nothing of the viewer's own is shown."""
