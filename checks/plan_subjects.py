"""Finds who a sentence or heading obliges, and where the words about the deed begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_shares import has_amount
from checks.plan_text import PlanText, words
from extractors.vietnamese import alternation, lexicon

_LONGEST = 260  # the longest list of actors seen in real plans is about 230 characters
_BLANK = re.compile(r"[\s\"“”'(]*")
_TOKEN = re.compile(r"[^\s]+")
_LIST_HEAD = re.compile(r"(?<!\w)các\s+(?:sở|phòng|ban|chi cục|trung tâm|trường|khoa)\s*:$")
_GROUP_HEADS = frozenset(
    {"phòng", "ban", "tổ", "khoa", "đoàn", "đội", "trạm", "trại", "xã", "phường", "cấp", "vị", "sở", "tâm", "viện"}
    | {"trường", "cục", "hội", "ngành", "bộ", "xưởng", "nghiệp", "ty"}
)
_COMRADE = re.compile(r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)(?!\w)")
_TOLD = frozenset({"đã", "được", "bị", "chưa", "còn", "đang", "vẫn"})
_SHARE = re.compile(r"\d{1,3}(?:,\d+)?\s*%")
# What may go on with a name or a list of names; any other small word after a unit that was given an order is its verb.
_DEED_AFTER = re.compile(
    r" (?!(?:và|cùng|với|thuộc|trực thuộc|tỉnh|huyện|thành phố|thị xã|xã|phường|quận|các|của|là|tại|trên|hoặc|cấp|hay"
    r"|khu vực|chủ trì|phối hợp|có|chịu|căn cứ|theo|đã|được|chưa|còn|đang|vẫn|bị|do|vì|khi|nếu|để|gồm|trong|như|hiện"
    r"|sau|trước|từ|đến|không|nhằm|về|cho|số|sẽ|phải|cần)\b)[a-zà-ỹđ]+ (?:[a-zà-ỹđ]+ )*?(?:tối thiểu|ít nhất|\d)"
)
# "Các đơn vị được kiểm tra gửi báo cáo ...": which of them, and then what they have to do.
_ASKED_OF = re.compile(
    r"được (?:giao(?!\w)|(?:kiểm tra|thanh tra|giám sát|phân công|hỗ trợ|chọn|lựa chọn|nêu tên|phê duyệt)[^,;.:]{0,40}?"
    r"\s(?:gửi|báo cáo|nộp|xây dựng|chuẩn bị|có trách nhiệm|khắc phục|thực hiện|tổ chức|hoàn thành)(?!\w))"
)
_COORDINATED = re.compile(r"(?:(?:phối hợp|lãnh đạo|hướng dẫn|kiểm tra|đôn đốc|tham mưu|theo dõi)(?:,| và)\s+)+")
_MEETING = re.compile(r"[Gg]iao (?:ban|lưu|thông|dịch|tiếp|hữu)(?!\w)")  # "Hội nghị giao ban" orders nobody
_COMMUNE = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|địa phương)(?!\w)")


@dataclass(frozen=True, slots=True)
class Subject:
    """`text[start:end]` names the actor; `predicate` is where the words after it begin."""

    start: int
    end: int
    predicate: int
    address: Address
    frame: str
    request: bool = False  # "đề nghị": to outsiders a request, no order


@cache
def _starts(name: str) -> re.Pattern[str]:
    return re.compile(alternation(name, "checks") + r"(?!\w)")


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(alternation("unit_heads") + r"(?!\w)")


_PARTY = re.compile(r"(?:các\s+)?cấp\s+ủy(?!\w)")  # "các cấp" stands before other nouns, not before this one


class Subjects:
    """Reads subjects in the text of one plan."""

    def __init__(self, plan: PlanText, actors: Actors) -> None:
        self.plan, self.actors = plan, actors

    def heading(self, start: int, end: int) -> Subject | None:
        """Return the actor that a heading or a table cell names as a whole, None for a heading about a topic."""
        start, end = self.plan.trim(start, end, " \t\n,;:.-–*/")
        if start >= end or end - start > 2 * _LONGEST:
            return None
        if not self._like_actor(start, end) or self._says_deed(start, end):
            return None
        address = self.actors.resolve(self.plan.low, start, end)
        request = self.plan.low.startswith(("đề nghị", "kính đề nghị"), start)
        return Subject(start, end, end, address, "F1", request)

    def sentence(self, start: int, end: int) -> Subject | None:
        """Return the subject at the head of a sentence ("X chủ trì ...", "Giao X ...", "X: ..."), if there is one."""
        ordered = _starts("plan_order_verbs").match(self.plan.low, start, end)
        if ordered:
            at = self._skip(ordered.end(), end)
            found = self._subject(at, end, "F6" if ordered.group(0) != "giao" else "F2")
            if found is not None:
                request = "đề nghị" in ordered.group(0)
                return Subject(found.start, found.end, found.predicate, found.address, found.frame, request)
            return None
        return self._subject(start, end, "F4")

    def ordered(self, start: int, end: int) -> Subject | None:
        """Return the actor after an order inside a sentence ("..., UBND huyện yêu cầu các đơn vị: ...")."""
        for match in words("plan_order_verbs").finditer(self.plan.low, start, end):
            if _MEETING.match(self.plan.text, match.start(), end) or self._own_deed(match, start):
                continue
            found = self._subject(self._skip(match.end(), end), end, "F6")
            if found is not None:
                return Subject(
                    found.start, found.end, found.predicate, found.address, "F6", "đề nghị" in match.group(0)
                )
        return None

    def _own_deed(self, order: re.Match[str], start: int) -> bool:
        """Return whether "chỉ đạo" goes on with the verb that opens the sentence: "Phối hợp và chỉ đạo các xã"."""
        return order.group(0) == "chỉ đạo" and _COORDINATED.fullmatch(self.plan.low, start, order.start()) is not None

    def _skip(self, at: int, end: int) -> int:
        match = _BLANK.match(self.plan.low, at, end)
        return match.end() if match else at

    def _subject(self, start: int, end: int, frame: str) -> Subject | None:
        stop = min(end, start + _LONGEST)
        if not self._like_actor(start, stop):
            return None
        for at, colon in self._predicates(start, stop, end, named_only=frame in {"F6", "F2"}):
            actor = self.plan.trim(start, at)
            address = self.actors.resolve(self.plan.low, *actor)
            if not address and not address.outside:
                continue
            if _SHARE.match(self.plan.low, start, at) and len(address.units) == 1 and not self.plan.units(start, at):
                return None  # "100% chi bộ" counts them, though the register holds but one
            if not address and self._cut_off(*actor):
                continue
            if self.plan.low.startswith(("mỗi", "từng"), start):
                frame = "F5"
            elif frame == "F4" and self.plan.low.startswith(("có trách nhiệm", "chịu trách nhiệm"), at):
                frame = "F3"
            elif frame == "F4" and self.plan.low.startswith("chủ trì", at):
                frame = "F2"
            elif frame == "F4" and colon:
                frame = "F1"
            return Subject(*actor, at + colon, address, frame)
        return None

    def _predicates(self, start: int, stop: int, end: int, named_only: bool = False) -> list[tuple[int, int]]:
        """Return the places where a predicate may begin after an actor at `start`: (place, 1 for a colon).

        With `named_only` an order went before: what follows a unit's whole name is its deed, whatever the verb.
        """
        found: list[tuple[int, int]] = []
        named = [(mention.start, mention.end) for mention in self.plan.units(start, min(end, stop + 80))]
        if named and named[0][0] == start:
            at = named[0][1]
            if _DEED_AFTER.match(self.plan.text, at, end) and (named_only or self.plan.verb(at + 1, end) is None):
                found.append((at + 1, 0))
        inside = self.plan.depth(start, stop)
        for match in _TOKEN.finditer(self.plan.low, start, stop):
            at = match.start()
            if any(a <= at < b for a, b in named) or inside[at - start]:
                colon = match.group(0).endswith(":") and not inside[match.end() - 1 - start]
                if colon:
                    found.append((match.end() - 1, 1))
                    break
                continue
            asked_of = _ASKED_OF.match(self.plan.low, at, end) or self.plan.low.startswith("còn lại", at)
            if at > start and match.group(0) in _TOLD and not asked_of:
                break  # "Các đơn vị đã ...", "... chưa ...": told, not asked
            if (
                at > start
                and self.plan.text[at].islower()
                and self._opens_predicate(at, end, start, after_name=any(b in (at, at - 1) for _, b in named))
            ):
                found.append((at, 0))
                if len(found) > 4:
                    break
            if match.group(0).endswith(":") and not self._lists(start, match.end(), stop):
                found.append((match.end() - 1, 1))
                break
            if match.group(0).endswith(".") and len(match.group(0)) > 3:
                break
        return found

    def _lists(self, start: int, colon: int, stop: int) -> bool:
        """Return whether names follow the colon: "Các sở: Nội vụ, Tài chính có trách nhiệm ..."."""
        if _LIST_HEAD.search(self.plan.low, start, colon) is None:
            return False
        return bool(self.plan.names.listed(self.plan.low[start:stop]))

    def _opens_predicate(self, at: int, end: int, start: int, after_name: bool) -> bool:
        if _starts("plan_modals").match(self.plan.low, at, end):
            return True
        if has_amount(self.plan.low, at, end, self.plan.low.startswith(("mỗi", "từng"), start)):
            return True
        verb_end = self.plan.verb(at, end)
        if verb_end is None or self.plan.low[at:verb_end] in lexicon("plan_short_verbs", "checks"):
            return False
        if not after_name and " " not in self.plan.low[at:verb_end] and self._after_capital(at):
            return False  # "Đào tạo": the second half of a word of the name
        free = after_name or not self.plan.blocked(start, at)
        return free or self._listed_head(start, at) or self._kind_before(start, at)

    def _kind_before(self, start: int, at: int) -> bool:
        """Return whether the name of a kind of the register stands before a verb: "chi bộ cơ sở báo cáo ..."."""
        said = tuple(self.plan.low[start:at].split())
        return any(self.plan.names.of_kind(said[-length:]) for length in range(2, min(len(said), 6) + 1))

    def _listed_head(self, start: int, at: int) -> bool:
        """Return whether a small-lettered group noun of a list stands before a verb: "các khoa, phòng tổ chức ..."."""
        before = re.search(r"(\w+)\s+$", self.plan.text[max(start, at - 16) : at])
        grouped = _starts("plan_determiners").match(self.plan.low, start, at) is not None
        return grouped and before is not None and before.group(1) in _GROUP_HEADS

    def _after_capital(self, at: int) -> bool:
        before = self.plan.text[:at].rstrip().rsplit(None, 1)[-1:] if at else []
        return bool(before) and before[0][:1].isupper() and self.plan.text[at - 1] == " "

    def _like_actor(self, start: int, end: int) -> bool:
        """Return whether the words at `start` can open the name of an actor."""
        if _PARTY.match(self.plan.low, start, end):
            return True
        at = start
        while True:
            named = self.plan.units(at, min(end, at + 120))
            if named and (named[0].start == at or _COMRADE.match(self.plan.low, start, at)):
                return True  # "Đồng chí Nguyễn Văn A, công chức Văn phòng" speaks for that office
            step = next(
                (
                    match.end()
                    for name in ("plan_determiners", "plan_leaders", "plan_actor_leads")
                    if (match := _starts(name).match(self.plan.low, at, end))
                ),
                None,
            )
            if step is None:
                break
            at = self._skip(step, end)
        if _starts("plan_not_bodies").match(self.plan.low, at, end):
            return False
        group = _bodies().match(self.plan.low, at, end) or _starts("plan_people").match(self.plan.low, at, end)
        known = _starts("plan_all_units").match(self.plan.low, at, end) or self._commune(at, end)
        return bool(group or known or self._heads_units(at, end))

    def _heads_units(self, at: int, end: int) -> bool:
        """Return whether the names of several units of the register open with the word at `at`: "LĐLĐ các huyện"."""
        word = _TOKEN.match(self.plan.low, at, end)
        return word is not None and len(self.plan.names.starting((word.group(0),))) > 1

    def _commune(self, at: int, end: int) -> bool:
        return bool(_COMMUNE.match(self.plan.low, at, end))

    def _cut_off(self, start: int, end: int) -> bool:
        """Return whether an outside name is only its first word: the verb after it belongs to it ("Ban chỉ đạo")."""
        return len(self.plan.low[start:end].split()) < 2

    def _says_deed(self, start: int, end: int) -> bool:
        """Return whether a predicate stands after the actor: then it is a sentence, no heading."""
        subject = self._subject(start, end, "F4")
        if subject is None or subject.predicate >= end:
            return False
        modal = _starts("plan_modals").match(self.plan.low, subject.predicate, end)
        return not (modal and modal.end() >= end)
