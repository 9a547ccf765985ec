"""All checks on documents (groups A to F of the catalogue), run over the papers of a campaign.

Group G is about the consolidated report and lives with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from checks import document_checks_content as content
from checks import document_checks_exemplars as exemplars
from checks import document_checks_figures as figures
from checks import document_checks_file as files
from checks import document_checks_form as form
from checks import document_checks_layout as layout
from checks import document_checks_promises as promises
from checks import document_checks_source as source
from checks import document_checks_time as time
from checks.document_checks import FileCheck, Flag, Look, PaperCheck, Remark, UnitCheck, checks
from checks.finding import Evidence, Finding
from checks.judge_bench import Bench
from checks.policy import Policy
from checks.requirement import Plan
from checks.submission import Submission
from checks.units import Register
from extractors.document import Document
from extractors.facts import Facts

_FILES: dict[str, FileCheck] = {
    "A01": files.unreadable,
    "A04": files.unknown_sender,
    "A05": files.conflicting_sender,
    "A06": files.duplicate,
    "A07": files.replaced,
    "A09": files.wrong_kind,
}
_PAPERS: dict[str, PaperCheck] = {
    "A02": files.scanned,
    "A03": files.old_letters,
    "A08": files.draft,
    "B01": form.number,
    "B02": form.issued,
    "B03": form.impossible_day,
    "B04": form.leading_zero,
    "B05": form.symbol,
    "B06": form.subject,
    "B07": form.signer,
    "B08": form.signature,
    "B09": form.authority,
    "B10": form.recipients,
    "B11": form.addressee,
    "B12": form.appendix,
    "B13": layout.layout,
    "C01": source.uncited,
    "C02": source.wrong_reference,
    "C03": lambda *paper: (*source.wrong_year(*paper), *source.old_days(*paper)),
    "C04": source.other_unit,
    "C05": source.copies,
    "D04": time.dated_after_arrival,
    "D05": time.dated_before_plan,
    "D06": time.after_the_deadline,
    "D07": time.vague_time,
    "E01": content.missing_part,
    "E05": exemplars.no_deed,
    "E06": promises.too_little_promised,
    "E08": content.future_tense,
    "E09": content.no_figures,
    "E12": content.no_shortcomings,
    "E13": content.denied,
    "E14": content.put_off,
    "E15": promises.unnamed_model,
    "E16": promises.too_general,
    "F01": figures.text_against_table,
    "F02": figures.wrong_sum,
    "F03": figures.wrong_share,
    "F08": exemplars.award,
}
_UNITS: dict[str, UnitCheck] = {
    "D01": time.not_sent,
    "D02": time.sent_late,
    "D03": time.on_the_edge,
    "E02": content.not_addressed,
    "E03": exemplars.none_named,
    "E04": exemplars.unnamed,
    "E07": content.no_closing_review,
    "E10": promises.unanswered,
    "E11": promises.below_promise,
    "F04": exemplars.spelt_differently,
    "F05": exemplars.posts_differ,
    "F06": exemplars.not_as_registered,
}


def examine(
    plan: Plan,
    plan_document: Document,
    plan_facts: Facts,
    submissions: Sequence[Submission],
    register: Register,
    findings: Sequence[Finding],
    as_of: date,
    policy: Policy,
    bench: Bench | None = None,
) -> tuple[Flag, ...]:
    """Return every remark on the campaign's papers, by file, then by check, then by place.

    Only papers that count are read for their content: copies and replaced versions are told of, not examined (a Word
    twin without number, of a signed PDF, is a copy). Pure; the order of `submissions` makes no difference. `bench` is
    the table at which the same arguments were judged, to be asked again instead of a new one.
    """
    whole = Look(plan, plan_document, plan_facts, submissions, register, findings, as_of, policy, bench)
    mine: dict[str, list[Finding]] = {}
    for finding in findings:
        mine.setdefault(finding.unit, []).append(finding)
    papers: dict[str, list[Submission]] = {unit.name: [] for unit in register.units}
    for item in sorted(submissions, key=lambda item: item.key):
        papers.setdefault(item.unit or "", []).append(item)
    flags = [flag for unit, sent in papers.items() for flag in examine_unit(whole.at(sent, mine.get(unit, ())), unit)]
    return flags_in_order([*flags, *claimed_twice(whole)])


def examine_unit(look: Look, unit: str) -> tuple[Flag, ...]:
    """Return the remarks on one unit ("" for papers of nobody) and its papers; `look` holds its papers and findings.

    They rest on these, on plan, register and day, and on what `look.once` finds: the documents that the plan stands on.
    """
    flags = [*_of_files(look), *_of_papers(look)]
    return tuple(flags + ([*_of_unit(look, unit)] if look.register.by_name(unit) else []))


def claimed_twice(whole: Look) -> list[Flag]:
    """Return the remarks on exemplars that several units claim."""
    return [_flag("F07", remark, "", unit) for unit, remark in exemplars.claimed_twice(whole)]


def flags_in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return remarks by file, then by check, then by place, each once."""
    return tuple(sorted(dict.fromkeys(flags), key=_order))


def _of_files(look: Look) -> Iterable[Flag]:
    for item in look.submissions:
        for id, run in _FILES.items():
            yield from (_flag(id, remark, item.key, item.unit or "") for remark in run(look, item))


def _of_papers(look: Look) -> Iterable[Flag]:
    for item, document, facts in look.papers():
        for id, run in _PAPERS.items():
            yield from (_flag(id, remark, item.key, item.unit or "") for remark in run(look, item, document, facts))


def _of_unit(look: Look, unit: str) -> Iterable[Flag]:
    dossier = look.bench.dossier(unit)
    for id, run in _UNITS.items():
        yield from (_flag(id, remark, "", unit) for remark in run(look, unit, dossier))


def _flag(id: str, remark: Remark, file: str, unit: str) -> Flag:
    check = checks()[id]
    lines = (*(Evidence(file, span) for span in remark.spans), *remark.evidence)
    where = file or (lines[0].file if lines else "")
    return Flag(id, remark.severity or check.severity, check.name, remark.message, check.remedy, where, unit, lines)


def _order(flag: Flag) -> tuple[str, str, str, int, str]:
    start = flag.evidence[0].span.start if flag.evidence else -1
    return (flag.file, flag.unit, flag.id, start, flag.message)
