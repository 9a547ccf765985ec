"""Checks C: the paper against its grounds — the plan that it cites, the year, other units' names, copied sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from checks.copied import copied
from checks.deadlines import day_words
from checks.document_checks import Look, Remark, body, is_plan, is_report, shorten
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import Citation, DocumentKind, Facts, Modality
from extractors.segment import Section
from extractors.vietnamese import alternation, fold, words

_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b(?!\s*[-–]\s*(?:20)?\d\d)")
_SPAN_OF_YEARS = re.compile(r"giai đoạn|năm học|nhiệm kỳ|đến năm|từ năm|so với|cùng kỳ")
_HEADS = ("phòng", "chi cục", "trung tâm", "nhà trường", "trạm", "bệnh viện")
_SELVES = {"nhà trường": "trường"}  # how the name of a body appears in what it calls itself
_GROUND_TYPES = {"quyết định": "qđ", "công văn": "cv", "chỉ thị": "ct", "nghị quyết": "nq", "kế hoạch": "kh"}
_SELF = re.compile(
    rf"(?:^|[.;:]\s*)({'|'.join(_HEADS)})\s+(?={alternation('action_verbs')}\b|đã\b|sẽ\b|phải\b|tiếp tục\b|phấn đấu\b)"
)
_TOLD = frozenset({Modality.DONE, Modality.DENIED, Modality.NONE})
_QUARTER = 100  # days: longer stretches are what a task is about ("hồ sơ giai đoạn 2016 - 2018"), not when it is due
_COPIES = 3  # sentences
_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the plan stands on, or the plan itself."""

    number: str
    issued: date | None

    @property
    def parts(self) -> tuple[str, str]:
        """Return digits and symbol of the number: ("24", "KH-UBND")."""
        digits, _, symbol = self.number.partition("/") if "/" in self.number else self.number.partition("-")
        return digits.strip().lstrip("0"), symbol.strip()


def known_documents(look: Look) -> list[Known]:
    """Return the plan and what it cites; the plan's own blank number is filled by what most papers write."""
    found = [Known(c.number, c.issued) for c in look.plan_facts.letterhead.citations if c.number]
    if look.plan.number:
        day = look.plan.issued.start if look.plan.issued and look.plan.issued.start == look.plan.issued.end else None
        return [Known(look.plan.number, day), *found]
    mine = {(item.number, item.issued) for item in found}
    votes = Counter(
        (citation.number, citation.issued)
        for _, _, facts in look.papers()
        for citation in facts.letterhead.citations
        if citation.number and _is_plan(citation) and (citation.number, citation.issued) not in mine
    )
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0][0] or ""))
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        number, issued = ranked[0][0]
        return [Known(number or "", issued), *found]
    return found


def _is_plan(citation: Citation) -> bool:
    return fold(citation.type).startswith("kế hoạch") or "/kh-" in fold(citation.number or "")


def uncited(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C01: neither by number nor by name."""
    if not (is_plan(facts) or is_report(facts)):
        return
    citations = facts.letterhead.citations
    known = look.once(known_documents)
    if any(_like(citation, one) for citation in citations for one in known):
        return
    if any(fold(c.type).startswith("kế hoạch") for c in citations) or _named(look, document):
        return
    number = f" ({look.plan.number})" if look.plan.number else ""
    yield Remark(f"Văn bản không viện dẫn {_ground(look)} làm căn cứ{number}.")


def _ground(look: Look) -> str:
    """Return what the plan is by its type: a dispatch has none in its head."""
    return fold(look.plan_facts.letterhead.type_name) or "công văn"


def _named(look: Look, document: Document) -> bool:
    """Return whether the paper speaks of the plan without its number: "Thực hiện Kế hoạch của Sở", "theo QĐ 08"."""
    low, type_name = fold(document.text[:4000]), _ground(look)
    plan = r"\b(?:thực hiện|căn cứ|theo|triển khai)\b[^.;]{0,30}\bkế hoạch\b"
    short = _GROUND_TYPES.get(type_name, type_name)
    other = rf"\b(?:thực hiện|theo|triển khai|căn cứ)\s(?:{re.escape(short)}|{re.escape(type_name)})\s(?:số\s)?\d"
    return bool(re.search(plan, low) or re.search(other, low))


def _like(citation: Citation, one: Known) -> bool:
    own = Known(citation.number or "", citation.issued)
    return bool(citation.number) and own.parts[1].upper() == one.parts[1].upper()


def wrong_reference(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C02: same symbol and nearly the same number, or the same number and another day."""
    known = look.once(known_documents)
    own = facts.letterhead.number
    told: set[str] = set()
    for citation in facts.letterhead.citations:
        number = citation.number
        if not number or number == own or number in told:
            continue
        near = [one for one in known if _like(citation, one)]
        if not near or any(_same(citation, one) for one in near):
            continue
        for one in near:
            digits, right = Known(number, None).parts[0], one.parts[0]
            slip = Levenshtein.distance(digits, right) <= 1 or sorted(digits) == sorted(right)
            same_day = bool(citation.issued and citation.issued == one.issued)
            if (digits != right and (slip or same_day) and _day_near(citation, one)) or (
                digits == right and citation.issued and one.issued and not same_day
            ):
                told.add(number)
                right_words = f"số {one.number}" + (f" ngày {day_words(one.issued)}" if one.issued else "")
                cited = citation.span.quote.split(" của ")[0]
                yield Remark(f"Viện dẫn “{shorten(cited)}”, đúng là {right_words}.", (citation.span,))
                break


def _same(citation: Citation, one: Known) -> bool:
    if Known(citation.number or "", None).parts[0] != one.parts[0]:
        return False
    return not (citation.issued and one.issued) or citation.issued == one.issued


def _day_near(citation: Citation, one: Known) -> bool:
    """Return whether the days do not tell two documents apart."""
    if citation.issued is None or one.issued is None:
        return False
    return citation.issued == one.issued or Levenshtein.distance(str(citation.issued), str(one.issued)) <= 1


def wrong_year(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C03: the title names a year, and none that the campaign is about."""
    span = facts.letterhead.spans.get("subject")
    if span is None or _SPAN_OF_YEARS.search(fold(span.quote)):
        return
    years = [int(year) for year in _YEAR.findall(fold(span.quote))]
    if years and not set(years) & look.years:
        right = ", ".join(map(str, sorted(look.years)))
        yield Remark(f"Trích yếu ghi “năm {years[0]}” trong khi {_ground(look)} là của năm {right}.", (span,))


def old_days(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C03: a plan that sets a task a day of a year before its own: left from the plan of that year."""
    issued = facts.letterhead.issued
    if not is_plan(facts) or issued is None:
        return
    for claim in look.bench.dossier(item.unit or "").claims:
        when = claim.commitment.deadline
        if claim.file != item.key or claim.modality in _TOLD or when is None or when.end is None:
            continue
        narrow = when.start is None or (when.end - when.start).days <= _QUARTER
        if narrow and when.end.year < issued.year:
            told = (
                f"Nội dung “{shorten(claim.text, 100)}” có thời hạn {day_words(when.end)}, trước năm ban hành kế hoạch."
            )
            yield Remark(told, (claim.commitment.span,))


def other_unit(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C04: another unit as the doer of this unit's plan, or a self-name that is not this unit's kind."""
    dossier = look.bench.dossier(item.unit or "")
    if is_plan(facts):
        for claim in dossier.told:
            if claim.file == item.key and "phối hợp" not in fold(claim.text):
                yield Remark(
                    f"Câu “{shorten(claim.text)}” lấy đơn vị khác làm chủ thể; có thể chép từ văn bản của đơn vị đó.",
                    (claim.commitment.span,),
                )
    own, low_text = fold(f"{item.unit or ''} {facts.letterhead.issuer or ''}"), fold(document.text)
    for segment in body(facts):
        low = fold(document.text[segment.start : segment.end])
        match = _SELF.match(low)
        if match and _SELVES.get(match.group(1), match.group(1)) not in own and low_text.count(match.group(1)) <= 2:
            span = document.span(segment.start, segment.end)
            yield Remark(f"Câu “{shorten(span.quote)}” tự xưng “{match.group(1)}”, không khớp tên đơn vị.", (span,))


def copies(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """C05: how many sentences are the plan's own."""
    if facts.letterhead.kind is DocumentKind.OTHER:
        return
    sentences = [
        segment
        for segment in body(facts)
        if segment.section is not Section.UNKNOWN or segment.label
        if len(words(document.text[segment.start : segment.end])) >= 6
    ]
    same = [s for s in sentences if copied(document.text[s.start : s.end], look.plan_words)]
    if len(same) >= _COPIES and len(same) >= _SHARE * len(sentences):
        spans = tuple(document.span(s.start, s.end) for s in same[:3])
        share = round(100 * len(same) / len(sentences))
        yield Remark(f"{share}% số câu ({len(same):02d}/{len(sentences):02d}) trùng nguyên văn kế hoạch chung.", spans)
