"""Conditions: one line of CEL over the closed inputs, read by Google's `cel-expr-python`; no other module touches it.

CEL hands run-time errors back as values that are true, so every result's type is looked at. Evaluation stops at CEL's
own iteration budget, nesting at its recursion limit, and a condition may not be longer than `LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from aboveboard.policy.inputs import INPUTS, InputType, Value

__all__ = ["LONGEST", "Condition", "ConditionError", "Outcome", "Token", "compiled", "tokens"]

LONGEST = 2000

Outcome = bool | str
"""True, False, or the reason why neither could be said."""

_FAULT = re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): ([^\n]*)")
_LIMIT = re.compile(r"Expression recursion limit exceeded")
_MISSING = re.compile(r'No value with name "(\w+)"')
_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*)
      | (?P<text>[rRbB]{0,2}(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
      | (?P<name>[^\W\d]\w*)
      | (?P<number>\d[\w.]*)
      | (?P<sign>[=!<>]=|&&|\|\||\S)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-3][0-7]{2})|(.))", re.DOTALL)
_PLAIN = re.compile(r"\d{1,15}(\.\d{1,15})?")
_COMPARING = frozenset({"<", "<=", ">", ">=", "==", "!="})
_ARITHMETIC = frozenset("+-*/%.![")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class ConditionError(ValueError):
    """The condition does not compile: `faults` lists (line, column, message), counted from 1 inside the condition."""

    def __init__(self, faults: list[tuple[int, int, str]]) -> None:
        self.faults = faults
        super().__init__("; ".join(m for _, _, m in faults))


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a condition. `value` is a text's meaning, escapes resolved, or the word itself."""

    kind: Literal["text", "name", "number", "sign"]
    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Condition:
    """A compiled condition. `inputs` are the inputs it mentions, in the order of `INPUTS`.

    `cuts` holds, for an input that is only ever compared with plain numbers, those numbers: two values that no cut
    parts give the same outcome.
    """

    text: str
    inputs: tuple[str, ...]
    program: Any
    cuts: Mapping[str, tuple[float, ...]]

    def evaluate(self, given: Mapping[str, Value]) -> Outcome:
        """Return whether it holds, or a sentence why that cannot be said: a missing input or an error."""
        try:
            result = self.program.eval(data=given)
        except RuntimeError as error:
            return _short(str(error))
        if result.type().name() == "BOOL":
            return bool(result.plain_value())
        reason = str(result.plain_value())
        missing = _MISSING.search(reason)
        return f"{missing[1]} is not known" if missing else _short(reason)


def compiled(text: str) -> Condition:
    """Compile a condition against `INPUTS`. Raises `ConditionError` with every fault CEL names, its line and column."""
    if len(text) > LONGEST:
        raise ConditionError([(1, 1, f"a condition may have {LONGEST} characters, this has {len(text)}")])
    try:
        program = _environment().compile(text)
    except RuntimeError as error:
        raise ConditionError(_faults(str(error))) from error
    if program.return_type().name() != "BOOL":
        raise ConditionError(
            [(1, 1, f"a condition must be true or false, this is {program.return_type().name().lower()}")]
        )
    words = tokens(text)
    named = tuple(n for n in INPUTS if any(t.kind == "name" and t.value == n for t in words))
    return Condition(text, named, program, {n: c for n in named if (c := _cuts(words, n))})


def tokens(text: str) -> list[Token]:
    """Return the words of a condition with their places, comments and blanks left out."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind in ("text", "name", "number", "sign"):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            found.append(Token(kind, _meaning(match[0]) if kind == "text" else match[0], line, column))
    return found


def _cuts(words: list[Token], name: str) -> tuple[float, ...]:
    """Return the numbers `name` is compared with, or nothing when it is used in any other way."""
    nothing = Token("sign", "", 0, 0)
    padded = [nothing] * 4 + words + [nothing] * 4
    found: set[float] = set()
    for at, word in enumerate(padded):
        if word.kind == "name" and word.value == name:
            number = _compared(padded[at - 1], padded[at + 1 : at + 4]) or _compared(
                padded[at + 1], padded[at - 1 : at - 4 : -1]
            )
            if number is None:
                return ()
            found.add(number.value)
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class _Number:
    value: float


def _compared(behind: Token, ahead: list[Token]) -> _Number | None:
    """Return the number in `name < number`, read in either direction, when no arithmetic touches either side."""
    sign, number, beyond = ahead
    if sign.value not in _COMPARING or number.kind != "number" or {behind.value, beyond.value} & _ARITHMETIC:
        return None
    return _Number(float(number.value)) if _PLAIN.fullmatch(number.value) else None


@lru_cache(maxsize=1)
def _environment() -> Any:  # noqa: ANN401  (the library ships no type that can be named without importing it)
    from cel_expr_python import cel

    types: Mapping[InputType, Any] = {
        "string": cel.Type.STRING,
        "strings": cel.Type.List(cel.Type.STRING),
        "int": cel.Type.INT,
        "double": cel.Type.DOUBLE,
        "bool": cel.Type.BOOL,
    }
    return cel.NewEnv(variables={n: types[i.type] for n, i in INPUTS.items()})


def _faults(message: str) -> list[tuple[int, int, str]]:
    found = [(max(int(m[1]), 1), max(int(m[2]), 1), _plain(m[3])) for m in _FAULT.finditer(message)]
    if not found and _LIMIT.search(message):
        return [(1, 1, "the condition is nested too deeply")]
    return list(dict.fromkeys(found)) or [(1, 1, _short(message))]


def _plain(message: str) -> str:
    text = message.replace(" (in container '')", "").removesuffix(" [INVALID_ARGUMENT]")
    if "no matching overload" in text and "double" in text and "int" in text:
        text += "; compare a score with a number that has a point, such as 0.0, and a count with one that has none"
    return text


def _short(message: str) -> str:
    return re.sub(r"^[A-Z_]+: ", "", message).split(" [")[0].split("\n")[0][:200]


def _meaning(literal: str) -> str:
    """Return what a CEL text literal stands for."""
    opening = re.match(r"([rRbB]*)(\"\"\"|'''|\"|')", literal)
    if opening is None:
        return literal
    body = literal[opening.end() : len(literal) - len(opening[2])]
    return body if "r" in opening[1].lower() else _ESCAPE.sub(_unescaped, body)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return chr(int(match[4], 8)) if match[4] else _LETTERS.get(match[5], match[5])
