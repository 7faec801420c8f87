"""`planner rules`: every rule with its source, for a physio to read and mark up."""

from typing import Annotated

import typer

from planner.cli.context import AsJson, answer_json


def register(app: typer.Typer) -> None:
    app.command()(rules)


def rules(
    as_markdown: Annotated[bool, typer.Option("--md", help="As Markdown, with a box to tick in every row.")] = False,
    as_json: AsJson = False,
) -> None:
    """Every rule, number, source and strength of evidence. A proposal that awaits a physio's sign-off."""
    from planner.protocols import tables
    from planner.words.review import sheet
    from planner.words.review_pages import markdown, plain

    document = sheet(tables())
    if as_json:
        answer_json(document)
        return
    typer.echo(markdown(document) if as_markdown else plain(document), nl=False)
