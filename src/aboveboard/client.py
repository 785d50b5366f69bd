"""The service from a platform's own program: ask before an attempt goes through, hand in rows, carry out what was decided.

    from aboveboard.client import Aboveboard

    with Aboveboard("http://127.0.0.1:8400", token) as ab:
        answer = ab.check({"attempt_id": "r1", "kind": "registration", "at": "2026-03-01T00:00:00Z", "handle": "anna"})
        if answer.answer == "deny": ...
        for action in ab.actions():
            carry_out(action)
            ab.applied(action.id)

Needs the extra `client`. Nothing of the service itself is imported.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal, Self

import httpx2
import msgspec

from aboveboard.errors import AboveboardError

__all__ = ["Aboveboard", "Account", "Action", "Answer", "Reason", "Refused", "Rejected", "Taken"]

Outcome = Literal["allow", "verify", "review", "deny"]
Result = Literal["applied", "failed", "not_found"]

MOST: Final = 5_000
"""Most rows of one request; more are sent in several."""
_TRIES: Final = 5
_WAIT: Final = 0.25
_LATER: Final = {429, 502, 503, 504}


class Refused(AboveboardError):  # noqa: N818  (it is an answer, not a fault of ours)
    """The service refused a request.

    `status` and `title` say what kind, the message what to do.
    """

    def __init__(self, status: int, title: str, detail: str) -> None:
        self.status, self.title = status, title
        super().__init__(f"{status} {title}" + (f": {detail}" if detail else ""))


class Reason(msgspec.Struct, frozen=True):
    """Why, in a sentence the holder may read, and which fields to change."""

    code: str
    says: str
    fields: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The answer to an attempt. Everything but `staff` may go to the holder; `degraded` marks one that was given without a check."""

    attempt_id: str
    decision_id: str
    answer: Outcome
    reasons: tuple[Reason, ...]
    policy_version: str
    index_version: int
    person: bool = False
    drop_badge: bool = False
    degraded: bool = False
    staff: dict[str, Any] = {}


class Rejected(msgspec.Struct, frozen=True):
    """A row that was not taken: its place among those handed in, from 0, the column at fault, and why."""

    place: int
    column: str
    reason: str


class Taken(msgspec.Struct, frozen=True):
    """What became of rows that were handed in: how many are new, how many were there already, which were not taken."""

    accepted: int
    known: int
    rejected: tuple[Rejected, ...]
    position: int = 0


class Account(msgspec.Struct, frozen=True):
    """An account as the ledger has it."""

    account_id: str
    state: str
    may: tuple[str, ...]
    appeals_open: int = 0
    measures: tuple[dict[str, Any], ...] = ()
    strikes: tuple[dict[str, Any], ...] = ()


class Action(msgspec.Struct, frozen=True):
    """What the platform is to do or to tell. The same `id` is the same message: it is done once, however often it is read."""

    id: str
    number: int
    kind: str
    account_id: str
    data: dict[str, Any]
    at: datetime
    state: str = "waiting"
    removed: tuple[str, ...] = ()
    """The followers that a removal takes off, or puts back; only `action` asks for them."""


class _Actions(msgspec.Struct):
    actions: list[Action]
    after: int


class _Link(msgspec.Struct):
    path: str


class Aboveboard:
    """A connection to the service. Requests that can be sent again are, where the service is busy or cannot be reached for a moment."""

    def __init__(
        self, url: str, token: str, *, timeout: float = 10.0, transport: httpx2.BaseTransport | None = None
    ) -> None:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._http = httpx2.Client(base_url=url, headers=headers, timeout=timeout, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def check(self, attempt: Mapping[str, Any]) -> Answer:
        """Ask whether a registration, a change of profile, a login or a listing may go through.

        Raises `Refused` where the service says no answer; the caller then answers as it declared for that kind of attempt.
        """
        return self._asked("POST", "/v1/checks", attempt, Answer)

    def hand_in(self, table: str, rows: Sequence[Mapping[str, Any]]) -> Taken:
        """Hand in rows of a table of the contract and return when they are on disk. Sent again, they are kept once."""
        accepted = known = position = 0
        rejected = list[Rejected]()
        for first in range(0, len(rows), MOST):
            part = self._asked("POST", "/v1/events", {"table": table, "rows": rows[first : first + MOST]}, Taken)
            accepted, known, position = accepted + part.accepted, known + part.known, part.position
            rejected += [Rejected(first + r.place, r.column, r.reason) for r in part.rejected]
        return Taken(accepted, known, tuple(rejected), position)

    def account(self, account_id: str) -> Account:
        """Return how an account stands. Raises `Refused` (404) where there is none."""
        return self._asked("GET", f"/v1/accounts/{_quoted(account_id)}", None, Account)

    def actions(self, after: int = 0, kinds: Iterable[str] = ()) -> Iterator[Action]:
        """Yield what waits for the platform, in the order in which it was decided, until there is nothing more."""
        wanted = "".join(f"&kind={_quoted(k)}" for k in kinds)
        while found := self._asked("GET", f"/v1/actions?after={after}&limit=500{wanted}", None, _Actions).actions:
            yield from found
            after = found[-1].number

    def action(self, message_id: str) -> Action:
        """Return one message as it stands, with the followers that a removal is about. Raises `Refused` (404) where there is none."""
        return self._asked("GET", f"/v1/actions/{_quoted(message_id)}", None, Action)

    def applied(self, message_id: str) -> None:
        """Say that a message was carried out."""
        self.receipt(message_id, "applied")

    def receipt(self, message_id: str, result: Result, reason: str = "") -> None:
        """Say what became of a message; a `reason` holds no personal data."""
        self._asked("POST", f"/v1/actions/{_quoted(message_id)}/receipt", {"result": result, "reason": reason}, dict)

    def link_for_reporter(self, reporter: str, account_id: str) -> str:
        """Return the address, on the service, of the page that tells `reporter` what became of their report of an account."""
        asked = {"about": "report", "account_id": reporter, "reported": account_id}
        return self._asked("POST", "/v1/links", asked, _Link).path

    def link_for_body(self, account_id: str) -> str:
        """Return the address, on the service, of the page where an institution may claim an account, or object to what is planned for it."""
        return self._asked("POST", "/v1/links", {"about": "body", "account_id": account_id}, _Link).path

    def _asked(self, method: str, path: str, body: object, kind: Any) -> Any:  # noqa: ANN401  (what `kind` is)
        content = None if body is None else msgspec.json.encode(body)
        for attempt in range(_TRIES):
            answer = self._sent(method, path, content, last=attempt == _TRIES - 1)
            if answer is not None and (answer.status_code not in _LATER or attempt == _TRIES - 1):
                return _read(answer, kind)
            time.sleep(_wait(answer, attempt))
        raise AssertionError  # the last attempt returns or raises

    def _sent(self, method: str, path: str, content: bytes | None, *, last: bool) -> httpx2.Response | None:
        try:
            return self._http.request(method, path, content=content)
        except httpx2.TransportError as error:
            if last:
                raise Refused(0, "The service cannot be reached", type(error).__name__) from error
            return None


def _wait(answer: httpx2.Response | None, attempt: int) -> float:
    """Return how long to wait: as the service says, else twice as long each time."""
    said = answer.headers.get("retry-after", "") if answer is not None else ""
    return min(float(said), 30.0) if said.isdigit() else _WAIT * 2**attempt


def _read(answer: httpx2.Response, kind: Any) -> Any:  # noqa: ANN401
    if answer.is_success:
        return msgspec.json.decode(answer.content, type=kind)
    try:
        told = msgspec.json.decode(answer.content, type=dict[str, Any])
    except msgspec.DecodeError:
        told = {}
    raise Refused(answer.status_code, str(told.get("title", answer.reason_phrase)), str(told.get("detail", "")))


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")
