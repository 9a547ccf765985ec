"""Groups and crews that are named after what they do, in small letters: "HTX sản xuất rau sạch X"."""

from __future__ import annotations

import re

from extractors.grammars.unit_pieces import AREA, NUMBER, Piece, opens_area, unit_lexicon

# Groups of producers are named after their craft: "Tổ hợp tác trồng nấm thôn 5", "HTX sản xuất rau an toàn Minh Tâm".
_GUILD = re.compile(r"(?:hợp tác xã|htx|tổ hợp tác|câu lạc bộ|clb|chi hội|tổ hội|chi hội nông dân|nhóm|làng nghề)$")
_CRAFTS = frozenset(("nuôi", "trồng", "chăn", "sản", "chế", "đan", "dệt", "may", "khai", "thu", "thêu", "nấu", "đánh"))
_CREW = re.compile(r"(?:tổ|đội|nhóm|câu lạc bộ|clb|ban)$")
_FUNCTION = frozenset(
    ("đã", "được", "của", "cho", "các", "những", "là", "tại", "với", "trong", "trên", "theo", "và", "hoặc", "cùng", "ở")
)
_STOPS_HERE = re.compile(r"\s*(?:$|[;.,()|\n:]|[-–]\s)|\s(?:được|là|vinh dự|và)\s")


def named_after_work(text: str, low: str, head: re.Match[str], pieces: list[Piece], i: int) -> int:
    """Return how many of `pieces` from `i` tell what the group that begins with `head` does; 0 for none."""
    if not pieces[i][1][0].islower() or not text[head.start()].isupper():
        return 0
    craft = _craft(text, pieces, i) if _GUILD.search(low[head.start() : head.end()]) else 0
    return craft or (_crew(low, pieces) if i == 0 and _CREW.fullmatch(low, *head.span()) else 0)


def _craft(text: str, pieces: list[Piece], i: int) -> int:
    """Return how many small words from piece `i` name the craft of a group, up to its own name, its place or a mark."""
    if pieces[i][0] or pieces[i][2] not in _CRAFTS or pieces[i][1][0].isupper():
        return 0
    stops = unit_lexicon()[1]
    size = 1
    while i + size < len(pieces) and size < 7:
        link, written, word, _, _ = pieces[i + size]
        if link or written[0].isupper() or word in AREA:
            return size if size > 1 and not link else 0
        if word[0].isdigit() or (word in stops and size > 1 and word not in _CRAFTS):
            return 0
        size += 1
    return size if size > 1 and re.match(r"\s*(?:[;.()\n|]|$)", text[pieces[i + size - 1][4] :]) else 0


def _crew(low: str, pieces: list[Piece]) -> int:
    """Return how many small words tell what a crew does, up to its place ("Tổ tuần tra bảo vệ rừng thôn Khe"), or 0.

    Its number ends them too, or a mark where no verb is among them: "Đội xe cấp cứu 115", "Tổ xe ôm đầu làng;".
    """
    return _crew_placed(low, pieces) or _crew_alone(low, pieces)


def _crew_alone(low: str, pieces: list[Piece]) -> int:
    if low[: pieces[0][3]].rstrip().endswith(("ban", "nhóm")):
        return 0
    _, stops, verbs = unit_lexicon()
    works = False
    for size, (link, _, word, a, b) in enumerate(pieces[:6]):
        if link or word in _FUNCTION:
            return 0
        ends = size > 1 and _STOPS_HERE.match(low, b) is not None
        if size > 1 and NUMBER.fullmatch(word):
            return size + 1 if ends else 0
        works = works or word in stops or (size > 0 and low[pieces[size - 1][3] : b] in verbs)
        if works and ends:
            return 0
        if ends:
            return size + 1
        if not low[a].isalpha():
            return 0
    return 0


def _crew_placed(low: str, pieces: list[Piece]) -> int:
    for size, (link, written, word, _, _) in enumerate(pieces[:9]):
        if link or word in _FUNCTION or word[0].isdigit():
            return 0
        if size > 1 and opens_area(low, pieces, size) and size + 1 < len(pieces):
            return size
        if written[0].isupper():
            return 0
    return 0


def crew_number(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a number ends the name of a team, whatever stands between: "Tổ Sao chè 1, …"."""
    head = low[: pieces[0][3]].rstrip()
    return re.search(r"(?<!\w)(?:tổ|đội|nhóm|kíp|chuyền|cụm|phân xưởng|tổ phụ nữ)$", head) is not None and (
        re.match(r"\s*(?:[,;.()|\n]|$)|\s(?:và|được|là|đã)\s", low[pieces[i][4] :]) is not None
    )
