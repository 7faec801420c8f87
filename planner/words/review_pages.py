"""The review sheet as pages: Markdown to mark up, plain text to read in a terminal."""

from planner.words.documents import SheetDoc, TableDoc

_BOX = "☐"


def markdown(sheet: SheetDoc) -> str:
    """The sheet as Markdown, with a box to tick and room for a word in every row."""
    lines = [f"# {sheet['title']}", "", *(line for text in sheet["about"] for line in (text, ""))]
    for section in sheet["sections"]:
        lines += [f"## {section['title']}", "", f"`{section['file']}`", ""]
        for table in section["tables"]:
            lines += [*([f"### {table['title']}", ""] if table["title"] else []), *_rows(table), ""]
    return "\n".join(lines).rstrip() + "\n"


def _rows(table: TableDoc) -> list[str]:
    rule = "|".join("---" for _ in table["columns"])
    return [_line(table["columns"]), f"|{rule}|", *(_line([*row[:-1], _BOX]) for row in table["rows"])]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def plain(sheet: SheetDoc) -> str:
    """The sheet as plain text: a row a line, its marks left out."""
    lines = [sheet["title"], "", *sheet["about"]]
    for section in sheet["sections"]:
        lines += ["", section["title"].upper()]
        for table in section["tables"]:
            lines += ["", table["title"]] if table["title"] else [""]
            lines += [f"  {_told(table, row)}" for row in table["rows"]]
    return "\n".join(lines) + "\n"


def _told(table: TableDoc, row: list[str]) -> str:
    """Return "What: value (source, strength)", or of a wide row each cell with the name of its column."""
    if len(row) == 5:
        return f"{row[0]}: {row[1]}{_rest(row[2:4])}"
    named = zip(table["columns"][1:-1], row[1:-1], strict=True)
    return f"{row[0]}: {'; '.join(f'{column} {cell}' for column, cell in named if cell)}"


def _rest(cells: list[str]) -> str:
    told = ", ".join(cell for cell in cells if cell)
    return f" ({told})" if told else ""
