"""Where the name of a unit ends: at a verb, a function word or a mark, and not inside a word of two syllables."""

from __future__ import annotations

import re
from functools import cache

from extractors.grammars.unit_crews import crew_number, named_after_work
from extractors.grammars.unit_pieces import AREA, AREAS, LAST, NUMBER, Piece, opens_area, pieces_from, unit_lexicon
from extractors.vietnamese import alternation, lexicon

# The same syllables as parts of other words: "Tổ chức", "Hội nghị", "Đoàn kết", "Trường hợp".
_OTHER = (
    r"tổ (?:chức|trưởng|viên|hợp lại)|ban (?:hành|đầu|ngày|đêm)|hội (?:nghị|thảo|thi|nhập|viên|họp|diễn|ý)"
    r"|đoàn (?:kết|viên|thể)"
    r"|trường (?:hợp|kỳ)|viện (?:trợ|dẫn|phí)|vụ (?:việc|án|mùa|đông|hè)|đội (?:ngũ|viên)|cục (?:bộ|diện)"
    r"|đội hình(?! (?:tình nguyện|thanh niên|trí thức|xung kích|áo xanh))"
    r"|khối lượng|cụm từ"
    r"|sở (?:hữu|tại|thích)|báo (?:cáo|chí|động|giá)|phòng(?:, | )(?:chống|ngừa|trừ|tránh)|bản (?:tin|sắc|thân|đồ"
    r"|chất|án|quyền|lề)"
    r"|bộ (?:máy|tiêu|đội|mặt|luật|phận nhỏ)|quỹ đất|đài thọ|khoa trương|hội viên|kho tàng|nhóm đối tượng|khu vực"
    r"|trại giam"
)
HEAD = re.compile(rf"(?<![\w/&-])(?!(?:{_OTHER})(?!\w)){alternation('unit_heads')}(?![\w])")
_TRIPLES = ("chuyển đổi số", "xây dựng nông thôn")
_NUMBERED = frozenset({"số", "khối", "tổ", "phố", "vực", "vùng", "cụm", "đội", "tuyến"})
_RESCUE = frozenset(("chữa cháy", "cứu hộ", "cứu nạn"))  # "phòng cháy, chữa cháy và cứu nạn, cứu hộ"
# Behind a name stand a mark, the end, or the verb that tells something of it.
_ENDS_HERE = re.compile(r"\s*(?:$|[;.()|\n:]|\s[-–]\s)|\s(?:được|đã|là|vinh dự)\s")
_DESK_ENDS = re.compile(r"\s*(?:$|[;.,()|\n:]|\s[-–]\s[^\W\d_]+\s*(?:$|[;.,()|\n:]))|\s(?:được|đã|là|vinh dự|và)\s")


@cache
def _qualities() -> frozenset[str]:
    return frozenset(lexicon("unit_qualities"))


def right_edge(text: str, low: str, head: re.Match[str]) -> int:
    """Return where the name that begins with `head` ends."""
    pieces = pieces_from(text, low, head.end())
    stop, previous, area = head.end(), low[head.start() : head.end()].rsplit(maxsplit=1)[-1], False
    named = text[head.start()].isupper()  # "phòng" in small letters is a name only before a capital
    i = 0
    while i < len(pieces):
        craft = named_after_work(text, low, head, pieces, i)
        if craft:
            i, stop, area = i + craft, pieces[i + craft - 1][4], False
            previous = pieces[i - 1][2]
            continue
        step = _step(low, pieces, i, previous, area=area, named=named)
        if step is None:
            break
        taken, area, reaches = step
        previous = pieces[i + taken - 1][2]
        if reaches:
            stop = pieces[i + taken - 1][4]
            named = True
        i += taken
    return stop


def _step(
    low: str, pieces: list[Piece], i: int, previous: str, *, area: bool, named: bool
) -> tuple[int, bool, bool] | None:
    """Return pieces taken, whether a place goes on, whether the name surely reaches there; None at the right edge."""
    words, stops, verbs = unit_lexicon()
    link, written, word, a, _b = pieces[i]
    following = pieces[i + 1] if i + 1 < len(pieces) and not pieces[i + 1][0] else None
    pair = f"{word} {following[2]}" if following else ""
    upper = written[0].isupper()
    if link == "," and previous == "phòng" and word in {"chống", "ngừa"}:  # "Phòng Phòng, chống thiên tai"
        return 1, False, False
    if link and not _joins(low, pieces, i, pair):
        return None
    if upper:
        return 1, area, True
    if word[0].isdigit():
        numbered = area or i == 0 or previous in _NUMBERED or crew_number(low, pieces, i)
        return (1, area, True) if numbered and NUMBER.fullmatch(word) else None
    if not named and not (following and following[1][0].isupper() and word in AREA):
        return None
    if not area and not link and f"{previous} {word}" in words:
        return 1, False, True
    triple = any(low.startswith(triple + " ", a) or low[a:] == triple for triple in _TRIPLES)
    if triple or (pair in words and pair not in stops):
        return 3 if triple else 2, False, True
    if opens_area(low, pieces, i):
        ahead = following is not None and (following[1][0].isupper() or following[2].isdigit())
        whole = word in LAST or pair in AREAS
        return (2 if pair in AREAS else 1), ahead or pair in AREAS, whole
    ending = 0 if link or area else _ending(low, pieces, i, named=named)
    if ending:
        return ending, False, True
    if word in stops or pair in verbs or word in verbs:
        return None
    if named and not area and not link and _bridges(low, pieces, i) and pair not in stops:
        return 2, False, True
    if following and following[1][0].isupper() and not _is_head(low, a) and not _is_head(low, following[3]):
        return 1, area, False
    return (
        (1, False, True) if (_after_capital(pieces, i) and not area and len(word) > 1) or (word in LAST and i) else None
    )


def _ending(low: str, pieces: list[Piece], i: int, *, named: bool) -> int:
    """Return how many small words from piece `i` end the name right before its predicate or a mark; 0 for none."""
    if i and _completes(low, pieces, i):
        return 1
    return 2 if named and _closes(low, pieces, i) else 0


def _completes(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a small syllable that alone is a verb ends the word before it: "Khoa Châm cứu - Dưỡng sinh"."""
    if not _after_capital(pieces, i) or pieces[i][2] not in unit_lexicon()[2]:
        return False
    return _ENDS_HERE.match(low, pieces[i][4]) is not None or _closes(low, pieces, i + 1)


def _closes(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a word of two small syllables that the lexicon lacks ends the name before its predicate or a mark.

    "Phòng Bảo hiểm thất nghiệp được tặng …", "Khoa Cơ khí động lực; …": an adjective there praises and is no name.
    """
    if i + 1 >= len(pieces) or pieces[i + 1][0] or pieces[i + 1][1][0].isupper() or i == 0:
        return False
    if i > 1 and _proper(pieces, i):
        return False
    first, second = pieces[i][2], pieces[i + 1][2]
    pair = f"{first} {second}"
    if not (first.isalpha() and second.isalpha()) or pair in _qualities():
        return False
    stops = unit_lexicon()[1]
    if pair not in unit_lexicon()[0] and (pair in stops or first in stops or second in stops):
        return False
    return bool(_ENDS_HERE.match(low, pieces[i + 1][4]))


def _bridges(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a word of two small syllables stands before the place that ends the name.

    "Câu lạc bộ Phụ nữ khởi nghiệp xã …": what stands between a name and its own place belongs to the name.
    """
    if i == 0 or i + 3 >= len(pieces) or pieces[i + 1][0] or pieces[i + 1][1][0].isupper():
        return False
    place, name = pieces[i + 2], pieces[i + 3]
    return not place[0] and place[2] in AREA and not name[0] and (name[1][0].isupper() or name[2][0].isdigit())


def _joins(low: str, pieces: list[Piece], i: int, pair: str) -> bool:
    """Return whether the piece after a comma, a dash or "và" still belongs to the name."""
    link, written, _, a, b = pieces[i]
    if written.isupper() and len(written) > 1 and i and pieces[i - 1][1].isupper() and link in {"và", "-", "&"}:
        return True
    if pair in _RESCUE and link in {",", "và"}:
        return True
    if link in {"-", "–"} and _desks(low, pieces, i):
        return True
    if pair not in unit_lexicon()[0] or _is_head(low, a):
        return False
    return link != "," or (written[0].isupper() and _list_goes_on(low, b))


def _desks(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a dash joins two desks that the lexicon lacks: "Tổ Thu - Sổ thẻ và bà …", "Khoa Nội – Nhi"."""
    if i and pieces[i][1].istitle() and pieces[i - 1][1].istitle() and _DESK_ENDS.match(low, pieces[i][4]):
        return not _is_head(low, pieces[i][3])
    if i + 1 >= len(pieces) or pieces[i + 1][0] or pieces[i + 1][1][0].isupper() or _is_head(low, pieces[i][3]):
        return False
    first, second = pieces[i], pieces[i + 1]
    pair = f"{first[2]} {second[2]}"
    if not first[1].istitle() or pair in unit_lexicon()[1] or second[2] in unit_lexicon()[1] or pair in _qualities():
        return False
    return re.match(r"\s*(?:$|[;.()|\n])|\s(?:và|được)\s", low[second[4] :]) is not None


def _after_capital(pieces: list[Piece], i: int) -> bool:
    """Return whether piece `i` follows a capitalised syllable directly: the second half of its word."""
    if i == 0 or pieces[i][0] or not pieces[i - 1][1][0].isupper() or pieces[i - 1][1].isupper():
        return False
    return not (i > 1 and _proper(pieces, i))


def _proper(pieces: list[Piece], i: int) -> bool:
    """Return whether two capitals in a row end before piece `i`, a name of their own: "Nhà máy Gạch Yên Bình tận …"."""
    last, other = pieces[i - 1], pieces[i - 2]
    return not last[0] and last[1].istitle() and other[1].istitle() and len(other[1]) > 1


def _is_head(low: str, at: int) -> bool:
    return HEAD.match(low, at) is not None


def _list_goes_on(low: str, at: int) -> bool:
    """Return whether "và" and a word of a unit's name come soon: "Văn hóa, Thể thao và Du lịch"."""
    return re.match(r"(?: [^\W\d_]+){1,4}(?:, [^\W\d_]+ [^\W\d_]+)? và [^\W\d_]", low[at:]) is not None
