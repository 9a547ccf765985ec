"""The outside tools that readers may be handed: readers stay pure, the sandbox brings the real ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from extractors.errors import NeedsLibreOffice, NeedsOcr


class OcrEngine(Protocol):
    """Recognises the words of one page image."""

    def __call__(self, png: bytes, *, psm: int = 3) -> str:
        """Return Tesseract's TSV (psm 0: its orientation report); raises NeedsOcr without the tool, TimedOut."""
        ...


class Converter(Protocol):
    """Turns an old or foreign text document into .docx."""

    def __call__(self, data: bytes, suffix: str) -> bytes:
        """Return docx bytes of `data`, whose true format is `suffix` (".doc"); raises NeedsLibreOffice, Broken."""
        ...


def no_ocr(png: bytes, *, psm: int = 3) -> str:
    """Stand for a machine without Tesseract: always raises NeedsOcr."""
    raise NeedsOcr(detail="mọi trang")


def no_converter(data: bytes, suffix: str) -> bytes:
    """Stand for a machine without LibreOffice: always raises NeedsLibreOffice."""
    raise NeedsLibreOffice(actual=suffix)


@dataclass(frozen=True, slots=True)
class Tools:
    """What the door may use; `ocr` is None where pages must not be recognised at all.

    `roots` are the certificates (PEM or DER) that the office trusts signers by.
    """

    ocr: OcrEngine | None = None
    convert: Converter = no_converter
    roots: tuple[bytes, ...] = ()
