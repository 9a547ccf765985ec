"""The pattern of verbs that open a duty or a claim."""

from __future__ import annotations

from extractors.vietnamese import alternation

# The same syllables inside other words: "trực thuộc", "cấp xã", "giao thông", "nhân dân", "tổ dân phố".
_NOT = (
    r"trực (?:thuộc|tuyến)|cấp (?:xã|huyện|tỉnh|trên|dưới|ủy|phòng|cơ sở|trưởng|thành phố)|giao thông|nhân (?:dân"
    r"|viên|sự|lực)"
    r"|có (?:liên quan|tên|thẩm quyền|hiệu lực)|tổ (?:dân|viên|trưởng|công|liên|hợp)|thi hành|in ấn|thu nhập|nuôi con"
    r"|phát thanh viên"
    r"|đón đầu|tự (?:giác|lực|chủ|nhiên|do)|cho (?:biết|nên|rằng)|nhận thức"
)
VERB = rf"(?!(?:{_NOT})(?!\w)){alternation('action_verbs')}"
