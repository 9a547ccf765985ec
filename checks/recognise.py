"""Who sent a document: letterhead, symbol, signature, folder and file name weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checks.home import elsewhere
from checks.issuer_names import issuer_unit
from checks.unit_names import NameIndex, compact, initials, name_index
from checks.units import Register
from extractors.document import Document, Note, Part, Source
from extractors.facts import DocumentKind, Letterhead
from extractors.vietnamese import bare, lexicon

CONFLICT = "DON_VI_MAU_THUAN"
UNKNOWN = "CHUA_RO_DON_VI"
OUTSIDE = "NGOAI_DANH_SACH"
CONFIRM = "CAN_DOI_CHIEU"
INSPECTION = "kết quả kiểm tra của "  # begins the clue by which an inspection's own papers are known

# How far each place is believed: a letterhead is written by the sender, a file name often by whoever saved it.
_WEIGHTS = {
    "tên cơ quan": 6.0,
    "cơ quan chủ quản": 4.0,
    "ký hiệu": 3.0,
    "thư mục": 4.0,
    "tên tệp": 3.0,
    "trích yếu": 2.0,
    "khối ký": 2.5,
    "câu mở đầu": 2.0,
    "nơi lưu": 1.5,
    "đầu trang": 1.0,
}
_ENOUGH = 1.8
_SAYS = re.compile(
    r"(?:,|^|\.|\bnay,?)\s*([^,.;:]{4,110}?)\s+(?:xin |kinh |tran trong )?(?:bao cao|xay dung|ban hanh|trien khai|"
    r"to chuc|de ra|lap|cu the hoa|tong hop)\b"
)
_MINUTES = ("phieu kiem tra", "phieu giam sat", "bien ban")
_INSPECTED = r"(?:da\s+|tien hanh\s+)*(?:kiem tra|giam sat|khao sat|lam viec (?:voi|tai))(?!\w)"
_OPENING = 3000  # characters: head, subject and who met whom
_REGISTRY = frozenset({"vt", "vp", "van thu"})  # "Lưu: VT" is said by everybody
_OF = re.compile(r"\bcua\s+(.{4,110})$")


@dataclass(frozen=True, slots=True)
class Clue:
    """One place that names a unit."""

    place: str
    unit: str
    score: float
    words: str


def recognise(
    key: str,
    letterhead: Letterhead | None,
    document: Document | None,
    register: Register,
    home: Letterhead | None = None,
) -> tuple[str | None, tuple[str, ...], tuple[Note, ...]]:
    """Return the sender's name in the register or None, the clues in Vietnamese, and notes for staff.

    A file that could not be read is told by folder and file name. A body that is not in the register sends for nobody:
    units that its text merely mentions do not count. Clues that disagree are always noted; a tie is left to a person,
    and so is a paper whose head names another place than `home`, the head of the plan: bodies of two districts are
    named alike.
    """
    if letterhead is not None and document is not None and _inspects(letterhead, document, register):
        return register.office, (f"{INSPECTION}{register.office}",), ()
    index = name_index(register)
    clues = list(_from_key(key, index))
    stranger, concerned = None, False
    if letterhead is not None:
        clues.extend(_from_frame(letterhead, document, index))
        stranger = None if _of_home(letterhead, clues, home) else _stranger(letterhead, clues)
        if stranger is not None:
            concerned = _concerns_us(letterhead, document, clues, register)
            clues = [clue for clue in clues if clue.place == "thư mục"]
    scores: dict[str, float] = {}
    for clue in clues:
        scores[clue.unit] = scores.get(clue.unit, 0.0) + clue.score
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    notes: list[Note] = []
    unit = ranked[0][0] if ranked and ranked[0][1] >= _ENOUGH else None
    if len(ranked) > 1 and ranked[1][1] > ranked[0][1] - 0.5:
        unit = None
    if stranger is not None and not concerned:
        notes.append(Note(OUTSIDE, f"Văn bản của {stranger}, không có trong danh sách đơn vị của đợt này."))
    elif stranger is not None and unit is None:
        why = "không có trong danh sách đơn vị nhưng có liên quan đến đợt này"
        notes.append(Note(UNKNOWN, f"Văn bản của {stranger}, {why}. Đề nghị chọn đơn vị trong danh sách."))
    elif unit is None:
        notes.append(Note(UNKNOWN, "Chưa xác định được đơn vị gửi. Đề nghị chọn đơn vị trong danh sách."))
    conflict = _conflict(clues, unit)
    away = elsewhere(letterhead, home, register.by_name(unit)) if letterhead and home and unit else None
    if away:
        unit, conflict = (
            None,
            (
                f"Đầu văn bản ghi {away[0]}, kế hoạch là của {away[1]}: có thể là đơn vị cùng tên ở nơi khác. "
                "Đề nghị chọn đơn vị trong danh sách, nếu đúng."
            ),
        )
    if conflict:
        notes.append(Note(CONFLICT, conflict))
    if letterhead is not None:
        notes.extend(_to_confirm(letterhead))
    shown = tuple(f"{clue.place}: {clue.words} → {clue.unit}" for clue in clues)
    return unit, shown, tuple(notes)


def _inspects(frame: Letterhead, document: Document, register: Register) -> bool:
    """Return whether a filled inspection sheet, or minutes, tells what the collecting office inspected itself.

    Such papers carry the head of the whole body, and name the unit inspected in subject and file name.
    """
    if not bare(frame.type_name).startswith(_MINUTES):
        return False
    office = register.by_name(register.office)
    low = bare(document.text[:_OPENING])
    forms = (register.office, *(office.aliases if office else ()))
    return any(re.search(rf"(?<!\w){re.escape(bare(form))}\s{_INSPECTED}", low) for form in forms if len(form) > 3)


def _from_key(key: str, index: NameIndex) -> Iterator[Clue]:
    *folders, name = key.split("/")
    for folder in folders:
        yield from _clues("thư mục", folder, index)
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    yield from _clues("tên tệp", _parted(stem), index)


def _parted(stem: str) -> str:
    """Return a file name with its words parted: "BC_AnBinh_Q2" → "BC AnBinh Q2"."""
    return re.sub(r"[_.]+", " ", stem)


def _clues(place: str, text: str, index: NameIndex) -> list[Clue]:
    """Return the clue of the strongest unit that `text` names; two of like strength cancel each other out."""
    seen = sorted(index.within(text), key=lambda one: -one.strength)
    if not seen or (len(seen) > 1 and seen[1].strength > seen[0].strength - 0.1):
        return []
    return [Clue(place, seen[0].unit, _WEIGHTS[place] * seen[0].strength, " ".join(text.split())[:80])]


def _from_frame(frame: Letterhead, document: Document | None, index: NameIndex) -> Iterator[Clue]:
    yield from _from_issuer(frame, index)
    symbol = _symbol(frame, document)
    if symbol:
        hit = index.exact(symbol)
        if hit is not None:
            yield Clue("ký hiệu", hit[0], _WEIGHTS["ký hiệu"] * hit[1], symbol)
    if frame.signer_title:
        yield from _clues("khối ký", frame.signer_title.replace("\n", " "), index)
    if frame.subject:
        of = _OF.search(bare(frame.subject))
        if of:
            yield from _clues("trích yếu", frame.subject[of.start(1) : of.end(1)], index)
    for line in frame.recipients:
        if bare(line).startswith("luu"):
            for part in re.split(r"[,;:]\s*", line)[1:]:
                if bare(part).strip() not in _REGISTRY:
                    yield from _clues("nơi lưu", part, index)
    if document is not None:
        yield from _from_text(document, index)


def _from_issuer(frame: Letterhead, index: NameIndex) -> Iterator[Clue]:
    places = [("tên cơ quan", frame.issuer, frame.parent), ("cơ quan chủ quản", frame.parent, None)]
    for place, name, parent in places:
        if not name:
            continue
        hit = issuer_unit(name, parent, frame.number, index) or index.closest(name)
        if hit is not None:
            yield Clue(place, hit[0], _WEIGHTS[place] * hit[1], name)
            return
        if place == "tên cơ quan":
            inner = [one for one in index.within(name) if one.strength >= 0.9]
            if len(inner) == 1 and compact(name).startswith(compact(inner[0].words)):
                yield Clue(place, inner[0].unit, _WEIGHTS[place] * 0.9, name)
                return


def _symbol(frame: Letterhead, document: Document | None) -> str:
    """Return the letters of the issuing body in the number ("KSBT" of "8/KH-KSBT"), "" where there are none.

    UBND alone tells nothing: every commune writes it.
    """
    text = frame.number or ""
    if not text and "number" in frame.spans:
        text = frame.spans["number"].quote
    match = re.search(r"[/-](?:\d{4}/)?([^\W\d_]+)[-/]\s*([\w&.-]+)$", text)
    if match is None:
        return ""
    first, rest = match.group(1), match.group(2)
    known = bare(first) in _type_codes()
    body = rest if known else first
    return "" if bare(body) in {"ubnd", "hdnd", "dang uy", "du", "cb"} else body


@cache
def _type_codes() -> frozenset[str]:
    return frozenset(bare(code) for code in lexicon("type_codes", "checks"))


def _from_text(document: Document, index: NameIndex) -> Iterator[Clue]:
    seen = 0
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.part is Part.HEADER:
            yield from _clues("đầu trang", text, index)
        if block.part is not Part.BODY or block.cell is not None or len(text) < 40:
            continue
        seen += 1
        if seen > 6:
            return
        for match in _SAYS.finditer(bare(text)[:900]):
            hit = index.exact(text[match.start(1) : match.end(1)])
            if hit is not None and hit[1] >= 0.7:
                yield Clue("câu mở đầu", hit[0], _WEIGHTS["câu mở đầu"] * hit[1], text[match.start(1) : match.end(1)])
                return


def _stranger(frame: Letterhead, clues: list[Clue]) -> str | None:
    """Return the issuer where it is a body outside the register that speaks for itself, else None.

    A phòng often writes under the letterhead of its Sở: then number, signature or file name tell it. But a symbol made
    of the issuer's own letters, or a document that is neither plan nor report, is the issuer's own.
    """
    if not frame.issuer or any(clue.place in {"tên cơ quan", "cơ quan chủ quản"} for clue in clues):
        return None
    own = {bare(form) for form in initials(frame.issuer.title())}
    symbol = bare(_symbol(frame, None))
    if frame.kind is DocumentKind.OTHER or (symbol and symbol.split("-")[0] in own):
        return frame.issuer
    return None


def _of_home(frame: Letterhead, clues: list[Clue], home: Letterhead | None) -> bool:
    """Return whether a paper carries the head of the plan's own body and its file, or "Lưu:", names who drew it up."""
    if home is None or not frame.issuer or not home.issuer or compact(frame.issuer) != compact(home.issuer):
        return False
    return any(clue.place in {"tên tệp", "nơi lưu", "thư mục"} for clue in clues)


def _concerns_us(frame: Letterhead, document: Document | None, clues: list[Clue], register: Register) -> bool:
    """Return whether a stranger's document may still be an answer: only a person can tell then.

    It is a plan or report that goes to the office or whose other marks name a unit; or so badly recognised that its
    type is not known.
    """
    if frame.kind is DocumentKind.OTHER:
        if document is None or frame.type_name or "issuer" not in frame.spans:
            return False
        return document.block_at(frame.spans["issuer"].start).source is Source.OCR
    office = [unit for unit in register.units if unit.name == register.office]
    goes_to = NameIndex(Register(tuple(office), register.office))
    addressed = any(goes_to.within(line) for line in (*frame.addressees, *frame.recipients))
    return addressed or any(clue.place != "thư mục" for clue in clues)


def _to_confirm(frame: Letterhead) -> Iterator[Note]:
    """Number and day of a scan are often written by hand: 2 of 33 real scans gave the right number (measured)."""
    read = []
    if frame.sources.get("number") == "ocr" and frame.number:
        read.append(f"số {frame.number}")
    if frame.sources.get("issued") == "ocr" and frame.issued:
        read.append(f"ngày {frame.issued:%d/%m/%Y}")
    if read:
        yield Note(CONFIRM, f"Đọc từ bản quét: {', '.join(read)}; đề nghị đối chiếu với bản gốc.")


def _conflict(clues: list[Clue], unit: str | None) -> str:
    """Return the sentence about clues that name different units, "" where they agree."""
    strong = [clue for clue in clues if clue.score >= 1.5]
    names = {clue.unit for clue in strong}
    if len(names) < 2:
        return ""
    first = next((clue for clue in strong if clue.unit == unit), strong[0])
    other = next(clue for clue in strong if clue.unit != first.unit)
    return (
        f"Các dấu hiệu về đơn vị gửi mâu thuẫn: {first.place} ({first.words}) chỉ {first.unit}, "
        f"còn {other.place} ({other.words}) chỉ {other.unit}. Có thể đơn vị dùng lại mẫu của đơn vị khác; "
        "đề nghị xác nhận."
    )
