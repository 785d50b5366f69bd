"""The service as an operator runs it, on a real port: people who log in, a platform with a token, holders with links, and a clock to move."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from unittest.mock import patch

import httpx2
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from aboveboard.api.program import create
from aboveboard.api.serving import opened
from aboveboard.app.working import tools_of
from aboveboard.client import Aboveboard
from aboveboard.staff.people import first_link
from aboveboard.work import Worker, known_kinds
from served import answering

ORIGIN = "http://localhost:8400"
STAFF = {
    "anna": ["senior"], "boris": ["senior"], "chen": ["appeals"], "pia": ["policy_author"], "quirin": ["policy_approver"],
    "olga": ["privacy_officer"], "ada": ["auditor"],
}  # fmt: skip
PLATFORM = ["checks:ask", "events:write", "actions:pull", "accounts:read", "decisions:read"]


@dataclass
class Clock:
    """A clock that the test moves."""

    at: datetime

    def __call__(self):
        return self.at

    def later(self, **how):
        self.at += timedelta(**how)


class Person:
    """Somebody of the staff at their browser: comes in by a link once, logs in again when a session has ended."""

    def __init__(self, client, name, link):
        self.client, self.name, self.password = client, name, "a long walk by the river"
        client.headers["Origin"] = ORIGIN
        self._within("/v1/staff/join", {"link": link, "password": self.password})

    def _within(self, path, given):
        answer = self.client.post(path, json=given)
        assert answer.status_code == 200, answer.text
        self.client.headers["X-CSRF-Token"] = answer.json()["csrf"]

    def ask(self, method, path, **how):
        answer = self.client.request(method, path, **how)
        if answer.status_code == 401:
            self._within("/v1/staff/login", {"name": self.name, "password": self.password})
            answer = self.client.request(method, path, **how)
        return answer

    def get(self, path, **params):
        return good(self.ask("GET", path, params=params))

    def post(self, path, **body):
        return good(self.ask("POST", path, json=body))


def good(answer):
    assert answer.is_success, (answer.request.url, answer.status_code, answer.text)
    return answer.json() if answer.content else None


@dataclass
class Stage:
    """All of it. People are attributes: `stage.anna`."""

    desk: object
    address: str
    clock: Clock
    open: ExitStack
    people: dict = field(default_factory=dict)
    platform: Aboveboard = None
    token: str = ""

    def __getattr__(self, name):
        return self.__dict__["people"][name]

    def browser(self, **headers):
        return self.open.enter_context(httpx2.Client(base_url=self.address, headers=headers, timeout=120))

    def come(self, name, link):
        self.people[name] = Person(self.browser(), name, link)

    def holder(self, link):
        """Somebody with nothing but the link of a notice."""
        return self.browser(Authorization=f"Bearer {link}")

    def job(self, kind):
        """Have the administrator start a job a minute later, let a worker do it, and return how it ended."""
        self.clock.later(minutes=1)
        started = self.admin.post("/v1/jobs", kind=kind)["id"]
        worker = Worker(tools_of(self.desk.ledger, self.desk.data), known_kinds(self.desk.parts["kinds"]), "w", self.clock)  # fmt: skip
        while worker.step():
            pass
        return self.admin.get(f"/v1/jobs/{started}")

    def pulled(self, *kinds):
        """Pull what waits, say that it was carried out, and return it."""
        found = list(self.platform.actions(kinds=kinds))
        for message in found:
            self.platform.applied(message.id)
        return found

    def two_decide(self, case, **order):
        """Let two people decide a case alike, neither seeing the other's word; return what came of it."""
        path = f"/v1/cases/{case['case_id']}"
        version = self.anna.post(f"{path}/claim", version=case["version"])["version"]
        first = self.anna.post(f"{path}/decide", version=version, **order)
        assert first["status"] == "second", first
        return self.boris.post(f"{path}/decide", version=version + 1, **order)

    def cases(self, **only):
        """The cases that wait and look like this."""
        return self.anna.get("/v1/cases", limit=200, **only)["cases"]


@contextmanager
def staged(folder, at, url=None):
    """The service on its own data folder, with its staff."""
    clock = Clock(at)
    quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    with (
        patch.object(PasswordHash, "recommended", return_value=quick),
        opened(folder, url=url, clock=clock) as desk,
        answering(create(desk)) as address,
        ExitStack() as stack,
    ):
        stage = Stage(desk, address, clock, stack)
        stage.come("admin", first_link(desk.parts["door"].roster, clock()))
        for name, roles in STAFF.items():
            made = stage.admin.post("/v1/staff/people", name=name, roles=roles)
            stage.come(name, made["url"].partition("#")[2])
        body = {"name": "shop", "permissions": PLATFORM, "per_second": 100_000, "burst": 100_000}
        stage.token = stage.admin.post("/v1/staff/tokens", **body)["token"]
        stage.platform = stack.enter_context(Aboveboard(address, stage.token, timeout=120))
        yield stage
