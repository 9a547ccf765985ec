"""The handbook's page of messages, written from the code: `python -m flows.handbook`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from checks.document_checks import checks
from extractors.errors import TonghopError
from extractors.readers.notes import NOTES
from flows.markdown import table

PAGE = Path("docs/so-tay/thong-bao.md")
ROOMS = ("extractors", "checks", "templates", "ledger", "flows")
_GROUPS = {
    "A": "Tệp nhận được",
    "B": "Thể thức",
    "C": "Căn cứ và trích dẫn",
    "D": "Thời hạn",
    "E": "Nội dung",
    "F": "Số liệu, tên riêng",
}


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def errors() -> list[type[TonghopError]]:
    """Return every leaf of the error family by its code; all modules are imported for it."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if ".migrations" not in module.name and not module.name.endswith("__main__"):  # those run, not declare
                importlib.import_module(module.name)
    return sorted(set(_leaves(TonghopError)), key=lambda kind: kind.code)


def _leaves(kind: type[TonghopError]) -> Iterator[type[TonghopError]]:
    for child in kind.__subclasses__():
        if "code" in vars(child):
            yield child
        yield from _leaves(child)


def page() -> str:
    """Return the page in markdown: errors, warnings of reading, and checks of documents, each with its remedy."""
    lines = [
        "# Các thông báo và cách xử lý",
        "",
        "Trang này được viết ra từ chính phần mềm; dấu “…” là chỗ phần mềm điền tên tệp, số trang hoặc chi tiết.",
        "",
        "## Lỗi",
        "",
        "“Tự thử lại: có” nghĩa là cán bộ chưa phải làm gì; phần mềm thử lại ở lần xem sau.",
        "",
        table(("Mã", "Thông báo", "Cách xử lý", "Tự thử lại"), _errors()),
        "",
        "## Ghi chú khi đọc tệp",
        "",
        table(("Mã", "Ghi chú"), ((code, _dotted(text)) for code, text in sorted(NOTES.items()))),
        "",
        "## Nhận xét về văn bản",
        "",
        "Lỗi phải xử lý hoặc bỏ qua có lý do; cảnh báo phải xem; gợi ý không gửi cho đơn vị.",
    ]
    for letter, name in _GROUPS.items():
        rows = [
            (check.id, check.severity.value, check.name, check.remedy)
            for check in checks().values()
            if check.id.startswith(letter)
        ]
        lines += ["", f"### {name}", "", table(("Mã", "Mức", "Nội dung", "Cách xử lý"), rows)]
    return "\n".join([*lines, ""])


def _errors() -> Iterable[tuple[str, ...]]:
    for kind in errors():
        yield kind.code, _dotted(kind.reason), kind.remedy, "có" if kind.transient else "không"


def _dotted(text: str) -> str:
    return text.format_map(_Dots()).replace("|", "\\|")


def main() -> None:
    """Write the page below the current folder."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
