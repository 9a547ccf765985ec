"""A paper that is itself the deed: a list sent, a registration, a rule issued, where the duty asks for such a paper.

What the duty asks for is then judged as papers are: by the day on which it came, or was issued where nobody was to be
sent it.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from checks import evidence, reasons
from checks.finding import Cause, Evidence, Status
from checks.judge_bench import NEAR, Bench
from checks.judge_verdict import Verdict
from checks.match_terms import terms
from checks.matter import other_matter
from checks.requirement import Kind, Requirement, ShownBy
from checks.submission import Submission
from extractors.facts import DocumentKind, Modality
from extractors.vietnamese import any_of, fold, lexicon

_ANSWERED = frozenset({Kind.SUBMIT, Kind.ACT, Kind.HOLD, Kind.REACH, Kind.COUNT, Kind.PUBLISH})
_MAKES = re.compile(
    r"\b(?:gửi|nộp|lập|xây dựng|ban hành|trình|ký|soạn|hoàn thiện|đăng ký)\b(?:(?!\b(?:theo|trên cơ sở)\b)[^;.]){0,60}?"
    rf"\b({any_of(lexicon('filed_papers', 'checks'))})\b"
)
_REGISTERS = re.compile(r"(?:(?!\b(?:vận động|tuyên truyền|hướng dẫn|theo)\b)[^;.]){0,60}?\bđăng ký\b")
_OF_THE_DECREE = re.compile(r"\b(?:kế hoạch|báo cáo)\b")  # plans and reports have their own test
_SENT = re.compile(r"\b(?:gửi|nộp|báo cáo)\b|\bvề (?:văn phòng|sở|phòng|ban|ủy ban|ubnd|huyện|tỉnh|thành)\b")
_REGISTERED = "đăng ký"
_WORD = re.compile(r"[^\W\d_]+")
_NEWS = 2  # words that stand neither in the duty nor in the unit's name: who copies the duty has registered nothing
_NO_ACT = frozenset({Modality.DENIED, Modality.RESTATED})  # copied words register nothing
_TOP = 900  # characters that hold letterhead and title
_LINE = 160  # characters of a title
_SHARE = 0.15  # of the names of the duty that the title of its paper holds at least


def filed(bench: Bench, requirement: Requirement, unit: str, own: Verdict) -> Verdict:
    """Return the verdict by the paper that the duty asks for where the unit has filed it, else `own`."""
    if own.status not in {Status.MISSING, Status.NOT_DUE} or own.cause is Cause.DENIED:
        return own
    wanted = _wanted(requirement)
    if not wanted:
        return own
    file, due = bench.dossier(unit), bench.due(requirement, unit)
    found = [item for item in (*file.sent, *file.apart) if _is_it(bench, requirement, item, wanted)]
    if not found:
        return own
    sent = _SENT.search(fold(requirement.quote)) is not None
    days = [(file.days.get(item.key) if sent else _issued(item) or file.days.get(item.key), item) for item in found]
    known = [(day, item) for day, item in days if day is not None]
    lines = evidence.distinct(line for item in found for line in _shown(bench, requirement, item, wanted))
    step = f"Văn bản mà yêu cầu nói đến: {'; '.join(item.key for item in found)}."
    paper = "văn bản đăng ký" if wanted == _REGISTERED else wanted
    if not known:
        return Verdict(Status.MET, Cause.NONE, reasons.sent_some_day(paper), lines, 0.6).after(*own.steps, step)
    day, _ = min(known, key=lambda pair: (pair[0], pair[1].key))
    if due.last is None or day <= due.last:
        told = reasons.sent_in_time(paper, day, due) if sent else reasons.made_in_time(paper, day)
        return Verdict(Status.MET, Cause.NONE, told, lines, 0.8).after(*own.steps, step)
    if not sent:
        return Verdict(Status.PARTIAL, Cause.SHORT, reasons.made_late(paper, day, due), lines, 0.7).after(step)
    return Verdict(Status.LATE, Cause.NONE, reasons.sent_late(paper, day, due.last), lines, 0.8).after(step)


def _wanted(requirement: Requirement) -> str:
    """Return the paper that the duty asks to be made or sent, "đăng ký" for any registration, "" for none."""
    if requirement.kind not in _ANSWERED or requirement.shown_by is ShownBy.PLAN_CONTENT:
        return ""
    low = fold(requirement.quote)
    if requirement.kind is Kind.SUBMIT and _OF_THE_DECREE.search(low):
        return ""
    named = _MAKES.search(low)
    registers = _REGISTERS.match(low) or _REGISTERS.match(fold(requirement.action))
    if registers and (named is None or _REGISTERED in named.group(1)):
        return _REGISTERED
    return str(named.group(1)) if named else ""


def _is_it(bench: Bench, requirement: Requirement, item: Submission, wanted: str) -> bool:
    """Return whether a file is that paper: its title names it and the matter, or it registers in so many words."""
    facts = item.facts
    if facts is None or item.document is None or facts.letterhead.kind is DocumentKind.REPORT:
        return False
    if other_matter(bench, item):
        return False
    title = _title(item)
    if re.search(rf"\b{re.escape(wanted)}\b", title):
        return _on_the_matter(bench, requirement, title, wanted)
    return wanted == _REGISTERED and bool(_registering(bench, requirement, item))


def _title(item: Submission) -> str:
    """Return type, subject, the lines in capitals near the top and what stands below each of them, folded."""
    head = item.facts.letterhead if item.facts else None
    lines = (item.document.text[:_TOP] if item.document else "").splitlines()
    near = [f"{line}\n{below}" for line, below in pairwise([*lines, ""]) if len(line) > 6 and line.upper() == line]
    return fold("\n".join([head.type_name, head.subject or "", *near] if head else near))


def _on_the_matter(bench: Bench, requirement: Requirement, title: str, wanted: str) -> bool:
    weights = bench.matcher.topic(requirement).weights
    wanted_terms = terms(wanted)
    named = {term: w for term, w in weights.items() if w >= 0.5 and term not in wanted_terms and (" " in term)}
    if not named:
        return True
    held = terms(title)
    return sum(w for term, w in named.items() if term in held) >= _SHARE * sum(named.values())


def _registering(bench: Bench, requirement: Requirement, item: Submission) -> list[Evidence]:
    """Return the clauses by which a paper registers: "Trường đăng ký 03 học sinh dự thi …"."""
    file = bench.dossier(item.unit or "")
    claims = [c for c in file.claims if c.file == item.key and _REGISTERED in fold(c.text)]
    ranked = bench.ranked(requirement, item.unit or "", claims, NEAR)
    said = set(_WORD.findall(fold(f"{requirement.quote} {item.unit or ''}")))
    return [
        evidence.of_claim(one.claim)
        for one in ranked
        if one.claim.modality not in _NO_ACT and len(set(_WORD.findall(fold(one.claim.text))) - said) >= _NEWS
    ]


def _shown(bench: Bench, requirement: Requirement, item: Submission, wanted: str) -> list[Evidence]:
    return [*_title_line(item, wanted), *evidence.of_paper(item), *_registering(bench, requirement, item)]


def _title_line(item: Submission, wanted: str) -> list[Evidence]:
    """Return the line near the top that names the paper: "BẢN ĐĂNG KÝ" is no type of the decree's list."""
    if item.document is None:
        return []
    line = re.search(rf"(?m)^.*\b{re.escape(wanted)}\b.*$", fold(item.document.text[:_TOP]))
    if line is None or line.end() - line.start() > _LINE:
        return []
    below = item.document.text.find("\n", line.end() + 1)
    ends = [end for end in (below, line.end()) if line.start() < end <= line.start() + _LINE]
    return [Evidence(item.key, item.document.span(line.start(), end)) for end in ends[:1]]


def _issued(item: Submission) -> date | None:
    return item.facts.letterhead.issued if item.facts else None
