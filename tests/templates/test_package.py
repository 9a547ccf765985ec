"""The same content gives the same bytes, whenever and wherever it was written."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.package import package

DAY = date(2031, 7, 5)


def zipped(parts: dict[str, bytes], when: tuple[int, int, int, int, int, int] = (2031, 1, 1, 0, 0, 0)) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, when), data)
    return target.getvalue()


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


names = st.text(st.characters(codec="utf-8", exclude_characters="\\/\0:"), min_size=1, max_size=20)


@given(st.dictionaries(names, st.binary(max_size=200), max_size=5))
def test_order_and_time_of_entries_leave_no_trace(parts: dict[str, bytes]) -> None:
    turned = dict(reversed(parts.items()))
    first = package(zipped(parts), DAY)
    assert first == package(zipped(turned, (1999, 12, 31, 23, 58, 58)), DAY)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert archive.namelist() == sorted(parts)


def test_a_document_written_later_has_the_same_bytes_and_opens() -> None:
    first = package(word("Báo cáo"), DAY)
    time.sleep(1.1)  # core properties count seconds
    second = package(word("Báo cáo"), DAY)
    assert first == second
    opened = docx.Document(io.BytesIO(first))
    assert opened.paragraphs[0].text == "Báo cáo"
    assert opened.core_properties.created is not None
    assert opened.core_properties.created.date() == DAY


def test_another_day_is_seen_in_the_bytes() -> None:
    assert package(word("a"), DAY) != package(word("a"), date(2031, 7, 6))


def test_packaging_twice_changes_nothing() -> None:
    once = package(word("a"), DAY)
    assert package(once, DAY) == once


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        package(b"khong phai tep nen", DAY)
