"""The Vietnamese sentences that findings give as their reason: one line each, chosen by cause, dates dd/mm/yyyy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from checks.deadlines import Due, day_words, interval_words
from checks.kinds_measure import Measure, amount_words
from checks.requirement import Requirement, ShownBy
from extractors.facts import Quantity
from extractors.interval import Interval

_ROMAN = ("I", "II", "III", "IV")


def paper_words(requirement: Requirement) -> str:
    """Return what has to be sent, with its period: "kế hoạch", "báo cáo quý II/…", "văn bản"."""
    word = {ShownBy.PLAN_SENT: "kế hoạch", ShownBy.REPORT_SENT: "báo cáo"}.get(requirement.shown_by, "văn bản")
    period = period_words(requirement.period)
    return f"{word} {period}" if period else word


def period_words(period: Interval | None) -> str:
    """Return a month, quarter, half or year in words; "" for none, the two days for any other stretch."""
    if period is None or period.start is None or period.end is None:
        return ""
    start, end, year = period.start, period.end, period.start.year
    months = (end.year - year) * 12 + end.month - start.month + 1
    if start.day == 1 and (end.day >= 28) and end.year == year:
        if months == 1:
            return f"tháng {start.month}/{year}"
        if months == 3 and start.month % 3 == 1:
            return f"quý {_ROMAN[start.month // 3]}/{year}"
        if months == 6 and start.month in {1, 7}:
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {year}"
        if months == 9 and start.month == 1:
            return f"9 tháng năm {year}"
        if months == 12:
            return f"năm {year}"
    return f"kỳ {day_words(start)} - {day_words(end)}"


def due_words(due: Due) -> str:
    """Return the last day in words: "thời hạn 30/05/…", with "đã gia hạn" where the office has granted it."""
    if due.last is None:
        return "kế hoạch không ghi thời hạn"
    return f"thời hạn {day_words(due.last)}{' (đã gia hạn)' if due.granted else ''}"


def _passed(due: Due) -> str:
    return f"; {due_words(due)} đã qua" if due.last else ""


def sent_in_time(paper: str, arrived: date, due: Due) -> str:
    """Return: the file came, and when."""
    if due.last is None:
        return f"Đã nhận {paper} ngày {day_words(arrived)}."
    if due.edge == arrived:
        return f"Đã nhận {paper} ngày {day_words(arrived)}, đúng ngày ghi trong “trước ngày {day_words(arrived)}”."
    return f"Đã nhận {paper} ngày {day_words(arrived)}, trong thời hạn {day_words(due.last)}."


def sent_some_day(paper: str) -> str:
    """Return: the file is there, the day of its arrival is not known."""
    return f"Đã có {paper}; chưa rõ ngày nhận nên không xét đúng hạn hay muộn."


def made_in_time(paper: str, day: date) -> str:
    """Return: the paper that was to be made is there."""
    return f"Đã có {paper} ngày {day_words(day)}."


def made_late(paper: str, day: date, due: Due) -> str:
    """Return: the paper was made after the last day."""
    return f"Đã có {paper} ngày {day_words(day)}, sau {due_words(due)}."


def sent_late(paper: str, arrived: date, last: date) -> str:
    """Return: the file came after the last day."""
    days = (arrived - last).days
    return f"Nhận {paper} ngày {day_words(arrived)}, muộn {days:02d} ngày so với thời hạn {day_words(last)}."


def not_sent(paper: str, due: Due) -> str:
    """Return: no such file among those that came."""
    return f"Chưa thấy {paper} trong văn bản đã nhận của đơn vị{_passed(due)}."


def said_but_not_sent(paper: str, due: Due) -> str:
    """Return: the unit says that it has issued the paper, the paper itself did not come."""
    return f"Đơn vị nêu đã ban hành nhưng chưa thấy {paper} trong văn bản đã nhận{_passed(due)}; đề nghị gửi bản chính."


def not_issued(paper: str) -> str:
    """Return: the unit itself says that there is no such paper."""
    return f"Đơn vị nêu rõ chưa có {paper}."


def unread_file(arrived: date | None, brief: str) -> str:
    """Return: a file came, and this machine cannot read it; the unit is not to be blamed."""
    when = f"Đã nhận tệp ngày {day_words(arrived)}" if arrived else "Đã nhận tệp (chưa rõ ngày nhận)"
    return f"{when}, máy của văn phòng chưa đọc được ({brief}); cần cán bộ xem tệp gốc."


def broken_file(arrived: date | None, brief: str, due: Due, as_of: date) -> str:
    """Return: a file came, but it cannot be read; `brief` is what is the matter with it."""
    when = f"Đã nhận tệp ngày {day_words(arrived)}" if arrived else "Đã nhận tệp (chưa rõ ngày nhận)"
    tail = f" trước {day_words(due.last)}" if due.last and due.ahead(as_of) else ""
    return f"{when} nhưng {brief}, không đọc được; đề nghị đơn vị gửi lại{tail}."


def only_broken(briefs: Iterable[str]) -> str:
    """Return: nothing of the unit could be read, and what is the matter with its files."""
    return f"Chưa đọc được tệp nào của đơn vị ({', '.join(dict.fromkeys(briefs))}); đề nghị gửi lại."


def only_unread(briefs: Iterable[str]) -> str:
    """Return: this machine can read none of the unit's files."""
    why = ", ".join(dict.fromkeys(briefs))
    return f"Máy của văn phòng chưa đọc được tệp nào của đơn vị ({why}); cần cán bộ xem tệp gốc."


def waits(due: Due) -> str:
    """Return: nothing yet, and there is still time."""
    return f"Chưa đến hạn ({day_words(due.last)}); chưa thấy nội dung này trong văn bản đã nhận." if due.last else ""


def paper_waits(paper: str, due: Due) -> str:
    """Return: the file has not come, and there is still time."""
    return f"Chưa đến hạn gửi {paper} ({day_words(due.last)})." if due.last else f"Chưa đến hạn gửi {paper}."


def promised_waits(due: Due) -> str:
    """Return: it is planned, and there is still time."""
    return (
        f"Đơn vị đã nêu trong kế hoạch, dự kiến; chưa có kết quả; chưa đến hạn ({day_words(due.last)})."
        if due.last
        else ""
    )


def promised_only(due: Due, from_plan: bool) -> str:
    """Return: it was promised or planned, and nothing shows that it was done."""
    who = "Kế hoạch của đơn vị có nêu" if from_plan else "Đơn vị mới nêu dự định"
    return f"{who}, chưa thấy kết quả thực hiện trong văn bản đã nhận{_passed(due)}."


def denied() -> str:
    """Return: the unit itself says that it was not done."""
    return "Đơn vị nêu rõ chưa thực hiện được."


def denied_waits(due: Due) -> str:
    """Return: not done so far, and there is still time."""
    return f"Chưa đến hạn ({day_words(due.last)}); đơn vị nêu hiện chưa thực hiện, sẽ thực hiện." if due.last else ""


def restated() -> str:
    """Return: the words of the plan come back, no result with them."""
    return "Đơn vị chỉ chép lại câu của kế hoạch, không nêu kết quả thực hiện."


def restated_plan() -> str:
    """Return: the unit's plan repeats the words of the plan, with nothing of its own."""
    return "Kế hoạch của đơn vị chỉ chép lại câu của kế hoạch chung, chưa có việc cụ thể."


def general(from_plan: bool) -> str:
    """Return: general words, nothing that can be pointed at."""
    if from_plan:
        return "Kế hoạch của đơn vị chỉ nêu chung, chưa có nhiệm vụ, người phụ trách hay thời hạn cụ thể."
    return "Báo cáo chỉ nêu chung, chưa có số liệu, ngày tháng hay việc làm cụ thể."


def nothing(due: Due, has_files: bool, where: str = "văn bản đã nhận") -> str:
    """Return: no sentence speaks of it."""
    if not has_files:
        return f"Chưa nhận được văn bản nào của đơn vị để xét nội dung này{_passed(due)}."
    return f"Chưa thấy nội dung này trong {where} của đơn vị{_passed(due)}."


def started() -> str:
    """Return: begun, not finished."""
    return "Đơn vị đang thực hiện, chưa hoàn thành."


def partly() -> str:
    """Return: done in part, in the unit's own words."""
    return "Đơn vị nêu mới thực hiện được một phần."


def done(requirement: Requirement, found: Measure) -> str:
    """Return: done as asked, with the number where one was asked for."""
    if requirement.quantity and found.got is not None:
        want = f"{_bound(requirement.quantity)}{amount_words(requirement.quantity, requirement.quantity.value)}"
        return f"Đã thực hiện: {amount_words(requirement.quantity, found.got)} (yêu cầu {want})."
    return "Báo cáo nêu đã thực hiện."


def reported() -> str:
    """Return: figures of it stand in the report."""
    return "Báo cáo có số liệu về nội dung này."


def provided() -> str:
    """Return: the unit's plan provides for it."""
    return "Kế hoạch của đơn vị có nội dung này."


def _bound(want: Quantity) -> str:
    return {">=": "tối thiểu ", "<=": "tối đa "}.get(want.op, "")


def short(requirement: Requirement, found: Measure, due: Due, as_of: date) -> str:
    """Return: done, but fewer, without a number, or too late."""
    want = requirement.quantity
    if found.late is not None:
        when = interval_words(found.late)
        return f"Đã thực hiện {when}, sau {due_words(due)}."
    if want is None:
        return "Đã thực hiện một phần so với yêu cầu."
    asked = f"{_bound(want)}{amount_words(want, want.value)}"
    if found.got is None:
        return f"Đã thực hiện nhưng chưa nêu số liệu để so với yêu cầu ({asked})."
    ahead = f"; {due_words(due)} chưa qua" if due.ahead(as_of) else _passed(due)
    return f"Mới đạt {amount_words(want, found.got)}, yêu cầu {asked}{ahead}."


def side_missing(what: str) -> str:
    """Return: the main thing is done, what should go with it is not told."""
    return f"Đã thực hiện nội dung chính; chưa thấy nêu việc {what}."


def channel_missing(what: str) -> str:
    """Return: made known, but not through every channel that was asked for."""
    return f"Đã tuyên truyền; chưa thấy kết quả trên {what}."


def unnamed() -> str:
    """Return: counted, nobody and nothing named."""
    return "Đơn vị nêu đã có điển hình, mô hình nhưng không ghi tên, việc làm cụ thể."


def not_named() -> str:
    """Return: registered or chosen, with no name."""
    return "Đơn vị nêu có đăng ký, lựa chọn nhưng không ghi tên cụ thể."


def registered() -> str:
    """Return: registered by name."""
    return "Đơn vị đã đăng ký, ghi rõ tên."


def named(names: list[str], total: int) -> str:
    """Return: so many exemplars, the first of them by name."""
    listed = ", ".join(f"“{name}”" for name in names[:3])
    rest = f" và {total - 3} điển hình khác" if total > 3 else ""
    return f"Đã có {total:02d} điển hình, mô hình được nêu tên: {listed}{rest}."


def too_few(total: int, want: Quantity) -> str:
    """Return: exemplars named, fewer than asked."""
    return f"Mới nêu tên {total:02d}, yêu cầu {_bound(want)}{amount_words(want, want.value)}."


def testified(unit: str, what: str) -> str:
    """Return: another unit's paper bears it out."""
    return f"Văn bản của {unit} {what}."


def seen_at(places: int, want: Quantity) -> str:
    """Return: units bear witness, but fewer than the duty counts."""
    asked = f"{_bound(want)}{amount_words(want, want.value)}"
    return f"Mới có {places:02d} đơn vị nêu việc này đã được thực hiện, yêu cầu {asked}."


def exempt(reason: str) -> str:
    """Return: the unit need not send."""
    return f"Đơn vị được miễn nộp: {reason.strip().rstrip('.')}."


def merged(until: date, into: str) -> str:
    """Return: the unit is no more; who answers for it."""
    if into:
        return f"Đơn vị đã sáp nhập vào {into} (hoạt động đến hết ngày {day_words(until)}); nội dung này xét ở {into}."
    return f"Đơn vị đã kết thúc hoạt động sau ngày {day_words(until)}; không xét nội dung này."


def founded(since: date, last: date) -> str:
    """Return: the unit did not exist yet when the duty was due."""
    return f"Đơn vị hoạt động từ ngày {day_words(since)}, sau thời hạn {day_words(last)}; không xét nội dung này."
