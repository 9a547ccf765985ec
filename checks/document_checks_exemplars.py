"""Checks on exemplars: named, with a deed, spelt one way, of one unit, as registered, with the right award."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from checks.document_checks import Look, Remark, is_report, shorten
from checks.document_checks_promises import taken_up
from checks.document_checks_time import REGISTERS
from checks.finding import Cause, Evidence, Status
from checks.judge_dossier import Dossier, Shown
from checks.kinds_measure import amount_words
from checks.requirement import Kind, Requirement
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import DocumentKind, ExemplarKind, Facts, Modality
from extractors.segment import SegmentKind
from extractors.vietnamese import bare, fold, words

_MERIT = re.compile(
    r"\b(?:ubnd|chủ tịch ubnd|ủy ban nhân dân|chủ tịch ủy ban nhân dân) (?:tỉnh|thành phố)[^.;,\n]{0,40}\bgiấy khen\b"
    r"|\bgiấy khen\b[^.;,\n]{0,25}\bcủa (?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)\b"
    r"|\bgiám đốc sở[^.;,\n]{0,40}\bbằng khen\b|\bbằng khen\b[^.;,\n]{0,25}\bcủa giám đốc sở\b"
)
_COUNTED = re.compile(r"\b\d+\s(?:[^\W\d_]+\s){0,2}(?:điển hình|tiêu biểu|gương)\b")
_OPEN = re.compile(r"\b(?:chưa|không|sẽ|dự kiến|phấn đấu|ít nhất|tối thiểu|đề nghị)\b")
_TOLD = frozenset({Modality.DONE, Modality.PARTLY})
_SAID = 0.6  # share of a duty's topic from which a report speaks of it
_MOST_NAMED = 3  # units
_DEED_WORDS = 8  # words beside name and post below which a sentence tells no deed


def none_named(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E03."""
    for requirement in look.plan.requirements:
        if requirement.kind is not Kind.COUNT or unit not in requirement.units:
            continue
        finding = next((f for f in look.findings if f.unit == unit and f.requirement == requirement.id), None)
        bare_report = dossier.has(DocumentKind.REPORT) and finding is not None and finding.status is Status.MISSING
        if REGISTERS.search(fold(requirement.action)):
            continue  # to be shown by what was sent beforehand, not by a report
        told = finding is not None and (_names_some(dossier, requirement) or _only_counted(dossier) is not None)
        if bare_report and finding and finding.cause is not Cause.DENIED and not told:
            want = requirement.quantity
            asked = f" ít nhất {amount_words(want, want.value)}" if want else ""
            yield Remark(f"Báo cáo chưa nêu điển hình, mô hình nào; kế hoạch yêu cầu{asked} ({requirement.id}).")


def _names_some(dossier: Dossier, requirement: Requirement) -> bool:
    """Return whether a report names an exemplar of the kind asked for, or tells of the thing by its own word.

    A model that a report says was not built is told of too (E13).
    """
    model = "mô hình" in fold(requirement.quote)
    told = [one.exemplar for one in dossier.shown if one.kind is DocumentKind.REPORT and not one.exemplar.planned]
    if any((one.kind is ExemplarKind.MODEL) is model for one in told):
        return True
    done = [claim.text for claim in dossier.claims if not claim.from_plan and claim.modality in _TOLD]
    denied = [claim.text for claim in dossier.claims if not claim.from_plan and claim.modality is Modality.DENIED]
    if model and any("mô hình" in fold(text) for text in denied):
        return True
    return bool(requirement.topic) and taken_up(requirement.topic, done, _SAID)


def unnamed(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E04: told by the judgement of a duty, or by a report that counts exemplars where a duty asks for names."""
    asked = {r.id: r for r in look.plan.requirements if r.kind is Kind.COUNT and not REGISTERS.search(fold(r.action))}
    lines: list[Evidence] = []
    for finding in look.findings:
        if finding.unit != unit:
            continue
        if finding.cause is Cause.UNNAMED and finding.evidence:
            lines.append(finding.evidence[0])
        elif finding.requirement in asked and finding.status is Status.MISSING and finding.cause is not Cause.DENIED:
            counted = None if _names_some(dossier, asked[finding.requirement]) else _only_counted(dossier)
            lines += [counted] if counted else []
    for line in dict.fromkeys(lines):
        yield Remark(f"Có nêu điển hình, mô hình nhưng không có tên: “{shorten(line.span.quote)}”.", evidence=(line,))


def _only_counted(dossier: Dossier) -> Evidence | None:
    """Return the first sentence of a report that says how many were exemplary: "02 cá nhân điển hình"."""
    for item in dossier.current:
        if item.facts is None or item.document is None or not is_report(item.facts):
            continue
        for segment in item.facts.segments:
            low = fold(item.document.text[segment.start : segment.end])
            if segment.kind is SegmentKind.SENTENCE and _COUNTED.search(low) and not _OPEN.search(low):
                return Evidence(item.key, item.document.span(segment.start, segment.end))
    return None


def no_deed(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E05: neither a deed was read nor has its sentence room for one."""
    if not is_report(facts):
        return
    for exemplar in facts.exemplars:
        if exemplar.deed or exemplar.planned or exemplar.kind is ExemplarKind.MODEL:
            continue
        known = len(words(f"{exemplar.name} {exemplar.position or ''} {exemplar.affiliation or ''}"))
        if len(words(exemplar.context.quote)) < known + _DEED_WORDS:
            yield Remark(f"Điển hình “{exemplar.name}” chưa nêu thành tích, việc làm cụ thể.", (exemplar.context,))


def spelt_differently(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """F04: two names that differ in marks only, or in one letter."""
    persons = [item for item in dossier.shown if item.exemplar.kind is ExemplarKind.PERSON]
    seen: dict[str, Shown] = {}
    for item in persons:
        seen.setdefault(" ".join(item.exemplar.name.split()), item)
    names = sorted(seen)
    for at, first in enumerate(names):
        for second in names[at + 1 :]:
            if fold(first) != fold(second) and _near(first, second):
                spans = (seen[first], seen[second])
                yield Remark(
                    f"Có thể cùng một người: “{first}” và “{second}”.",
                    evidence=tuple(Evidence(i.file, i.exemplar.span) for i in spans),
                )


def _near(first: str, second: str) -> bool:
    a, b = bare(first), bare(second)
    if len(a.split()) < 3 or len(a.split()) != len(b.split()):
        return False
    return a == b or (Levenshtein.distance(a, b) == 1 and a.split()[0] == b.split()[0])


def posts_differ(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """F05."""
    posts: dict[str, dict[str, Shown]] = defaultdict(dict)
    for item in dossier.shown:
        if item.exemplar.position:
            posts[fold(item.exemplar.name)].setdefault(fold(item.exemplar.position), item)
    for found in posts.values():
        pairs = [(a, b) for a in found for b in found if a < b and not _alike(a, b)]  # "giáo viên", "giáo viên Ngữ văn"
        if pairs:
            one, two = sorted(
                (found[post] for post in pairs[0]), key=lambda item: (item.file, item.exemplar.span.start)
            )
            yield Remark(
                f"“{one.exemplar.name}” được ghi chức vụ “{one.exemplar.position}” và “{two.exemplar.position}”.",
                evidence=tuple(Evidence(i.file, i.exemplar.context) for i in (one, two)),
            )


def not_as_registered(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """F06: what the plan registered is not what the report names."""
    planned = [item for item in dossier.shown if item.kind is DocumentKind.PLAN]
    told = [item for item in dossier.shown if item.kind is DocumentKind.REPORT and not item.exemplar.planned]
    if not planned or not told:
        return
    names = {fold(item.exemplar.name) for item in told}
    common = fold(look.plan_document.text)
    for item in planned:
        if fold(item.exemplar.name) in common:
            continue  # a class of models that the plan itself names
        same = [other for other in told if other.exemplar.kind is item.exemplar.kind]
        if same and not any(_alike(fold(item.exemplar.name), name) for name in names):
            yield Remark(
                f"Kế hoạch đăng ký “{item.exemplar.name}”, báo cáo nêu “{same[0].exemplar.name}”.",
                evidence=(Evidence(item.file, item.exemplar.span),),
            )


def _alike(first: str, second: str) -> bool:
    return first in second or second in first


def claimed_twice(look: Look) -> Iterable[tuple[str, Remark]]:
    """F07: one exemplar in the reports of two units, told once for each."""
    owners: dict[str, dict[str, Shown]] = defaultdict(dict)
    for unit in look.register.units:
        for item in look.bench.witness(unit.name).shown:
            owners[fold(item.exemplar.name)].setdefault(unit.name, item)
    for name in sorted(owners):
        found = owners[name]
        if len(found) < 2 or len(name.split()) < 2:
            continue
        names = sorted(found)
        shown = found[names[0]].exemplar.name
        for owner in names:
            others = several([other for other in names if other != owner])
            line = Evidence(found[owner].file, found[owner].exemplar.context)
            yield owner, Remark(f"Điển hình “{shown}” cũng có trong báo cáo của {others}.", evidence=(line,))


def several(names: Sequence[str]) -> str:
    """Return the names in one phrase, of many the first few: a phrase all units repeat would list each of them."""
    if len(names) <= _MOST_NAMED:
        return " và ".join(names)
    return f"{', '.join(names[:_MOST_NAMED])} và {len(names) - _MOST_NAMED:02d} đơn vị khác"


def award(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """F08: the chairman of a province gives Bằng khen, heads of departments Giấy khen (Luật Thi đua, khen thưởng)."""
    for match in _MERIT.finditer(fold(document.text)):
        span = document.span(match.start(), match.end())
        yield Remark(
            f"“{shorten(span.quote)}”: Chủ tịch UBND tỉnh tặng Bằng khen; Giám đốc Sở và tương đương tặng Giấy khen.",
            (span,),
        )
