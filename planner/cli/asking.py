"""Asking before something that isn't undone by itself; where nobody can answer, the answer is no."""

import typer


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the person says so, or said so before with --yes."""
    if yes:
        return True
    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        typer.echo(err=True)
        return False
