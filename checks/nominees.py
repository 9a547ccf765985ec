"""Exemplars between a unit's report and what is made known of them: only those that a person decided on go out.

A nominee is an exemplar that a current report of a unit presents. It waits until a person ticks it (TICK) or strikes
it out (STRIKE); a tick holds for the very words that the person saw. What a person mends (name, post, deed, the award
to be asked for) is a decision of its own for each part, so a tick and a mending never undo each other. Subjects are
"<part>@<sha256>:<start of the name>". Whoever asks people makes decisions with `tick`, `strike` and `mend`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checks.decision import Decision
from checks.submission import Submission
from checks.units import Register
from extractors.facts import DocumentKind, Exemplar, ExemplarKind, Facts
from extractors.vietnamese import fold

TICK, STRIKE, MEND = "chon", "gach_bo", "sua"
ORDER = (ExemplarKind.COLLECTIVE, ExemplarKind.PERSON, ExemplarKind.MODEL)


class Part(StrEnum):
    """What of a nominee a decision speaks of; the first part of its subject."""

    WHOLE = "dien_hinh"  # answer TICK or STRIKE
    NAME = "ten_dien_hinh"  # the others: answer MEND, `value` the right words
    POST = "chuc_vu_dien_hinh"
    DEED = "thanh_tich_dien_hinh"
    AWARD = "khen_thuong_dien_hinh"  # what is asked for, as written: "Giấy khen của Giám đốc Sở"; "" for no award


PART_WORDS = {
    Part.WHOLE: "điển hình",
    Part.NAME: "tên điển hình",
    Part.POST: "chức vụ, đơn vị của điển hình",
    Part.DEED: "thành tích của điển hình",
    Part.AWARD: "hình thức đề nghị khen thưởng",
}


class Verdict(StrEnum):
    """Where a nominee stands."""

    WAITING = "cho_ket_luan"
    TICKED = TICK
    STRUCK = STRIKE


@dataclass(frozen=True, slots=True)
class Nominee:
    """An exemplar of a unit's current report. `read` is what the report says, `exemplar` the same as mended.

    `award` is what a person decided to ask for ("" none), never what the report says. `decision` is the tick or the
    strike; a decision on other words than these leaves the nominee waiting and is stale.
    """

    unit: str
    file: str
    sha256: str
    read: Exemplar
    exemplar: Exemplar
    verdict: Verdict
    award: str = ""
    decision: Decision | None = None

    @property
    def decided(self) -> bool:
        """Return whether a person ticked it: nobody else is ever made known or proposed for an award."""
        return self.verdict is Verdict.TICKED

    def tick(self, reviewer: str, at: str, reason: str = "") -> Decision:
        """Return the decision that recognises the nominee; `at` ISO 8601."""
        return self._word(Part.WHOLE, TICK, reviewer, at, "", reason)

    def strike(self, reviewer: str, at: str, reason: str = "") -> Decision:
        """Return the decision that strikes the nominee out: it counts nowhere, as if no report had named it."""
        return self._word(Part.WHOLE, STRIKE, reviewer, at, "", reason)

    def mend(self, part: Part, value: str, reviewer: str, at: str, reason: str = "") -> Decision:
        """Return the decision that sets one part; it neither ticks nor strikes. Raises ValueError for the whole."""
        if part is Part.WHOLE or (part is Part.NAME and not value.strip()):
            raise ValueError(f"{part.value}: {value!r}")
        return self._word(part, MEND, reviewer, at, " ".join(value.split()), reason)

    def _word(self, part: Part, answer: str, reviewer: str, at: str, value: str, reason: str) -> Decision:
        decision = word_on(part, self.place, answer, reviewer, at, value, words_digest(self.read))
        return replace(decision, reason=reason)

    @property
    def place(self) -> str:
        """Return what names the nominee in subjects: its file and where the name begins."""
        return f"{self.sha256}:{self.read.span.start}"


def word_on(part: Part, place: str, answer: str, reviewer: str, at: str, value: str, evidence: str) -> Decision:
    """Return the decision on one part of the nominee at `place`, made by who saw `evidence` (`words_digest`)."""
    return Decision(f"{part.value}@{place}", answer, reviewer, at, value, evidence=evidence)


def words_digest(exemplar: Exemplar) -> str:
    """Return a digest of what a person sees when deciding: kind, name and sentence as the report has them."""
    parts = (exemplar.kind.value, exemplar.name, " ".join(exemplar.context.quote.split()))
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


class Spoken:
    """People's newest words on exemplars, by place, and by the same words in another file of the same unit.

    A report that comes again (a better copy, a signed twin) keeps what was decided on every sentence that it repeats.
    """

    def __init__(self, decisions: Iterable[Decision], units: Mapping[str, str | None]) -> None:
        """Take the decisions and the unit of each original by SHA-256."""
        self._units = units
        self._by_place: dict[str, Decision] = {}
        self._by_words: dict[tuple[str, str, str], Decision] = {}
        parts = {part.value for part in Part}
        for decision in sorted(decisions, key=lambda d: d.decided_at):
            part, _, place = decision.subject.partition("@")
            if part not in parts:
                continue
            self._by_place[decision.subject] = decision
            unit = units.get(place.partition(":")[0])
            if unit and decision.evidence:
                self._by_words[part, unit, decision.evidence] = decision

    def on(self, part: Part, sha256: str, exemplar: Exemplar) -> Decision | None:
        """Return the newest decision on a part, marked stale where it was made on other words than stand there now."""
        if not self._by_place:  # nobody has said anything
            return None
        digest = words_digest(exemplar)
        here = self._by_place.get(f"{part.value}@{sha256}:{exemplar.span.start}")
        same = self._by_words.get((part.value, self._units.get(sha256) or "", digest))
        if here and here.evidence in ("", digest):
            return max((d for d in (here, same) if d), key=lambda d: d.decided_at)
        return same or (replace(here, stale=True) if here else None)

    def value(self, part: Part, sha256: str, exemplar: Exemplar) -> str | None:
        """Return what a person put for a part, None where nobody did."""
        decision = self.on(part, sha256, exemplar)
        return decision.value if decision and not decision.stale else None

    def verdict(self, sha256: str, exemplar: Exemplar) -> Verdict:
        """Return where an exemplar stands."""
        decision = self.on(Part.WHOLE, sha256, exemplar)
        known = {TICK: Verdict.TICKED, STRIKE: Verdict.STRUCK}
        return known.get(decision.answer, Verdict.WAITING) if decision and not decision.stale else Verdict.WAITING

    def mended(self, sha256: str, exemplar: Exemplar) -> Exemplar:
        """Return the exemplar with what people put right."""
        if not self._by_place:
            return exemplar
        name = self.value(Part.NAME, sha256, exemplar)
        post = self.value(Part.POST, sha256, exemplar)
        deed = self.value(Part.DEED, sha256, exemplar)
        if post is not None:  # a person writes post and place in one line
            exemplar = replace(exemplar, position=post or None, affiliation=None)
        return replace(exemplar, name=name or exemplar.name, deed=exemplar.deed if deed is None else deed or None)

    def told(self, sha256: str, facts: Facts) -> Facts:
        """Return the facts with exemplars as mended, without those struck out; the same facts where nothing changed."""
        kept = [e for e in facts.exemplars if self.verdict(sha256, e) is not Verdict.STRUCK]
        told = tuple(self.mended(sha256, e) for e in kept)
        return facts if told == facts.exemplars else replace(facts, exemplars=told)


def nominees(
    settled: Sequence[Submission], read: Mapping[str, Facts], register: Register, spoken: Spoken
) -> tuple[Nominee, ...]:
    """Return the nominees of all units in the register's order, by kind, each once; struck ones stand among them.

    `settled` says which files count and whose they are, `read` has each file's facts by key, before any correction.
    Of one nominee in several files the ticked one is told, then the waiting one.
    """
    rank = {Verdict.TICKED: 0, Verdict.WAITING: 1, Verdict.STRUCK: 2}
    found: list[Nominee] = []
    reports: dict[str, list[Submission]] = {}
    for item in settled:
        report = item.facts is not None and item.facts.letterhead.kind is DocumentKind.REPORT
        if item.unit and item.current and report and item.key in read:
            reports.setdefault(item.unit, []).append(item)
    for unit in register.units:
        mine: dict[str, Nominee] = {}
        for item in reports.get(unit.name, ()):
            for exemplar in read[item.key].exemplars:
                if exemplar.planned:
                    continue
                nominee = _nominee(item, exemplar, spoken)
                name = fold(" ".join(nominee.exemplar.name.split())).strip(" .;,:/")
                if name not in mine or rank[nominee.verdict] < rank[mine[name].verdict]:
                    mine[name] = nominee
        found.extend(sorted(mine.values(), key=lambda n: ORDER.index(n.exemplar.kind)))
    return tuple(found)


def _nominee(item: Submission, exemplar: Exemplar, spoken: Spoken) -> Nominee:
    return Nominee(
        unit=item.unit or "",
        file=item.key,
        sha256=item.sha256,
        read=exemplar,
        exemplar=spoken.mended(item.sha256, exemplar),
        verdict=spoken.verdict(item.sha256, exemplar),
        award=spoken.value(Part.AWARD, item.sha256, exemplar) or "",
        decision=spoken.on(Part.WHOLE, item.sha256, exemplar),
    )
