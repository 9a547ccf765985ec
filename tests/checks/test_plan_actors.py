"""Who is meant by the actor of a duty, against one register."""

from __future__ import annotations

import pytest

from checks.plan_actors import Actors
from checks.plan_names import UnitNames
from checks.units import Register, Unit
from extractors.vietnamese import fold

REGISTER = Register(
    (
        Unit("Chi cục Dân số", ("CCDS",), "đơn vị thuộc Sở"),
        Unit("Trung tâm Y tế huyện Ba Tri", ("TTYT Ba Tri",), "trung tâm y tế"),
        Unit("Trung tâm Y tế thị xã Giồng", (), "trung tâm y tế"),
        Unit("Trung tâm Y tế thành phố Cù Lao", (), "trung tâm y tế"),
        Unit("Bệnh viện Phụ sản", (), "bệnh viện"),
    ),
    "Chi cục Dân số",
)
ACTORS = Actors(UnitNames(REGISTER))
CENTRES = {"Trung tâm Y tế huyện Ba Tri", "Trung tâm Y tế thị xã Giồng", "Trung tâm Y tế thành phố Cù Lao"}
ALL = CENTRES | {"Bệnh viện Phụ sản"}

PHRASES = [
    ("Các đơn vị thuộc Sở", ALL, "whose they are, not of what kind, though a kind is called so"),
    ("các đơn vị trực thuộc Sở", ALL, "the same with trực"),
    ("Các trung tâm y tế", CENTRES, "a kind"),
    ("Các trung tâm y tế huyện, thị xã, thành phố", CENTRES, "levels in a row are of the same noun"),
    (
        "Các trung tâm y tế huyện, thị xã có trách nhiệm",
        CENTRES - {"Trung tâm Y tế thành phố Cù Lao"},
        "a tail that says duty",
    ),
    ("Mỗi trung tâm y tế", CENTRES, "distributive"),
    ("các đơn vị, trừ Bệnh viện Phụ sản", CENTRES, "an exception"),
    ("Bệnh viện Phụ sản", {"Bệnh viện Phụ sản"}, "by name"),
    ("TTYT Ba Tri", {"Trung tâm Y tế huyện Ba Tri"}, "by alias"),
    ("Công an tỉnh", set(), "a body outside the register owes us nothing"),
]


@pytest.mark.parametrize(("phrase", "units", "why"), PHRASES)
def test_an_actor_is_the_units_that_a_reader_would_name(phrase: str, units: set[str], why: str) -> None:
    low = fold(phrase)
    assert set(ACTORS.resolve(low, 0, len(low)).units) == units, why


def test_cap_uy_are_the_party_bodies_of_the_register() -> None:
    units = (
        Unit("Văn phòng Đảng ủy", (), ""),
        Unit("Chi bộ Trường Hoa Ban", (), "chi bộ"),
        Unit("Hội Nông dân", (), ""),
    )
    actors = Actors(UnitNames(Register(units, "Văn phòng Đảng ủy")))
    for phrase in ("các cấp ủy", "các cấp ủy trực thuộc"):
        assert actors.resolve(phrase, 0, len(phrase)).units == {"Chi bộ Trường Hoa Ban"}
