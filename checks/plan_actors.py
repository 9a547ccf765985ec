"""Says who is meant by the actor of a duty: units of the register, all of them, a kind of them, or somebody outside."""

from __future__ import annotations

import re

from checks.plan_address import EACH, KIND, KINDS_JOINT, OFFICE, Address
from checks.plan_bodies import (
    SAME_LEVEL,
    core_of,
    level_of,
    listed,
    lists_many,
    other_kinds,
    qualifier_heads,
    whole_words,
)
from checks.plan_names import UnitNames
from checks.units import Unit

_PART = re.compile(r"[,;/]|\s+và\s+|\s+cùng\s+|\s+\+\s+")
_WORD = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*%?")
_EXCEPT = re.compile(r"[(,]?\s*(?:ngoại\s+)?(?:trừ|không\s+(?:bao\s+)?gồm|ngoài)\s+([^();:]{2,120})\)?")
_COMRADE = ("đồng chí", "đ/c", "ông ", "bà ")
_BELONGS = re.compile(r"(?<!\w)(?:thuộc|trực thuộc)\s+$")
_MANY = re.compile(r"(?<!\w)(?:các|mỗi|từng)\s+$")
_CONCERNED = re.compile(r"(?:có\s+)?liên\s+quan")
_COMMUNES = ("xã", "phường", "thị", "đặc")
_OF_PARTY = ((), ("ủy",))  # what is left of "các cấp ủy", where "các cấp" and "cấp ủy" are words of their own
_PARTY = (("đảng", "ủy"), ("đảng", "bộ"), ("chi", "bộ"), ("chi", "ủy"))
_COMMITTEES = (("ubnd",), ("ủy", "ban", "nhân", "dân"))


class Actors:
    """Reads actor phrases against a register."""

    def __init__(self, names: UnitNames) -> None:
        self.names = names
        self.office = names.register.office
        self.others = tuple(unit.name for unit in names.register.others())

    def resolve(self, low: str, start: int, end: int) -> Address:
        """Return whom the folded text low[start:end] addresses; an empty address where it names nobody."""
        barred: set[str] = set()
        phrase = low[start:end]
        for match in _EXCEPT.finditer(phrase):
            inner = self.resolve(match.group(1), 0, len(match.group(1)))
            barred |= inner.units
            phrase = phrase[: match.start()] + " " * (match.end() - match.start()) + phrase[match.end() :]
        named: list[str] = []
        for mention in self.names.find(phrase, 0, len(phrase)):
            if _MANY.search(phrase, 0, mention.start) and self.names.is_derived(phrase[mention.start : mention.end]):
                continue
            if _BELONGS.search(phrase, 0, mention.start):
                phrase = phrase[: mention.start] + " " * (mention.end - mention.start) + phrase[mention.end :]
                continue  # "đơn vị thuộc Sở Y tế" are not the Sở
            if mention.unit not in named:
                named.append(mention.unit)
            phrase = phrase[: mention.start] + "\0" * (mention.end - mention.start) + phrase[mention.end :]
        for mention in self.names.listed(phrase):
            if mention.unit not in named:
                named.append(mention.unit)
            phrase = phrase[: mention.start] + "\0" * (mention.end - mention.start) + phrase[mention.end :]
            phrase = re.sub(r"các\s+\w+(?=\s*:?\s*\0)", lambda m: " " * len(m.group(0)), phrase)
        groups, outside, people = self._groups(phrase, bool(named))
        if named and phrase.lstrip().startswith(_COMRADE):
            groups = []  # "đồng chí A, công chức Văn phòng": one person, who speaks for one office
        if not groups and not named:
            return Address(outside=tuple(outside), people=people)
        targets = self._targets(named, groups, barred)
        return Address(targets, tuple(outside), people, bool(_CONCERNED.search(phrase)))

    def office_address(self) -> Address:
        """Return the address of the collecting office."""
        return Address((self._single(self.office),))

    def everyone(self) -> Address:
        """Return the address of every unit but the office."""
        return Address(((EACH, self.others),)) if self.others else Address()

    def _groups(self, phrase: str, named: bool) -> tuple[list[frozenset[str]], list[str], bool]:
        groups: list[frozenset[str]] = []
        outside: list[str] = []
        people, plural = False, lists_many(phrase)
        stem: tuple[str, ...] = ()
        head: tuple[str, ...] = ()
        for part in _PART.split(phrase):
            words = tuple(_WORD.findall(part))
            core, many = core_of(words)
            plural = plural or many
            party = self._party() if core[:1] in _OF_PARTY and "cấp ủy" in part else frozenset()
            if party:
                groups.append(party)
                continue
            if not core:
                continue
            level = level_of(core)
            if stem and level == core:
                core = stem + core  # "các trạm y tế xã, phường": the second level is of the same noun
            stem = core[: len(core) - len(level)] if level else ()
            core = self._with_head(head, core)
            head = core[:1] if len(core) > 1 else head
            of_level = self._of_level(words, core, level) if "cấp" in words else frozenset()
            if of_level:
                groups.append(of_level)
                continue
            if " ".join(core[:2]) in listed("plan_people"):
                people = True
                groups.append(frozenset(self.others))
                continue
            found = self._group(core, plural)
            if found is not None:
                groups.append(found)
            elif "\0" not in part or len(core) > 3:
                outside.append(part.replace("\0", "").strip())
        if people and (named or len(groups) > 1):
            people = False
        return groups, outside, people

    def _with_head(self, head: tuple[str, ...], core: tuple[str, ...]) -> tuple[str, ...]:
        """Return a kind of which only the rest is said: "các trường mầm non, tiểu học" are schools both."""
        written = tuple(word for part in core for word in whole_words(part))
        for whole in (written, (*head, *written) if head else ()):
            if whole != core and (self.names.of_kind(whole) or " ".join(whole) in other_kinds()):
                return whole
        return core

    def _party(self) -> frozenset[str]:
        """Return the party bodies of the register, whom "các cấp ủy" means."""
        found = [unit for head in _PARTY for unit in self.names.starting(head)]
        return frozenset(unit.name for unit in found if unit.name != self.office)

    def _of_level(self, words: tuple[str, ...], core: tuple[str, ...], level: tuple[str, ...]) -> frozenset[str]:
        """Return the units of a whole level: "UBND cấp huyện" are towns and districts alike."""
        bare = next((words[at:] for at in range(len(words)) if words[at:][:1] == core[:1]), words)
        named = self.names.of_kind(bare)
        if named:
            return frozenset(unit.name for unit in named)
        stem = core[: len(core) - len(level)]
        if not stem:  # "Cấp huyện": the units whose kind says so
            ending = ("cấp", *level)
            kinds = [u for u in self.names.register.others() if tuple(u.kind.lower().split())[-len(ending) :] == ending]
            if kinds:
                return frozenset(unit.name for unit in kinds)
        alike = SAME_LEVEL.get(level, ())
        found = [unit for other in alike for unit in self._starting((*stem, *other), commune=not stem)]
        return frozenset(unit.name for unit in found)

    def _group(self, core: tuple[str, ...], plural: bool) -> frozenset[str] | None:
        """Return the units that a group noun means, None for a noun that means none of ours."""
        if " ".join(core[:2]) in listed("plan_all_units"):
            return self._wide(core, plural)
        alone: frozenset[str] | None = None
        for form in (core, *((core[len(c) :]) for c in _COMMITTEES if core[: len(c)] == c)):
            for length in range(len(form), 0, -1):
                units = self._starting(form[:length], core is not form)
                if not units and length > 1 and " ".join(form[:length]) in other_kinds():
                    return alone  # "các trường trung học phổ thông": a kind of its own that the register does not hold
                if plural and len(units) == 1 and length < len(form) and form[length] not in qualifier_heads():
                    alone = alone or frozenset(unit.name for unit in units)
                    continue  # "các công đoàn cơ sở" are more than the one "Công đoàn cơ quan ..."
                if units and (plural or len(units) == 1 or self.names.of_kind(form)):
                    rest = form[length:]
                    if not rest or length > 1 or rest[0] in qualifier_heads() or plural:
                        return frozenset(unit.name for unit in units)
        return alone

    def _wide(self, core: tuple[str, ...], plural: bool) -> frozenset[str] | None:
        """Return what "các cơ quan, đơn vị, địa phương" means: everyone, but for a kind that bears just this name."""
        # "đơn vị (trực) thuộc Sở" says whose they are, not of what kind, even where a kind is called so.
        shortest = len(core) if {"thuộc", "trực"} & set(core[:3]) else 2
        for length in range(len(core), shortest, -1):
            name = " ".join(core[:length])
            units = [] if name in listed("plan_all_units") else self.names.of_kind(core[:length])
            if units:
                return frozenset(unit.name for unit in units)
        if core[:2] == ("địa", "phương"):
            communes = [unit for head in _COMMUNES for unit in self._starting((head,), commune=True)]
            if communes:
                return frozenset(unit.name for unit in communes)
        return frozenset(self.others) if plural else None

    def _starting(self, words: tuple[str, ...], commune: bool) -> list[Unit]:
        units = self.names.starting(words)
        if commune or words[0] in {*_COMMUNES, "huyện", "quận", "thành"}:
            for committee in _COMMITTEES:
                units = units or self.names.starting((*committee, *words))
        return [unit for unit in units if unit.name != self.office] or units

    def _targets(
        self, named: list[str], groups: list[frozenset[str]], barred: set[str]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        targets: list[tuple[str, tuple[str, ...]]] = []
        everyone = frozenset().union(*groups) if groups else frozenset()
        if everyone and everyone | set(named) >= set(self.others):
            everyone = everyone | set(self.others)
        if everyone:
            members = [name for name in self._ordered(everyone) if name not in barred]
            if everyone >= frozenset(self.others):
                targets.append((EACH, tuple(name for name in members if name != self.office or len(members) == 1)))
            else:
                targets.extend(self._kinds(frozenset(members)))
        if not everyone and len(named) > 1 and not barred:
            if set(named) >= set(self.others):
                return ((EACH, self.others),)
            kinds = self._kinds(frozenset(named))
            whole = len(kinds) == 1 and len(kinds[0][1]) == len(self._of_kind(kinds[0][0]))
            if whole and self.office not in named:
                return tuple(kinds)
        covered = {name for _, names in targets for name in names}
        targets.extend(self._single(name) for name in named if name not in covered and name not in barred)
        return tuple(target for target in targets if target[1])

    def _kinds(self, members: frozenset[str]) -> list[tuple[str, tuple[str, ...]]]:
        """Return the target of all kinds among `members`: one group, one duty; the office, and a lone unit, by name."""
        own = [self._single(self.office)] if self.office in members else []
        ordered = self._ordered(members - {self.office})
        units = [unit for name in ordered if (unit := self.names.register.by_name(name)) is not None]
        grouped = [unit for unit in units if unit.kind]
        if len(grouped) < 2:
            return [*(self._single(name) for name in ordered), *own]
        kinds = KINDS_JOINT.join(dict.fromkeys(unit.kind for unit in grouped))
        alone = [self._single(unit.name) for unit in units if not unit.kind]
        return [(KIND + kinds, tuple(unit.name for unit in grouped)), *alone, *own]

    def _of_kind(self, applies: str) -> list[str]:
        kinds = applies.removeprefix(KIND).split(KINDS_JOINT)
        return [unit.name for unit in self.names.register.others() if unit.kind in kinds]

    def _single(self, name: str) -> tuple[str, tuple[str, ...]]:
        return (OFFICE, (name,)) if name == self.office else (name, (name,))

    def _ordered(self, names: frozenset[str]) -> list[str]:
        return [unit.name for unit in self.names.register.units if unit.name in names]
