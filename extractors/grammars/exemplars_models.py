"""Names of models: quoted after a noun that announces them, or told without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.grammars.denial import denies
from extractors.grammars.exemplars_unquoted import FAULTED, PRAISED, institutions, unquoted_models
from extractors.vietnamese import alternation, fold


@dataclass(frozen=True, slots=True)
class Model:
    """`text[start:end]` is the name of a model; `planned` where it is only to come, `denied` where it was not made.

    `faulted` where the sentence finds it wanting: it works badly, was given up, or was not taken up elsewhere.
    """

    start: int
    end: int
    planned: bool
    denied: bool
    faulted: bool = False


_QUOTE = re.compile(r"[“\"«]\s*([^“”\"«»\n]{2,140}?)\s*[”\"»]|(?<![\w])[‘']([^‘’'\n]{4,120})[’'](?!\w)")
_MODEL = re.compile(rf"(?<!\w){alternation('model_nouns')}(?!\w)")
_SLOGAN = re.compile(rf"(?<!\w){alternation('slogan_nouns')}(?!\w)")
_MOVEMENT = re.compile(
    r"\b(?:phong trào|cuộc vận động|đợt thi đua|phong trào thi đua|chiến dịch|hội thi"
    r"|cuộc thi)\s*:?\s*$"
)
# What youth unions build or take on is a work, no model, unless it is praised as a way of working.
_WORK = re.compile(r"\b(?:công trình|phần việc)\b(?!.*\b(?:mô hình|cách làm|câu lạc bộ|điển hình)\b)")
_PRAISED_WORK = re.compile(r"\b(?:mô hình|cách làm|điển hình|tiêu biểu|gương)\b")
_LINK = re.compile(r"^[\s,;]*(?:(?:và|hoặc|hay|cùng|mô hình)\s*)*[\s,;:]*$")
_KIND_OF_LIST = re.compile(
    r'\s*[”"»]?\s*,?\s*(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể|là|như)\s*:?\s*(?:mô hình\s*:?\s*)?["“«]'
)
_LISTS = re.compile(r"\s*,?\s*(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể|là|như)\s*:?\s*(?:mô hình\s*:?\s*)?")
_FAR = 70
_PLANNED = re.compile(
    r"\b(?:kế hoạch|phương hướng|nhiệm vụ) (?:năm |quý |6 tháng |thời gian tới)?[^.;:]{0,24}:"
    r"|\b(?:dự kiến|sẽ|đăng ký|trong thời gian tới|thời gian tới|phấn đấu|có kế hoạch|tiếp tục nghiên cứu|đề xuất"
    r"|hướng tới"
    r"|dự định|năm tới|quý tới|năm học này xây dựng)\b"
)
_DONE = re.compile(r"\b(?:đã|được triển khai|đi vào|ra mắt ngày|duy trì|thành công)\b")
# "đăng ký và thực hiện có hiệu quả mô hình …", "đăng ký mô hình …, đã phục vụ 46 lượt": no hope any more.
_WORKED = re.compile(r"\bvà (?:đã )?(?:thực hiện|duy trì|triển khai) (?:có )?(?:tốt|hiệu quả)\b|[\"”],?\s+đã\b")
# Told behind the name: "Mô hình “A” sẽ ra mắt trong tháng 3".
_TO_COME = re.compile(
    r"[\s”\"»’']*(?:(?:cũng|dự kiến|năm \d{4})\s+)*(?:sẽ|dự kiến)\s(?!tiếp tục|được tiếp tục|nhân rộng)"
)
_APPOSED = re.compile(r"\s*[-–—,]\s*(?:là )?(?:một )?(?:mô hình|cách làm)\b")
_UNMADE = re.compile(
    r"\b(?:chưa|không)\s+(?:được\s+)?(?:xây dựng|triển khai|thực hiện|thành lập|ra mắt|hoàn thành|hình thành|tổ chức"
    r"|đi vào|duy trì)"
)
_ENDED = re.compile(r"\b(?:bãi bỏ|giải thể|dừng|chấm dứt|hủy bỏ|thôi thực hiện)\b[^,;]{0,30}$")


def find_models(text: str, start: int, end: int, praised: bool = False, quoted_only: bool = False) -> tuple[Model, ...]:
    """Return the models named in text[start:end]; unquoted ones only where the sentence or `praised` shows their worth.

    `quoted_only` leaves out names without quotation marks. An initiative or a solution is no model but somebody's deed.
    """
    piece = text[start:end]
    low = fold(piece)
    found = list(_quoted(piece, low))
    taken = [(a, b) for a, b in found]
    if ("mô hình" not in low and "cách làm" not in low) or quoted_only:
        return tuple(_model(low, start, a, b) for a, b in sorted(found))
    for a, b in unquoted_models(piece, low, praised):
        if not any(a < d and c < b for c, d in taken):
            taken.append((a, b))
            found.append((a, b))
    return tuple(_model(low, start, a, b) for a, b in sorted(found))


def find_slogans(text: str) -> frozenset[str]:
    """Return the quoted names that `text` gives to a movement or a campaign: nowhere is a model meant by them."""
    low = fold(text)
    names = (
        m for m in _QUOTE.finditer(text) if m.group(1) and _MOVEMENT.search(low[max(0, m.start() - 40) : m.start()])
    )
    return frozenset(match.group(1) for match in names)


def _model(low: str, offset: int, a: int, b: int) -> Model:
    left = low[max(low.rfind(". ", 0, a), low.rfind(";", 0, a)) + 1 : a]
    will, done = _PLANNED.search(left), _DONE.search(left)
    planned = will is not None and not (done and done.start() > will.start() and done.group(0) == "đã")
    planned = planned and not (will and _WORKED.search(low, will.end(), b + 60))
    planned = planned or _TO_COME.match(low, b) is not None
    named = len(left) < 25 or left.lstrip(" -+•.,:").startswith(("việc ", "riêng "))  # "Việc thành lập mô hình ..."
    subject = named and re.search(r"\b(?:đã|chưa|không)\b", left) is None
    right = re.split(r"[.;]", low[b : b + 160], maxsplit=1)[0] if subject else ""
    denied = denies(f"{left} x") or _UNMADE.search(right) is not None or _ENDED.search(left) is not None
    after = re.split(r"[.;]|\bmô hình\b", low[b : b + 160], maxsplit=1)[0]
    fault = FAULTED.search(after)
    faulted = fault is not None and not PRAISED.search(after, 0, fault.start())
    return Model(offset + a, offset + b, planned, denied, faulted)


def _quoted(piece: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of quoted names whose nearest noun announces a model; a list of quotes shares its noun."""
    last_end, last_is_model = -1, False
    for match in _QUOTE.finditer(piece):
        a, b = match.span(1) if match.group(1) else match.span(2)
        left = low[max(0, match.start() - _FAR) : match.start()]
        between = low[last_end : match.start()] if last_end >= 0 else "."
        if (
            _LINK.match(between)
            or (last_is_model and _LISTS.fullmatch(between))
            or (last_is_model and len(between) < 90 and re.search(r"[,;]\s*$", between))
        ):
            is_model = last_is_model
        else:
            left = left[max(left.rfind('"'), left.rfind(". ") + 1, 0) :]
            model = max((m.end() for m in _MODEL.finditer(left)), default=-1)
            slogan = max((m.end() for m in _SLOGAN.finditer(left)), default=-1)
            is_model = model > slogan and not (_WORK.search(left) and not _PRAISED_WORK.search(low))
            if slogan > model >= 0 and re.search(r"\b(?:mô hình|cách làm|câu lạc bộ|clb)\b[^,;]*$", left):
                is_model = not re.match(r"\s*$", left[slogan:].strip('" :')) or left[model:slogan].count(" ") <= 1
        is_model = is_model or _APPOSED.match(low, match.end()) is not None
        last_end, last_is_model = match.end(), is_model
        if is_model and len(piece[a:b].split()) >= 1:
            if low[a:b].strip() in institutions():
                continue
            if _KIND_OF_LIST.match(low, match.end()):
                continue  # '03 mô hình "Dân vận khéo" gồm "A", "B"': the first quote is only their kind
            yield a, b
