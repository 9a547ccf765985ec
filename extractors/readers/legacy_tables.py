"""The two code tables of Vietnam's 8-bit years: TCVN3 (TCVN 5712:1993, "ABC") and VNI for Windows.

Both are generated from the alphabet rather than typed out, so that no letter can be missing: every one of the 134
marked letters is there (TCVN3 has no small/capital pairs for toned letters: capitals come from a second font).
"""

from __future__ import annotations

_VOWELS = (
    "àáảãạ",
    "ằắẳẵặ",
    "ầấẩẫậ",
    "èéẻẽẹ",
    "ềếểễệ",
    "ìíỉĩị",
    "òóỏõọ",
    "ồốổỗộ",
    "ờớởỡợ",
    "ùúủũụ",
    "ừứửữự",
    "ỳýỷỹỵ",
)
_TCVN3_VOWELS = (
    "µ¸¶·¹",
    "»¾¼½Æ",
    "ÇÊÈÉË",
    "ÌÐÎÏÑ",
    "ÒÕÓÔÖ",
    "×ÝØÜÞ",
    "ßãáâä",
    "åèæçé",
    "êíëìî",
    "ïóñòô",
    "õøö÷ù",
    "úýûüþ",
)
_TCVN3_BARE = ("¨©ª«¬\xad®¡¢£¤¥¦§", "ăâêôơưđĂÂÊÔƠƯĐ")

# VNI writes a base letter and then a mark; the marks of a plain vowel, of one with a breve, of one with a circumflex.
_PLAIN, _BREVE, _HAT = "øùûõï", "èéúüë", "àáåãä"
_VNI_BASES = (
    ("a", _PLAIN, _VOWELS[0]),
    ("a", _BREVE, _VOWELS[1]),
    ("a", _HAT, _VOWELS[2]),
    ("a", "êâ", "ăâ"),
    ("e", _PLAIN, _VOWELS[3]),
    ("e", _HAT, _VOWELS[4]),
    ("e", "â", "ê"),
    ("o", _PLAIN, _VOWELS[6]),
    ("o", _HAT, _VOWELS[7]),
    ("o", "â", "ô"),
    ("ô", _PLAIN, _VOWELS[8]),
    ("u", _PLAIN, _VOWELS[9]),
    ("ö", _PLAIN, _VOWELS[10]),
    ("y", _PLAIN[:4], _VOWELS[11][:4]),
)
_VNI_SINGLE = ("ìíæóòîôöñ", "ìíỉĩịỵơưđ")


def _tcvn3() -> dict[str, str]:
    table = {
        code: letter
        for letters, codes in zip(_VOWELS, _TCVN3_VOWELS, strict=True)
        for letter, code in zip(letters, codes, strict=True)
    }
    table.update(zip(*_TCVN3_BARE, strict=True))
    return table


def _vni() -> dict[str, str]:
    table: dict[str, str] = {}
    for base, marks, letters in _VNI_BASES:
        for mark, letter in zip(marks, letters, strict=True):
            table[base + mark] = letter
            table[base.upper() + mark.upper()] = letter.upper()
            # Typists left the mark small after a capital: "AÛ" and "Aû" are one letter.
            table.setdefault(base.upper() + mark, letter.upper())
    for code, letter in zip(*_VNI_SINGLE, strict=True):
        table[code], table[code.upper()] = letter, letter.upper()
    return table


TCVN3: dict[str, str] = _tcvn3()
VNI: dict[str, str] = _vni()
