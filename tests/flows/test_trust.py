"""The folder of trusted certificates: named in the settings, it decides whether a signer is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.settings import settings
from flows.single import read_file
from flows.versions import reader_version
from tests.extractors.drawn import Sheet, pdf
from tests.extractors.signing import Mark, authority, signed


@pytest.fixture(autouse=True)
def _settings_read_afresh() -> Iterator[None]:
    for cached in (settings, reader_version):
        cached.cache_clear()
    yield
    for cached in (settings, reader_version):
        cached.cache_clear()


def test_the_settings_name_the_certificates_and_what_was_read_without_them_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = tmp_path / "thong-bao.pdf"
    drawn = pdf(Sheet().text(100, 100, "THÔNG BÁO"))
    notice.write_bytes(signed(drawn, [Mark("318", (145, 740, 175, 760))], stamped=False))
    folder = tmp_path / "chung-thu-so"
    folder.mkdir()
    (folder / "goc.pem").write_bytes(authority().pem)
    seen = []
    for trust in (None, folder):
        if trust:
            monkeypatch.setenv("TONGHOP_TRUST", str(trust))
        settings.cache_clear()
        reader_version.cache_clear()
        seen.append((read_file(notice).signatures[0].trusted, reader_version()))
    (unknown, before), (known, after) = seen
    assert (unknown, known) == (None, True)
    assert before != after, "a stored reading would keep saying that the signer is unknown"
