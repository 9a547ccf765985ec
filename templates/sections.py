"""Sections of a Word template: where a condition drops an appendix, every page that is left keeps its own paper.

Word keeps the paper of a section in the paragraph that ends it, so the break before a dropped appendix would take the
paper of the page before it along: a letter without its list would be printed crosswise.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_ORDER = qn("w:rsidSect")  # Word writes it, and nothing reads it


def number_sections(document: Document) -> list[BaseOxmlElement]:
    """Write into each section of a template, before it is filled, which it is; return their papers in this order."""
    papers = [deepcopy(section._sectPr) for section in document.sections]
    for at, section in enumerate(document.sections):
        section._sectPr.set(_ORDER, f"{at:08X}")
    return papers


def settle_sections(filled: Document, papers: Sequence[BaseOxmlElement]) -> None:
    """Give each section of the filled document the paper that its first page has in the template.

    A break begins the section that follows it in the template, whatever stands between it and the next one.
    """
    begun = 0
    for properties in [section._sectPr for section in filled.sections]:
        at = int(properties.attrib.pop(_ORDER), 16)
        properties[:] = list(deepcopy(papers[begun]))
        begun = min(at + 1, len(papers) - 1)
