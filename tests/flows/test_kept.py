"""What is kept from the last judging never changes what is told: judged again by parts, it is as judged anew."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from checks.corrections import Field, subject
from checks.decision import Answer, Decision
from checks.policy import Policy
from checks.recognise import recognise
from checks.ruling import evidence_digest
from checks.submission import State, Submission
from checks.units import Register
from extractors.errors import Truncated
from extractors.extract import extract
from extractors.facts import Facts
from extractors.readers.builder import plain
from flows.assess import Assessment, assess
from flows.kept import Kept
from ledger import held
from ledger.codec import pack
from ledger.held import HeldDocument, HeldFacts
from tests.checks.mini_campaigns import NAMES, Mini, read

STEPS = 14
BROKEN = Truncated()  # errors that say the same are not equal
STRANGER = "Trường Cao đẳng Ngoài Danh Sách"


@cache
def campaign(name: str) -> tuple[Mini, Facts, tuple[Submission, ...]]:
    """The campaign, its plan's facts, and papers to drop: its own, and the same under the names of other units."""
    mini = read(name)
    made = [variant for item in mini.items for variant in _variants(mini, item)]
    return mini, extract(mini.plan), (*mini.items, *made)


def _variants(mini: Mini, item: Submission) -> Iterator[Submission]:
    if item.document is None:
        return
    others = [unit.name for unit in mini.register.units]
    sender = next((name for name in others if name.casefold() in item.document.text.casefold()), others[-1])
    for at, other in enumerate([*others[:3], STRANGER]):
        text = item.document.text.replace(sender, other).replace(sender.upper(), other.upper())
        # What others tell of a unit, and what the office's team did, are what units share.
        text += f"\nNgày 10 tháng 6, {others[at - 1]} đã {_duty(mini, at)}."
        text += f"\nĐoàn kiểm tra của {mini.register.office} đã kiểm tra tại đơn vị."
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = plain(text, digest)
        facts = extract(document, mini.roster)
        yield replace(item, key=f"{at}-{item.key}", sha256=digest, document=document, facts=facts)


def _duty(mini: Mini, at: int) -> str:
    lines = [line for line in mini.plan.text.split("\n") if len(line) > 60]
    return lines[at % len(lines)].split(" ", 1)[-1].rstrip(" .;")[:160]


class Folder:
    """A folder in which things happen, and what people have said of them."""

    def __init__(self, name: str, seed: int) -> None:
        self.mini, self.facts, self.pool = campaign(name)
        self.chance = random.Random(f"{name}-{seed}")
        self.here = {item.key: item for item in self.mini.items}
        self.decisions: list[Decision] = []
        self.day, self.register = self.mini.day, self.mini.register
        self.found: Assessment | None = None
        self.held: dict[int, tuple[Submission, Submission]] = {}

    def happen(self) -> None:
        """Let one thing happen."""
        what = self.chance.choice(
            (self.arrives, self.arrives, self.arrives, self.goes, self.changes, self.breaks, self.is_decided,
             self.is_corrected, self.is_ticked, self.day_passes, self.is_exempted)
        )  # fmt: skip
        what()

    def arrives(self) -> None:
        item = self.chance.choice(self.pool)
        self.here[item.key] = item

    def goes(self) -> None:
        if len(self.here) > 1:
            del self.here[self.chance.choice(sorted(self.here))]

    def changes(self) -> None:
        """Another content under the name of a file that was there."""
        key = self.chance.choice(sorted(self.here))
        self.here[key] = replace(self.chance.choice(self.pool), key=key)

    def breaks(self) -> None:
        key = self.chance.choice(sorted(self.here))
        self.here[key] = replace(self.here[key], sha256="0" * 64, document=None, facts=None, error=BROKEN)

    def is_decided(self) -> None:
        if self.found and self.found.findings:
            finding = self.chance.choice(self.found.findings)
            self._say(finding.id, self.chance.choice(list(Answer)).value, "", evidence_digest(finding))

    def is_corrected(self) -> None:
        item = self.here[self.chance.choice(sorted(self.here))]
        unit = self.chance.choice([*(unit.name for unit in self.register.units), "", "Đơn vị không có trong danh sách"])
        field, value = self.chance.choice([(Field.UNIT, unit), (Field.NUMBER, "9/BC-X"), (Field.KIND, "bao_cao")])
        self._say(subject(field, item.sha256), "sua", value, "")

    def is_ticked(self) -> None:
        if self.found and self.found.nominees:
            nominee = self.chance.choice(self.found.nominees)
            at = f"2029-12-01T08:00:{len(self.decisions):02d}+07:00"
            self.decisions.append(self.chance.choice((nominee.tick, nominee.strike))("Vũ Thị Chọn", at))

    def day_passes(self) -> None:
        self.day += timedelta(days=self.chance.choice((-40, 1, 30)))

    def is_exempted(self) -> None:
        at = self.chance.randrange(len(self.register.units))
        units = list(self.register.units)
        units[at] = replace(units[at], exempt="" if units[at].exempt else "sáp nhập")
        self.register = Register(tuple(units), self.register.office)

    def _say(self, about: str, answer: str, value: str, evidence: str) -> None:
        at = f"2029-12-01T08:00:{len(self.decisions):02d}+07:00"
        self.decisions.append(Decision(about, answer, "Vũ Thị Chọn", at, value, "lý do", evidence))

    def judged(self, kept: Kept | None) -> Assessment:
        """What is told of the folder as it is now; the order of files is another each time.

        Where something is kept, files are packed as a service holds them.
        """
        items = [self.packed(item) if kept else item for item in self.here.values()]
        self.chance.shuffle(items)
        rest = (self.register, self.day, Policy(), tuple(self.decisions), None, kept)
        return assess(self.mini.plan, self.facts, items, *rest)

    def packed(self, item: Submission) -> Submission:
        """The file as it is held; the same one each time."""
        if id(item) not in self.held:
            document = item.document and HeldDocument.of(item.document, pack(item.document))
            facts = item.facts and HeldFacts.of(item.facts, pack(item.facts))
            self.held[id(item)] = item, replace(item, document=document, facts=facts)
        return self.held[id(item)][1]


@pytest.fixture(autouse=True)
def few_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nearly all documents unpacked each time that they are looked at."""
    monkeypatch.setattr(held, "AT_HAND", 3)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 2])
def test_judging_by_parts_tells_what_judging_anew_tells(name: str, seed: int) -> None:
    folder, kept = Folder(name, seed), Kept()
    for step in range(STEPS):
        folder.happen()
        by_parts, anew = folder.judged(kept), folder.judged(None)
        folder.found = anew
        for part in ("plan", "submissions", "findings", "flags", "nominees", "register"):
            assert getattr(by_parts, part) == getattr(anew, part), f"step {step}: {part}"


@pytest.mark.parametrize("name", NAMES)
def test_a_late_file_has_only_its_unit_and_the_office_judged_again(name: str) -> None:
    folder, kept = Folder(name, 3), Kept()
    before = folder.judged(kept)
    late = next(item for item in folder.pool if item.key not in folder.here and _sender(folder, item))
    folder.here[late.key] = late
    after = folder.judged(kept)
    unit = next(item.unit for item in after.submissions if item.key == late.key)
    told = {claims[0] for item in kept.witnesses.made for claims in kept.witnesses.kept(item).told}
    assert set(kept.findings.made) <= {unit, folder.register.office, *told}
    other = [(one, two) for one, two in zip(before.findings, after.findings, strict=True) if one != two]
    assert {one.unit for one, _ in other} <= {unit, folder.register.office, *told}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_nobody_known_has_nobody_judged_again(name: str) -> None:
    folder, kept = Folder(name, 5), Kept()
    one = min(folder.here)
    folder.here = {one: folder.here[one]}  # the papers of most units have not come: one of nobody known may be theirs
    folder.judged(kept)
    stranger = folder.here["la.docx"] = replace(_letter(folder), key="la.docx")
    after = folder.judged(kept)
    assert next(item.state for item in after.submissions if item.key == stranger.key) is State.UNKNOWN_UNIT
    assert not kept.findings.made and set(kept.flags.made) <= {""}, "whose it is changes nothing before it is known"
    assert after.findings == folder.judged(None).findings
    mine = [step for finding in after.findings for step in finding.steps]
    assert any("tệp chưa rõ đơn vị gửi" in step for step in mine), "how many there are is told all the same"
    del folder.here["la.docx"]
    assert not [step for f in folder.judged(kept).findings for step in f.steps if "tệp chưa rõ" in step]


def _letter(folder: Folder) -> Submission:
    text = f"{STRANGER.upper()}\nSố: 3/BC-X\nBÁO CÁO\nKết quả sáu tháng đầu năm\nĐã tổ chức 02 hội nghị."
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = plain(text, digest)
    return Submission("x", digest, folder.mini.items[0].received, document, extract(document, folder.mini.roster))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_new_has_nobody_judged_again(name: str) -> None:
    folder, kept = Folder(name, 4), Kept()
    before = folder.judged(kept)
    assert set(kept.findings.made) == {finding.unit for finding in before.findings}
    assert folder.judged(kept) == before
    assert not kept.findings.made and not kept.flags.made and not kept.witnesses.made


def _sender(folder: Folder, item: Submission) -> str | None:
    return recognise(item.key, item.facts.letterhead if item.facts else None, item.document, folder.register)[0]
