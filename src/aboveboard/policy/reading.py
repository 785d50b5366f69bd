"""Reading a policy: TOML in, frozen values out, or every fault at once with its line, its column and a way out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from aboveboard.core import ACTIONS, Action
from aboveboard.errors import PolicyError
from aboveboard.policy.conditions import Condition, ConditionError, compiled
from aboveboard.policy.corroboration import ALLOWED
from aboveboard.policy.given import faults_of_given, filled
from aboveboard.policy.linting import faults_of_condition, hint, sensitive
from aboveboard.policy.model import Cap, Policy, Rule, WorkedCase
from aboveboard.policy.shielding import falls_on_a_shield
from aboveboard.policy.source import Keys, Place, Text
from aboveboard.policy.trying import first_error, reaches

__all__ = ["default_policy", "load_policy"]

_LARGEST = 1 << 20
_LONGEST_WHY = 500
_LONGEST_TERM = timedelta(days=3650)
_LONGEST_SPREAD = timedelta(days=7)
_TOP = {"name": str, "version": str, "owner": str, "about": str, "caps": dict, "rule": list, "case": list}
_RULE = {
    "name": str,
    "when": str,
    "action": str,
    "why": str,
    "review": bool,
    "expires": str,
    "cap": dict,
    "spread": str,
}
_CASE = {"name": str, "given": dict, "then": str, "rule": str, "review": bool}
_CAP = {"per_day": int, "share": float}
_NAME = re.compile(r"[^\W\d_][\w-]{0,79}")
_TERM = re.compile(r"([1-9]\d{0,4})([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_CALLED = {
    str: "a text",
    bool: "true or false",
    dict: "a table",
    list: "a list of tables",
    int: "a whole number",
    float: "a number",
}


def load_policy(source: Path | str, *, detectors: Collection[str] | None = None) -> Policy:
    """Read a policy from a file (`Path`) or a text (`str`).

    `detectors` are the names a condition may compare `detector` with; None accepts any. Raises `PolicyError`, one fault
    for everything that is wrong: `FILE:LINE:COLUMN: message`, the offending line, and a caret under the place.
    """
    label, text = (str(source), _read(source)) if isinstance(source, Path) else ("policy", source)
    return _Reader(label, text, detectors).policy()


def default_policy(*, detectors: Collection[str] | None = None) -> Policy:
    """Return the policy that ships with Aboveboard: mild first steps, a person before anything that hurts."""
    text = files("aboveboard.policy").joinpath("default.toml").read_text(encoding="utf-8")
    return _Reader("default.toml", text, detectors).policy()


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise PolicyError(f"{path}: cannot be read: {error.strerror}") from error
    if len(raw) > _LARGEST:
        raise PolicyError(f"{path}: a policy may have {_LARGEST} bytes, this has more")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise PolicyError(f"{path}:{line}:{column}: not UTF-8: byte 0x{raw[error.start]:02x}") from error


class _Reader:
    """Walks the parsed document once and collects faults on the way."""

    def __init__(self, label: str, text: str, detectors: Collection[str] | None) -> None:
        self.text = Text(label, text)
        self.detectors = detectors
        self.faults: list[tuple[Place, str]] = []

    def policy(self) -> Policy:
        if self.text.problem:
            raise PolicyError(self.text.problem)
        data = self.text.data
        self.table((), data, _TOP, must=("name", "version", "owner", "rule"))
        rules = [self.rule(("rule", n), r) for n, r in self.tables(data, "rule")]
        self.unique([(("rule", n, "name"), r.get("name")) for n, r in self.tables(data, "rule")])
        names = [r.name for r in rules if r]
        cases = [self.case(("case", n), c, names) for n, c in self.tables(data, "case")]
        caps = self.caps(data.get("caps"))
        self.named(("name",), data.get("name"))
        self.stop()
        return Policy(
            name=data["name"],
            version=data["version"],
            owner=data["owner"],
            rules=tuple(r for r in rules if r),
            caps=caps,
            cases=tuple(c for c in cases if c),
            file=self.text.label,
        )

    def say(self, path: Keys, message: str) -> None:
        """Report a fault of a key, or of a table that lacks one."""
        self.faults.append((self.text.at(path), message))

    def wrong(self, path: Keys, message: str) -> None:
        """Report a fault of a value."""
        self.faults.append((self.text.value(path), message))

    def stop(self) -> None:
        if self.faults:
            ordered = sorted(set(self.faults), key=lambda f: (f[0].line, f[0].column, f[1]))
            raise PolicyError(*(self.text.fault(place, message) for place, message in ordered))

    def tables(self, data: Mapping[str, Any], key: str) -> list[tuple[int, Mapping[str, Any]]]:
        listed = data.get(key)
        return [(n, t) for n, t in enumerate(listed) if isinstance(t, dict)] if isinstance(listed, list) else []

    def table(self, path: Keys, found: Mapping[str, Any], known: Mapping[str, type], must: Iterable[str]) -> None:
        """Report unknown keys, wrong types, empty texts and missing keys of one table."""
        for key, value in found.items():
            if key not in known:
                reason = sensitive(key)
                self.say((*path, key), f'unknown key "{key}"' + (f": {reason}" if reason else hint(key, known)))
            elif not _fits(value, known[key]):
                self.wrong((*path, key), f'"{key}" must be {_CALLED[known[key]]}')
            elif value == "" and known[key] is str and (path[:1], key) != (("case",), "rule"):
                self.wrong((*path, key), f'"{key}" is empty')
        for key in must:
            if key not in found:
                self.say(path, f'"{key}" is missing')

    def unique(self, names: list[tuple[Keys, Any]]) -> None:
        seen: set[str] = set()
        for path, name in names:
            if isinstance(name, str) and name in seen:
                self.wrong(path, f'two rules are called "{name}"')
            seen |= {name} if isinstance(name, str) else set()

    def named(self, path: Keys, name: object) -> None:
        if not isinstance(name, str) or not name:
            return
        if not _NAME.fullmatch(name):
            self.wrong(path, f'a name has letters, digits, "_" and "-" and starts with a letter; "{name}" does not')
        reason = sensitive(name)
        if reason:
            self.wrong(path, f'"{name}": {reason}')

    def rule(self, path: Keys, found: Mapping[str, Any]) -> Rule | None:
        before = len(self.faults)
        self.table(path, found, _RULE, must=("name", "when", "action", "why"))
        self.named((*path, "name"), found.get("name"))
        action = self.action((*path, "action"), found.get("action"))
        when = self.condition((*path, "when"), found.get("when"))
        cap = self.cap((*path, "cap"), found["cap"]) if isinstance(found.get("cap"), dict) else None
        expires = self.term((*path, "expires"), found.get("expires"))
        self.why((*path, "why"), found.get("why"))
        spread = self.spread(path, action, found)
        self.strong(path, action, found)
        self.spared(path, action, when)
        shielded = falls_on_a_shield(when, action) if when and action else None
        if shielded:
            self.wrong((*path, "when"), shielded)
        if len(self.faults) > before or when is None or action is None:
            return None
        return Rule(
            name=found["name"],
            when=when,
            action=action,
            why=found["why"],
            review=found.get("review", action in ("close", "bar")),
            expires=expires,
            cap=cap,
            line=self.text.at(path).line,
            spread=spread,
        )

    def spread(self, path: Keys, action: Action | None, found: Mapping[str, Any]) -> timedelta | None:
        """Read how long an action may be put off; what protects a holder is never put off, nor anything for longer than a week."""
        spread = self.term((*path, "spread"), found.get("spread"))
        if spread and spread > _LONGEST_SPREAD:
            self.wrong((*path, "spread"), f"nothing is put off for more than {_LONGEST_SPREAD.days} days")
        if spread and action in ("none", "label", "verify"):
            self.wrong((*path, "spread"), f'"{action}" is never put off')
        return spread

    def action(self, path: Keys, word: object) -> Action | None:
        if isinstance(word, str) and word and word not in ACTIONS:
            place = self.text.value(path) if path[0] != "caps" else self.text.at(path)
            self.faults.append(
                (place, f'unknown action "{word}"{hint(word, ACTIONS) or "; the actions are " + ", ".join(ACTIONS)}')
            )
        return word if word in ACTIONS else None

    def strong(self, path: Keys, action: Action | None, found: Mapping[str, Any]) -> None:
        """Report a strong action without an end or a cap, and one that would close an account without a person."""
        if action is None or ACTIONS.index(action) <= ACTIONS.index("label"):
            return
        if "expires" not in found:
            self.say(path, f'"{action}" needs an end: add expires = "90d"')
        if "cap" not in found:
            self.say(path, f'"{action}" needs a cap: add cap = {{ per_day = 100, share = 0.001 }}')
        if action in ("close", "bar") and found.get("review") is False:
            self.wrong((*path, "review"), f'"{action}" always waits for a person: review cannot be false')

    def spared(self, path: Keys, action: Action | None, when: Condition | None) -> None:
        """Report an action that would fall on somebody who is not to blame for the violation that the rule speaks of."""
        for violation, allowed in ALLOWED.items() if action and when else ():
            if action not in allowed and when and reaches(when, violation):
                rest = ", ".join(a for a in ACTIONS if a in allowed)
                self.wrong(
                    (*path, "action"),
                    f'"{action}" would fall on somebody who is not to blame for {violation}; it allows {rest}',
                )

    def condition(self, path: Keys, text: object) -> Condition | None:
        if not isinstance(text, str) or not text:
            return None
        condition, compiling = None, list[tuple[int, int, str]]()
        try:
            condition = compiled(text)
        except ConditionError as error:
            compiling = error.faults
        found = faults_of_condition(text, compiling, self.detectors)
        if condition and not found:
            found = [(1, 1, e) for e in [first_error(condition)] if e]
        for line, column, message in found:
            self.faults.append((self.text.inside(path, line, column), message))
        return None if found else condition

    def term(self, path: Keys, text: object) -> timedelta | None:
        if not isinstance(text, str) or not text:
            return None
        match = _TERM.fullmatch(text)
        term = int(match[1]) * _UNITS[match[2]] if match else None
        if term is None:
            self.wrong(path, f'"{text}" is no length of time; write hours, days or weeks such as "12h", "90d", "26w"')
        elif term > _LONGEST_TERM:
            self.wrong(path, f'"{text}" is too long: nothing lasts more than {_LONGEST_TERM.days} days')
        return term

    def why(self, path: Keys, text: object) -> None:
        if isinstance(text, str) and (len(text) > _LONGEST_WHY or not all(c.isprintable() for c in text)):
            self.wrong(
                path, f'"why" is one sentence for the account\'s holder: at most {_LONGEST_WHY} visible characters'
            )

    def cap(self, path: Keys, found: Mapping[str, Any]) -> Cap | None:
        before = len(self.faults)
        self.table(path, found, _CAP, must=("per_day", "share"))
        per_day, share = found.get("per_day"), found.get("share")
        if _fits(per_day, int) and not 1 <= cast("int", per_day) <= 10**9:
            self.wrong((*path, "per_day"), f"per_day is a whole number from 1 to {10**9}, not {per_day}")
        if _fits(share, float) and not 0 < cast("float", share) <= 1:
            self.wrong((*path, "share"), f"share is a part of all accounts, above 0 and up to 1, not {share}")
        return Cap(found["per_day"], float(found["share"])) if len(self.faults) == before else None

    def caps(self, found: object) -> dict[Action, Cap]:
        read: dict[Action, Cap] = {}
        for key, value in cast("dict[str, Any]", found).items() if isinstance(found, dict) else ():
            action = self.action(("caps", key), key)
            if not isinstance(value, dict):
                self.say(("caps", key), "a cap is { per_day = …, share = … }")
            elif action:
                cap = self.cap(("caps", key), value)
                read |= {action: cap} if cap else {}
        return read

    def case(self, path: Keys, found: Mapping[str, Any], rules: list[str]) -> WorkedCase | None:
        before = len(self.faults)
        self.table(path, found, _CASE, must=("given", "then", "rule"))
        then = self.action((*path, "then"), found.get("then"))
        rule, given = found.get("rule"), found.get("given")
        if isinstance(rule, str) and rule and rule not in rules:
            self.wrong((*path, "rule"), f'no rule is called "{rule}"{hint(rule, rules)}')
        if isinstance(given, dict):
            for key, message in faults_of_given(given, self.detectors):
                self.say((*path, "given", key), message)
        if len(self.faults) > before or then is None:
            return None
        name = found.get("name") or f"case {cast('int', path[1]) + 1}"
        return WorkedCase(
            name, filled(found["given"]), then, found["rule"], found.get("review"), self.text.at(path).line
        )


def _fits(value: object, kind: type) -> bool:
    if kind in (int, float):
        return isinstance(value, int if kind is int else int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and (kind is not list or all(isinstance(v, dict) for v in cast("list[Any]", value)))
