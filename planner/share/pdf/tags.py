"""What a PDF is made of, for readers who hear it: a tree of headings, paragraphs, tables and figures over what is drawn.

fpdf2 tags each figure under the document and nothing else; this tree takes the place of its own, and is written by it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from fpdf.structure_tree import StructElem, StructTreeRoot
from fpdf.syntax import PDFArray, PDFObject


class Element(StructElem):
    """A node of the tree; `a`: its attributes as a PDF dictionary."""

    __slots__ = ("a",)

    def __init__(self, kind: str, parent: PDFObject, *, alt: str | None = None, attributes: str | None = None) -> None:
        super().__init__(f"/{kind}", parent, [], alt=alt)
        self.a = attributes

    def take(self, child: "Element") -> None:
        """Have a child."""
        self.k.append(child)

    def show(self, page: int, mark: int) -> None:
        """Be what is drawn on a page under a mark."""
        self._page_number = page
        # A single kid may stand without a list.
        self.k = cast("PDFArray", mark)


@dataclass
class Leaves:
    """The elements that something is drawn for: the library looks their pages up."""

    k: list[Element] = field(default_factory=list[Element])


class Tree:
    """The tree in the shape that fpdf2 writes."""

    def __init__(self) -> None:
        self.struct_tree_root = StructTreeRoot()
        self.doc_struct_elem = Leaves()
        self._document = Element("Document", self.struct_tree_root)
        self.struct_tree_root.k.append(self._document)
        self._all = [self._document]
        self._open = [self._document]
        self._marks: dict[int, int] = {}

    def empty(self) -> bool:
        """A report is never empty."""
        return False

    def __iter__(self) -> Iterator[PDFObject]:
        yield self.struct_tree_root
        yield self.struct_tree_root.parent_tree
        yield from self._all

    def begin(self, kind: str, *, alt: str | None = None, attributes: str | None = None) -> Element:
        """Open an element inside the one that is open."""
        parent = self._open[-1]
        element = Element(kind, parent, alt=alt, attributes=attributes)
        parent.take(element)
        self._all.append(element)
        self._open.append(element)
        return element

    def end(self) -> None:
        """Close the element that was opened last."""
        self._open.pop()

    def mark(self, page: int) -> int:
        """A new mark on a page, for what is drawn next: all of the open element."""
        element, place = self._open[-1], self._marks.get(page, 0)
        self._marks[page] = place + 1
        self.doc_struct_elem.k.append(element)
        element.show(page, place)
        self.struct_tree_root.parent_tree.nums[page - 1].append(element)
        return place


def in_box(box: Sequence[float]) -> str:
    """The attribute that says where on the page a figure is, in points: left, bottom, right, top."""
    return f"<</O /Layout /BBox [{' '.join(f'{one:.2f}' for one in box)}]>>"


def heads(scope: str) -> str:
    """The attribute of a head of a table; `scope`: Column or Row."""
    return f"<</O /Table /Scope /{scope}>>"
