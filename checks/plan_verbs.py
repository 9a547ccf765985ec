"""Finds the verb that opens a piece of a sentence: after adverbs, a time, a bracket, or the partners of the deed."""

from __future__ import annotations

import re

from checks.plan_text import PlanText, verbs, words
from extractors.vietnamese import lexicon

_PARTNER = re.compile(
    r"(?:(?:chủ trì|là đầu mối|làm đầu mối)[,\s]*)?(?:và\s+)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+"
)
_BRACKET = re.compile(r"\([^()]{0,160}\)\s*")
_RHYTHM = re.compile(
    r"(?:và |hoặc )?(?:cả |mỗi |hằng |hàng )?(?:0?6 tháng|0?9 tháng|sáu tháng|quý|tháng|năm|tuần)(?=\s*[,(]|\s+và)\s*"
)
# "kết thúc Tuần lễ gửi báo cáo ...": what has to be over first, up to the verb that hands something over.
_ENDED = re.compile(r"(?:kết thúc|sau khi|ngay sau|sau)\s+[^,;.]{3,80}?\s*,?\s+(?=(?:gửi|nộp|báo cáo)\s)")
_RESTS_ON = re.compile(
    r"căn cứ\s+(?:vào\s+)?(?:[^\W\d]+\s+){1,8}?(?:này|trên|nêu trên|nói trên|được giao|được phân công|của mình),?\s+"
)
_LEADS_ONLY = re.compile(
    r"(?:chủ trì(?!\w)|(?:là|làm)\s+(?:cơ quan |đơn vị |bộ phận )?(?:thường trực|đầu mối|chủ trì)(?!\w)"
    r"(?:[^,;.]{0,40}?(?=,))?)"
    r"[,\s]*"
)


def guides(plan: PlanText, verb: int) -> bool:
    """Return whether the verb steers others ("hướng dẫn", "đôn đốc"): its complement may owe a duty of its own."""
    return words("plan_guide_verbs").match(plan.low, verb) is not None


def opening_verb(plan: PlanText, start: int, end: int) -> int | None:
    """Return the main verb of a piece that begins with it (after adverbs, a time, or the partners), else None."""
    at = start
    for _ in range(12):
        at, _ = plan.trim(at, end)
        if at >= end:
            return None
        bracket = _BRACKET.match(plan.low, at, end)
        if bracket:
            at = bracket.end()
            continue
        dated = next((m for m in plan.dates(at, end) if m.wide.start <= at + 1), None)
        if dated is not None:
            at = dated.wide.end
            continue
        partner = _partner_end(plan, at, end)
        if partner is not None:
            at = partner
            continue
        rests = _RESTS_ON.match(plan.low, at, end)
        if rests and verbs().match(plan.low, rests.end(), end):
            at = rests.end()
            continue
        ended = _ENDED.match(plan.low, at, end)
        if ended:
            at = ended.end()
            continue
        skipped = _RHYTHM.match(plan.low, at, end)
        if skipped:
            at = skipped.end()
            continue
        modal = words("plan_adverbs").match(plan.low, at, end)
        if modal and opening_verb_after(plan, modal.end(), end) is not None:
            at = modal.end()
            continue
        match = verbs().match(plan.low, at, end)
        return at if match and match.group(0) not in lexicon("plan_no_openers", "checks") else None
    return None


def opening_verb_after(plan: PlanText, at: int, end: int) -> int | None:
    """Return the verb that follows directly, or within a time or another adverb; None where a noun follows."""
    at, _ = plan.trim(at, end)
    if at >= end:
        return None
    if verbs().match(plan.low, at, end) or words("plan_adverbs").match(plan.low, at, end):
        return at
    dated = next((m for m in plan.dates(at, end) if m.wide.start <= at + 1), None)
    if dated is not None or _partner_end(plan, at, end) is not None:
        return at
    return at if _RHYTHM.match(plan.low, at, end) else None


def _partner_end(plan: PlanText, at: int, end: int) -> int | None:
    """Return where the deed begins after "chủ trì, phối hợp với X, Y"; None where no verb follows."""
    match = _PARTNER.match(plan.low, at, end)
    if match is None:
        alone = _LEADS_ONLY.match(plan.low, at, end)
        if alone and verbs().match(plan.low, alone.end(), end):
            return alone.end()
        return None
    return plan.find_verb(match.end(), min(end, match.end() + 400))
