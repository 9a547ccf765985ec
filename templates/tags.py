"""The tags of the Word templates: Vietnamese names, because the office reads them when it edits a template in Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from templates.content import Report
from templates.duties import DutyTold, Line
from templates.office import OfficeFacts
from templates.phrases import clean, count, day, key, point, runs, upper_first
from templates.sources import SHOWN_OF_HASH, Said
from templates.spelling import shortened
from templates.vocabulary import word

Tags = dict[str, Any]
LETTERHEAD_LINE = 24  # capitals of the body's name that fit beside the motto (measured at 13 pt)


def symbol(kind: str, office: OfficeFacts) -> str:
    """Return the symbol of a paper of ours behind its number, "BC-SKHCN"; `kind` as in the word list's "symbol"."""
    return "-".join(part for part in (word("symbol", kind), office.symbol) if part)


def office_tags(office: OfficeFacts, year: int, month: int) -> Tags:
    """Return the tags of letterhead and signature; the day of issue is left for the clerk to fill."""
    shown = f"{month:02d}" if month < 3 else str(month)
    return {
        "co_quan_chu_quan": shortened(clean(office.parent)).upper(),
        "co_quan": _unbroken(clean(office.body).upper()),
        "ten_co_quan": clean(office.body),
        "van_phong": clean(office.office),
        "cac_don_vi": office.units,
        "dia_danh": clean(office.place) or "…………",
        "ngay_thang": f"ngày       tháng {shown} năm {year}",
        "nam": str(year),
        "don_vi_soan": office.unit_symbol,
    }


def _unbroken(body: str) -> str:
    """Return a body's name that wraps before its last two words: one word alone on a line reads badly."""
    head, _, last = body.rpartition(" ")
    return f"{head}\u00a0{last}" if len(body) > LETTERHEAD_LINE else body


def _with_award(deed: str, award: str) -> str:
    """Return deed and award; a deed that tells of the award itself is enough."""
    return deed if key(award) in key(deed) else ". ".join(part for part in (deed, award) if part)


def report_tags(report: Report, sources: bool) -> Tags:
    """Return what the template of the consolidated report is filled with."""
    office = report.office

    def said(item: Said | None) -> Tags | None:
        return {"cau": item.text, "nguon": marks(item.marks)} if item else None

    def all_said(items: Iterable[Said]) -> list[Tags]:
        return [tags for item in items if (tags := said(item))]

    def marks(of: Sequence[str]) -> str:
        return runs(of) if sources else ""

    def lines(items: Iterable[Line]) -> list[Tags]:
        return [
            {
                "don_vi": item.who,
                "cau": item.text,
                "cau_hoa": upper_first(item.text),
                "theo": item.told_by,
                "nguon": marks(item.marks),
            }
            for item in items
        ]

    def duty(item: DutyTold, letter: str = "") -> Tags:
        lead = {"cau": item.lead.text, "nguon": marks(item.lead.marks)}
        return {**lead, "diem": letter, "rieng": item.single, "dong": lines(item.lines)}

    return {
        **office_tags(office, report.as_of.year, report.as_of.month),
        "ky_hieu": symbol("bao_cao", office),
        "quyen_han": [line for line in office.authority.split("\n") if line],
        "chuc_vu": clean(office.title),
        "ho_ten": clean(office.name),
        "noi_nhan": [clean(line) for line in office.recipients],
        "kinh_gui": clean(office.addressee),
        "trich_yeu": report.subject,
        "can_cu": report.basis,
        "ten_goi": report.called,
        "ten_ke_hoach": report.plan_name,
        "tinh_den": day(report.as_of),
        "ban_hanh": said(report.issued),
        "gui_ke_hoach": all_said(report.plans_sent),
        "don_doc": [
            duty(item, point(at) if len(report.supervision) > 1 else "") for at, item in enumerate(report.supervision)
        ],
        "ket_qua": [
            {
                "so": str(section.number),
                "ten": section.title,
                "yeu_cau": [duty(entry.told, entry.letter) for entry in section.points],
            }
            for section in report.sections
        ],
        "co_dien_hinh": bool(report.appendix.exemplars),
        "dien_hinh_chung": said(report.exemplar_lead),
        "yeu_cau_dien_hinh": [duty(item) for item in report.exemplar_duties],
        "gui_bao_cao": all_said(report.reports_sent),
        "con_thieu": said(report.gaps),
        "tu_danh_gia": lines(report.own_shortcomings),
        "chua_bao_cao": ", ".join(report.silent),
        "so_chua_ket_luan": count(len(report.undecided)) if report.undecided else "",
        "sap_toi": all_said(report.upcoming),
        "kien_nghi": lines(report.proposals),
        "phu_luc_dien_hinh": report.appendix.exemplars,
        "phu_luc_doi_chieu": report.appendix.overview,
        "co_dan_nguon": sources,
        **_tables(report, marks),
    }


def _tables(report: Report, marks: Any) -> Tags:
    return {
        "tinh_hinh_gui": [
            {
                "stt": str(row.order) if row.first else "",
                "don_vi": row.unit if row.first else "",
                "van_ban": row.what,
                "han": row.due,
                "so_ngay": "; ".join(part for part in (row.number, row.issued) if part),
                "ngay_nhan": row.received,
                "tinh_trang": row.status,
                "ghi_chu": row.note,
            }
            for row in report.arrivals
        ],
        "dien_hinh": [
            {
                "stt": str(row.order),
                "ten": row.name,
                "loai": row.kind,
                "chuc_vu_don_vi": "; ".join(part for part in (row.who, row.unit) if part),
                "thanh_tich": _with_award(row.deed, row.award),
                "nguon": marks(row.marks),
            }
            for row in report.exemplars
        ],
        "doi_chieu": [
            {
                "stt": str(row.order),
                "muc": row.section,
                "yeu_cau": row.duty,
                "han": row.due,
                "tong": row.whole,
                "dat": row.met,
                "chua_den_han": row.not_due,
                "chua_dat": row.gaps,
            }
            for row in report.overview
        ],
        "nguon_cau": [
            {
                "ma": row.mark,
                "don_vi": row.unit,
                "tep": "; ".join(part for part in (row.file, row.number) if part),
                "vi_tri": row.place,
                "cau": row.quote,
                "bam": row.sha256[:SHOWN_OF_HASH],
                "nguoi": row.decided,
            }
            for row in report.quotes
        ],
        "nguon_so": [
            {"ma": row.mark, "noi_dung": row.what, "so": count(row.number), "gom": row.listed} for row in report.counts
        ],
    }
