"""The short words of a duty: action, topic and recipient."""

from __future__ import annotations

import re
from functools import cache

from checks.plan_duties import Duty
from checks.plan_text import PlanText, words
from extractors.vietnamese import alternation

_CUT = re.compile(
    r"[.;(]|,?\s+(?:hoàn thành|xong)\s|,?\s+(?:để|nhằm|góp phần|chậm nhất|trước ngày|trước tháng|trong tháng|định kỳ)\s"
)
_WORD = re.compile(r"\S+")
_LONGEST = 14


@cache
def _recipient() -> re.Pattern[str]:
    heads = alternation("plan_recipient_heads", "checks")
    return re.compile(
        rf"(?:gửi|nộp|báo cáo|trình|đăng ký)(?P<what>[^.;()]{{0,90}}?)\s*(?P<prep>về|cho|tới|đến|với|qua|lên)?\s+"
        rf"(?P<to>{heads}(?!\w)"
        r"[^.;()]{0,80}?)(?=\s+(?:trước|chậm nhất|muộn nhất|để|xem xét|phê duyệt|theo|trong|khi|định kỳ|kết quả|hằng"
        r"|hàng|vào|và|về|ban hành|tổ chức|bằng|đúng|làm|biết|tổng hợp|chỉ đạo|quyết định)(?!\w)|\s*[,.;()]|\s*$)"
        r"(?P<via>\s*\(\s*(?:qua|thông qua)\s+[^)]{2,80}\))?"
    )


def recipient_of(plan: PlanText, duty: Duty) -> str | None:
    """Return to whom the clause hands something over, with "(qua ...)" where it says so; None where it does not say."""
    match = _recipient().search(plan.low, duty.verb, duty.end)
    if match is None:
        return None
    if not match["prep"] and match["what"].strip() and not plan.low.startswith(("gửi", "nộp"), match.start()):
        return None
    stop = match.end("via") if match["via"] else match.end("to")
    return " ".join(plan.text[match.start("to") : stop].split()).strip(" ,")


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
    text = " ".join(match.group(0) for match in found).strip(" ,;:.-")
    return text[:1].lower() + text[1:]


def topic_of(plan: PlanText, duty: Duty) -> str:
    """Return what evidence must be about: the clause without verb, dates, numbers, recipient and purpose."""
    start = plan.verb(duty.verb, duty.stop) or duty.verb
    hidden: list[tuple[int, int]] = [(m.wide.start, m.wide.end) for m in plan.dates(start, duty.stop)]
    recipient = _recipient().search(plan.low, duty.verb, duty.stop)
    if recipient is not None:
        hidden.append((recipient.start("prep") if recipient["prep"] else recipient.start("to"), recipient.end()))
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


_NOISE = re.compile(
    r"(?<!\w)(?:ít nhất|tối thiểu|không dưới|trở lên|hoàn thành|xong|trước|chậm nhất|đến hết|định kỳ|mỗi|hằng|hàng)"
    r"(?!\w)"
    r"|(?<![\w/-])\d+(?:[.,]\d+)*\s*%?(?![\w/-])|\.$",
    re.IGNORECASE,
)
