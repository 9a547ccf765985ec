"""A register of schools and communes, and the head of a plan, for tests that read stretches of plans."""

from __future__ import annotations

from checks.plan import compile_plan
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.readers.builder import plain

OFFICE = "Phòng Giáo dục và Đào tạo"
NURSERIES = ("Trường Mầm non Hoa Mai", "Trường Mầm non Bình Minh")
PRIMARIES = ("Trường Tiểu học Lê Lợi", "Trường Tiểu học Đông Hà")
COMMUNES = ("UBND xã Phú Lâm", "UBND xã Tân Lập", "UBND phường An Khê")
ALL = (*NURSERIES, *PRIMARIES, *COMMUNES)
UNITS = Register(
    (
        Unit(OFFICE, ("Phòng GD&ĐT",), "phòng"),
        *(Unit(name, (), "trường mầm non") for name in NURSERIES),
        *(Unit(name, (), "trường tiểu học") for name in PRIMARIES),
        *(Unit(name, (name.removeprefix("UBND "),), "UBND cấp xã") for name in COMMUNES),
    ),
    OFFICE,
)
HEAD = """UBND HUYỆN PHÚ ĐÔNG
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
Số: 57/KH-PGDĐT
Phú Đông, ngày 12 tháng 01 năm 2024
KẾ HOẠCH
Xây dựng môi trường học đường an toàn năm 2024
II. NHIỆM VỤ
"""
Wanted = tuple[tuple[str, tuple[str, ...], str, str], ...]


def duties(text: str) -> list[tuple[str, set[str], str, str]]:
    """Return quote, units, amount and deadline ("start..end", "-" for none) of each duty of a stretch."""
    document = plain(HEAD + text)
    found = []
    for item in compile_plan(document, extract(document), UNITS).requirements:
        amount = f"{item.quantity.op} {item.quantity.value:g}" if item.quantity else "-"
        day = f"{item.deadline.start or ''}..{item.deadline.end or ''}" if item.deadline else "-"
        found.append((item.quote, set(item.units), amount, day))
    return found
