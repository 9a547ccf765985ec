"""Fills the Word templates: the office's own copy where it has one, else the one that is shipped."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from checks.finding import Finding
from checks.requirement import Plan
from checks.submission import Submission
from checks.units import Register
from extractors.errors import TonghopError
from templates.content import Report
from templates.context import report
from templates.guard import faults, stop
from templates.office import OfficeFacts
from templates.package import package
from templates.phrases import printable
from templates.sections import number_sections, settle_sections
from templates.tables import join_rows
from templates.tags import report_tags


class BadTemplate(TonghopError):
    """A Word template that the office changed cannot be filled."""

    code, why_not = "MAU_HONG", "bad_template"
    reason = "Mẫu “{name}” có lỗi: {detail} Vị trí: “{where}”."
    remedy = "Đề nghị sửa mẫu trong Word, hoặc xóa tệp mẫu để dùng lại mẫu gốc."


REPORT = "bao-cao-tong-hop.docx"


def consolidated_report(
    plan: Plan,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    register: Register,
    office: OfficeFacts,
    as_of: date,
    sources: bool,
    template: bytes | None = None,
    content: Report | None = None,
) -> bytes:
    """Return the consolidated report as .docx; `sources` says which of the two renderings.

    With sources it carries marks and an internal appendix that leads each to file, place, sentence and hash; without
    it is the copy for signature. `template` is the office's own one, `content` what `report` returns for
    the same arguments, where it is known. Raises BadTemplate, or ExportStopped where a sentence or a number has no
    proof.
    """
    content = content or report(plan, submissions, findings, register, office, as_of, sources)
    stop(faults(content, plan, submissions, findings, register))
    return filled(REPORT, report_tags(content, sources), as_of, template)


def filled(name: str, tags: Mapping[str, Any], as_of: date, template: bytes | None = None) -> bytes:
    """Return the Word template `name` filled with `tags`, the same bytes for the same input; raises BadTemplate."""
    from docxtpl import DocxTemplate

    data = template if template is not None else shipped(name)
    document = DocxTemplate(io.BytesIO(data))
    papers = number_sections(document.get_docx())
    try:
        document.render(literal(dict(tags)), _environment(), autoescape=True)
    except TemplateError as error:
        where = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
        raise BadTemplate(name=name, detail=f"{error}.", where=printable(where)[:200]) from error
    settle_sections(document.docx, papers)
    join_rows(document.docx)
    target = io.BytesIO()
    document.save(target)
    return package(target.getvalue(), as_of)


class _Remembering(SandboxedEnvironment):
    """Compiles the same source once: a letter goes to every unit from one template."""

    @lru_cache(maxsize=64)  # noqa: B019 - there is one environment, and it lives as long as the program
    def from_string(self, source: str, *rest: Any, **more: Any) -> Template:  # type: ignore[override]  # ours caches
        return super().from_string(source, *rest, **more)


@cache
def _environment() -> _Remembering:
    return _Remembering(autoescape=True, undefined=StrictUndefined)


def shipped(name: str) -> bytes:
    """Return the bytes of a template that comes with the program; raises OSError."""
    return resources.files("templates").joinpath(name).read_bytes()


def literal(value: Any) -> Any:
    """Return `value` with every text in it made safe: in Word it appears letter for letter, whatever it holds.

    docxtpl turns "{_{" into braces after filling, so the underscore goes in as a character reference.
    """
    if isinstance(value, str):
        escaped = str(Markup.escape(printable(value)))
        return Markup(escaped.replace("_", "&#95;"))
    if isinstance(value, Mapping):
        return {name: literal(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [literal(entry) for entry in value]
    return value
