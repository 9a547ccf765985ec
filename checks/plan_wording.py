"""The short words of a duty: action, topic and recipient."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checks.plan_duties import Duty
from checks.plan_quantities import measure
from checks.plan_text import PlanText, words
from extractors.vietnamese import alternation

_CUT = re.compile(
    r"\.(?!\d)|[;(]|,?\s+(?:hoàn thành|xong)\s"
    r"|,?\s+(?:để|nhằm|góp phần|chậm nhất|trước ngày|trước tháng|trong tháng|định kỳ)\s"
)
_WORD = re.compile(r"\S+")
_DANGLING = re.compile(r"(?<=\w)(?:,?\s+(?:và|gửi|nộp|về|hoàn thành|xong|đồng thời)|,\s+trình)+$")
_LONGEST = 14


_STOP = (
    r"(?=\s+(?:trước|từ ngày|từ tháng|đến ngày|hoàn thành|chậm nhất"
    r"|muộn nhất|để|xem xét|phê duyệt|theo|trong|khi|định kỳ|kết quả|hằng|hàng|vào|và|về"
    r"|ban hành|tổ chức|bằng|đúng|làm|biết|tổng hợp|chỉ đạo|quyết định|gửi|quý|tháng|năm)(?!\w)|\s*[,.;()]|\s*$)"
)
_AFTER = re.compile(r"[^.;()]{1,40}?" + _STOP)
_VIA = re.compile(r"\s*\(\s*(?:qua|thông qua)\s+[^)]{2,80}\)")


@cache
def _recipients() -> tuple[re.Pattern[str], re.Pattern[str]]:
    heads = alternation("plan_recipient_heads", "checks")
    to = rf"(?P<to>{heads}(?!\w)[^.;()]{{0,80}}?)" + _STOP
    direct = re.compile(r"(?<!\w)(?P<verb>gửi|nộp|báo cáo|trình|đăng ký)\s+" + to)
    onward = re.compile(
        r"(?<!\w)(?P<verb>gửi|nộp|báo cáo|trình|đăng ký)(?P<what>[^.;()]{0,90}?)\s+(?:về|cho|tới|đến|với|qua|lên)\s+"
        + to
    )
    return direct, onward


@dataclass(frozen=True, slots=True)
class _Recipient:
    """`text[start:end]` is who gets something, `verb` where the word that hands it over begins."""

    verb: int
    start: int
    end: int


def _recipient(plan: PlanText, duty: Duty) -> _Recipient | None:
    found = [match for pattern in _recipients() if (match := pattern.search(plan.low, duty.verb, duty.end))]
    if not found:
        return None
    match = min(found, key=lambda match: match.start())  # of two at one place the direct one
    start, end = match.start("to"), match.end("to")
    for mention in plan.units(start, min(duty.end, start + 120)):
        if mention.start == start:
            end = max(end, mention.end)  # a name may hold an "và" of its own
    while plan.low.startswith(" và ", end) and plan.text[end + 4 : end + 5].isupper():
        further = _AFTER.match(plan.low, end + 4, duty.end)  # "Sở Kế hoạch và Đầu tư"
        if further is None:
            break
        end = further.end()
    via = _VIA.match(plan.low, end, duty.end)
    return _Recipient(match.start("verb"), start, via.end() if via else end)


def recipient_of(plan: PlanText, duty: Duty) -> str | None:
    """Return to whom the clause hands something over, with "(qua ...)" where it says so; None where it does not say."""
    found = _recipient(plan, duty)
    return " ".join(plan.text[found.start : found.end].split()).strip(" ,") if found else None


def action_of(plan: PlanText, duty: Duty) -> str:
    """Return the verb and its nearest object, at most fourteen words, in small letters at the start."""
    stop = duty.stop
    for mention in plan.dates(duty.verb, stop):
        if mention.wide.start > duty.verb + 12:
            stop = mention.wide.start
            break
    cut = _CUT.search(plan.low, min(duty.verb + 8, stop), stop)
    end = cut.start() if cut else stop
    found = list(_WORD.finditer(plan.text, duty.verb, end))[:_LONGEST]
    if not found:
        return ""
    text = _DANGLING.sub("", " ".join(match.group(0) for match in found).strip(" ,;:.-"))
    return text[:1].lower() + text[1:]


def topic_of(plan: PlanText, duty: Duty) -> str:
    """Return what evidence must be about: the clause without verb, dates, numbers, recipient and purpose."""
    start = plan.verb(duty.verb, duty.stop) or duty.verb
    hidden: list[tuple[int, int]] = [(m.wide.start, m.wide.end) for m in plan.dates(start, duty.stop)]
    recipient = _recipient(plan, duty)
    if recipient is not None:
        sent = plan.low.startswith(("gửi", "nộp"), recipient.verb) and recipient.verb > start
        hidden.append((recipient.verb if sent else recipient.start, recipient.end))
    amount = measure(plan, start, duty.stop)
    if amount is not None:
        digits = _DIGITS.match(plan.low, amount.span.start)
        hidden.append((amount.span.start, digits.end() if digits else amount.span.start))
    text = "".join(
        " " if any(a <= at < b for a, b in hidden) else char
        for at, char in enumerate(plan.text[start : duty.stop], start)
    )
    text = _NOISE.sub(" ", text)
    while True:
        shorter = words("plan_adverbs").sub("", text, count=1) if words("plan_adverbs").match(text.lstrip()) else text
        if shorter == text:
            break
        text = shorter
    return " ".join(text.split()).strip(" ,;:.-/")


_DIGITS = re.compile(r"[\d.,]+(?:\s*(?:-|đến)\s*\d+)?(?:\s*\([^)\d]*\))?\s*%?")
_NOISE = re.compile(
    r"(?<!\w)(?:ít nhất|tối thiểu|không dưới|trở lên|hoàn thành|xong|trước|chậm nhất|đến hết|định kỳ)(?!\w)"
    r"|\([^()]{0,12}\)|(?:\s|,|;|(?<!\w)(?:về|cho|và|gửi|trình|báo cáo|đồng thời|qua)(?!\w))+[.\s]*$",
    re.IGNORECASE,
)
