"""How a sentence of a plan opens: a topic, what it rests on, an event, an order; and who acts after that."""

from __future__ import annotations

import re

from checks.plan_deadlines import leading
from checks.plan_subjects import Subject, Subjects
from checks.plan_text import PlanText, words
from checks.plan_verbs import opening_verb

_PREFIX = re.compile(
    r"(?:căn cứ|trên cơ sở|để|nhằm|sau khi|khi|theo|ngoài ra|bên cạnh đó|đồng thời|cùng với|thực hiện|tiếp theo|từ nay"
    r"|hằng năm|hàng năm|về|với|trong|đối với|qua|ngay sau khi|riêng|trường hợp|tùy theo|xét|nhận được|nếu|riêng về"
    r"|tại)(?!\w)"
)
_EVENT = re.compile(
    r"(?:kết thúc|sau khi|khi|hết|trước khi|cuối|đầu|vào|ngay sau|ngay khi|sau|trong|hằng|hàng|đến)(?!\w)"
)
_TOWARDS = re.compile(r"(?:đối với|về phía|trách nhiệm(?! chung)|nhiệm vụ của)(?!\w)")
_TOPIC = re.compile(r"[^:.;]{3,90}:\s*(?=\S)")
_HAS_TO = re.compile(r"(?<!\w)(?:có|chịu) trách nhiệm\s+(?=\w)")
_SAME_TIME = re.compile(
    r"(?:cùng|cũng trong|trong|đến)\s+(?:thời\s+(?:hạn|gian|điểm)|khoảng thời gian)\s+(?:này|trên|nêu trên|đó)\s*,?\s*"
)
_ABOUT = re.compile(
    r"(?:về|công tác|(?:trong |đối với )?(?:lĩnh vực|công tác)|nội dung|(?:trách nhiệm|nhiệm vụ) chung)(?!\w)"
)
_REPORTING = re.compile(
    r"(?:chế độ|thời gian|thời hạn|về|việc|công tác)\s+(?:gửi\s+|chế độ\s+)?(?:thông tin,?\s+)?báo cáo"
    r"(?:\s+(?:được\s+)?(?:thực hiện|quy định|áp dụng))?(?:\s+như sau)?:\s*"
)
SHARE = re.compile(r"\d+(?:,\d+)?\s*%|(?:tối thiểu|ít nhất|không dưới|trên|đạt từ|từ)\s+\d")


def behind_same_time(plan: PlanText, start: int, end: int) -> int:
    """Return where the words after "Cùng thời hạn này, ..." begin, `start` where a sentence does not open so."""
    same = _SAME_TIME.match(plan.low, start, end)
    return same.end() if same is not None else start


class Openings:
    """Reads the openings of the sentences of one plan."""

    def __init__(self, plan: PlanText, subjects: Subjects) -> None:
        self.plan, self.subjects = plan, subjects

    def behind(self, start: int, end: int) -> int:
        """Return where the deed begins after "Trên cơ sở Kế hoạch này, ..."; `start` where nothing opens so."""
        if not self.has_prefix(start, end) or opening_verb(self.plan, start, end) is not None:
            return start
        duty = _HAS_TO.search(self.plan.low, start, min(end, start + 160))
        if duty is not None and opening_verb(self.plan, duty.end(), end) is not None:
            return duty.end()  # "Theo chức năng, nhiệm vụ của mình có trách nhiệm phối hợp ..."
        comma = self.plan.low.find(",", start, min(end, start + 300))
        while comma >= 0:
            if opening_verb(self.plan, comma + 1, end) is not None:
                return comma + 1
            comma = self.plan.low.find(",", comma + 1, min(end, start + 300))
        return start

    def behind_topic(self, start: int, end: int) -> int:
        """Return where a sentence begins after the topic before its colon ("Về tuyên truyền: Tổ chức ...")."""
        match = _TOPIC.match(self.plan.low, start, end)
        if match is None:
            return start
        small = not self.plan.text[match.end()].isupper() and not self._acts(match.end(), end)
        if small and not _REPORTING.fullmatch(match.group(0)) and not _ABOUT.match(self.plan.low, start):
            return start
        if _REPORTING.fullmatch(match.group(0)):
            return match.end()
        if self.plan.depth(start, end)[match.end() - 1 - start]:
            return start
        if _TOWARDS.match(self.plan.low, start):
            return start  # "Đối với ngành X:" names an actor, if not one of ours
        if self.subjects.sentence(start, end) is not None or SHARE.search(self.plan.low[start : match.end()]):
            return start
        speaks = (
            leading(self.plan, match.end(), end)[0] is not None
            or self.subjects.sentence(match.end(), end) is not None
            or opening_verb(self.plan, match.end(), end) is not None
        )
        return match.end() if speaks else start

    def _acts(self, start: int, end: int) -> bool:
        """Return whether units of the register and what they do follow a topic: "Đăng ký: các khoa gửi phiếu ..."."""
        found = self.subjects.sentence(start, end)
        return found is not None and bool(found.address) and opening_verb(self.plan, found.predicate, end) is not None

    def subject(self, start: int, end: int, opens: bool = False) -> Subject | None:
        """Return the subject of a sentence, also behind an opening ("Căn cứ ..., X ...") or an order of the issuer."""
        if not opens:
            found = self.subjects.sentence(start, end)
            if found is None and self.has_prefix(start, end):
                found = self._behind_prefix(start, end)
            if found is not None and self._orders(found) and not self._steers(found):
                return self.subjects.ordered(found.end, min(end, start + 900))  # the issuer speaks, others owe
            if found is not None and not found.address and found.frame == "F1":
                after = self.subjects.sentence(*self.plan.trim(found.predicate, end))
                found = after if after is not None and after.address else found  # "Thanh tra: UBND các xã ..."
            if found is not None:
                return found
        ordered = self.subjects.ordered(start, min(end, start + 900))
        if ordered is not None and not ordered.address and not opens and self._deed(start, end):
            ordered = None  # "Lựa chọn, đề nghị Tỉnh ... tuyên dương": somebody outside is asked as part of the deed
        return ordered or (None if opens else self._inner(start, end))

    def _deed(self, start: int, end: int) -> bool:
        """Return whether the sentence opens with a deed of its own, not with what it rests on."""
        return not self.has_prefix(start, end) and opening_verb(self.plan, start, end) is not None

    def _inner(self, start: int, end: int) -> Subject | None:
        """Return the subject of a sentence that opens with an event: "Kết thúc chiến dịch các đơn vị báo cáo ..."."""
        if not _EVENT.match(self.plan.low, start, end):
            return None
        for match in words("plan_determiners").finditer(self.plan.low, start, min(end, start + 240)):
            found = self.subjects.sentence(match.start(), end)
            if found is not None and found.address:
                return found
        return next(
            (
                found
                for mention in self.plan.units(start, min(end, start + 240))
                if (found := self.subjects.sentence(mention.start, end)) is not None and found.address
            ),
            None,
        )

    def _orders(self, subject: Subject) -> bool:
        at, _ = self.plan.trim(subject.predicate, len(self.plan.low))
        return words("plan_order_verbs").match(self.plan.low, at) is not None

    def _steers(self, subject: Subject) -> bool:
        """Return whether the order is a unit's own task: "Mỗi xã phân công ...", "Công an tỉnh: Chỉ đạo ..."."""
        office = self.subjects.actors.office
        if not subject.address or subject.address.units == {office}:
            return False
        at, _ = self.plan.trim(subject.predicate, len(self.plan.low))
        return self.plan.low.startswith(("chỉ đạo", "phân công", "giao"), at)

    def has_prefix(self, start: int, end: int) -> bool:
        """Return whether the sentence opens with what it rests on or when it counts ("Căn cứ ...", "Trong ...")."""
        match = _PREFIX.match(self.plan.low, start, end)
        verb = self.plan.verb(start, end)
        return match is not None and (verb is None or verb <= match.end())  # "theo dõi" is no "theo"

    def _behind_prefix(self, start: int, end: int) -> Subject | None:
        inside = self.plan.depth(start, end)
        tried = 0
        for at in range(start, end):
            if self.plan.low[at] not in ",;" or inside[at - start]:
                continue
            begin, _ = self.plan.trim(at, end)
            tried += 1
            found = self.subjects.sentence(begin, end)
            if found is not None and (found.address or self._orders(found)):
                return found
            if tried > 8:
                break
        return None
