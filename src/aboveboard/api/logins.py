"""`/v1/staff`: coming in by a link, logging in by password, passkey or an outside service, and what is one's own: sessions, passkeys, logging out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import BaseModel, Field, SecretStr
from starlette.responses import RedirectResponse

from aboveboard.api.asking import Door, Entrance, known
from aboveboard.api.problems import Problem
from aboveboard.staff import Caller
from aboveboard.staff.oidc import Provider, ask, metadata_of, start
from aboveboard.staff.outside import begin_outside, finish_outside, take_outside
from aboveboard.staff.passkeys import begin_login, begin_passkey, finish_login, finish_passkey, join_by_passkey
from aboveboard.staff.passwords import login
from aboveboard.staff.people import join_by_password
from aboveboard.staff.sessions import Session, csrf_of, end_session, sessions
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/staff", tags=["staff"])

Person = Annotated[Caller, Depends(known)]
_Link = Annotated[SecretStr, Field(min_length=1, max_length=200, description="The part of the link after `#`.")]
_STEP = "-step"
_CALLBACK = "/v1/staff/oidc/callback"


class Passworded(BaseModel):
    """Who logs in."""

    name: str = Field(max_length=200)
    password: SecretStr = Field(max_length=1000)


class Joining(BaseModel):
    """Who comes in by a link, with a password of their choice."""

    link: _Link
    password: SecretStr = Field(max_length=1000)


class Linked(BaseModel):
    """Who comes in by a link in another way."""

    link: _Link


class Beginning(BaseModel):
    """A log-in that begins; with a link it is how that person comes in."""

    link: SecretStr = Field(SecretStr(""), max_length=200)


class Credential(BaseModel):
    """What the browser's authenticator answered, as `PublicKeyCredential.toJSON` gives it."""

    credential: dict[str, Any]


class JoiningByKey(Credential):
    """The same, of somebody who comes in by a link."""

    link: _Link


class Options(BaseModel):
    """What the browser's authenticator is asked, for `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`."""

    options: dict[str, Any]


class Within(BaseModel):
    """Somebody is logged in. `csrf` goes into the header `X-CSRF-Token` of every change."""

    csrf: str


class Me(Within):
    """Who is logged in and what they may do."""

    name: str
    permissions: list[str]
    queues: list[str]
    languages: list[str]
    regions: list[str]
    session: str


class Where(BaseModel):
    """Where the browser goes next."""

    url: str


class OwnSession(BaseModel):
    """One log-in of one's own."""

    id: str
    way: str = Field(description="`password`, `passkey` or `oidc`.")
    began_at: datetime
    used_at: datetime
    ends_at: datetime
    this: bool


def _at(request: Request) -> datetime:
    return request.app.state.desk.clock()


def _address(request: Request) -> str:
    return "" if request.client is None else request.client.host


def _old(door: Door, request: Request) -> str:
    return door.held(request.headers.get("cookie")) or ""


def _step(door: Door, request: Request, response: Response) -> str:
    """Return the secret of the step that was begun, which the browser gives up with it."""
    door.own(request)
    door.forget(response, _STEP)
    return door.held(request.headers.get("cookie"), _STEP) or ""


def _within(door: Door, response: Response, secret: str) -> Within:
    door.give(response, secret)
    return Within(csrf=csrf_of(secret))


class Ways(BaseModel):
    """How one can log in here beside password and passkey."""

    outside: bool


@router.get("/ways")
def ways(door: Entrance) -> Ways:
    """Say whether there is an outside log-in here."""
    return Ways(outside=door.provider is not None)


@router.post("/login")
def login_by_password(body: Passworded, request: Request, response: Response, door: Entrance) -> Within:
    """Log in by name and password."""
    door.own(request)
    given = body.password.get_secret_value()
    secret = login(door.roster, body.name, given, _address(request), _at(request), _old(door, request))
    return _within(door, response, secret)


@router.post("/join")
def join_with_password(body: Joining, request: Request, response: Response, door: Entrance) -> Within:
    """Come in by a link, with a password of one's choice."""
    door.own(request)
    link, password = body.link.get_secret_value(), body.password.get_secret_value()
    return _within(door, response, join_by_password(door.roster, link, password, _at(request)))


@router.post("/join/passkey/start")
def start_joining_by_passkey(body: Linked, request: Request, response: Response, door: Entrance) -> Options:
    """Begin to come in by a link with a passkey."""
    door.own(request)
    secret, options = begin_passkey(door.roster, door.site, _at(request), link=body.link.get_secret_value())
    door.give(response, secret, _STEP)
    return Options(options=options)


@router.post("/join/passkey")
def join_with_passkey(body: JoiningByKey, request: Request, response: Response, door: Entrance) -> Within:
    """Come in by a link with the passkey that was made."""
    step, link = _step(door, request, response), body.link.get_secret_value()
    return _within(door, response, join_by_passkey(door.roster, door.site, step, body.credential, link, _at(request)))


@router.post("/login/passkey/start")
def start_login_by_passkey(request: Request, response: Response, door: Entrance) -> Options:
    """Begin a log-in by passkey."""
    door.own(request)
    secret, options = begin_login(door.roster, door.site, _at(request))
    door.give(response, secret, _STEP)
    return Options(options=options)


@router.post("/login/passkey")
def login_by_passkey(body: Credential, request: Request, response: Response, door: Entrance) -> Within:
    """Log in with what the passkey answered."""
    step = _step(door, request, response)
    secret = finish_login(door.roster, door.site, step, body.credential, _address(request), _at(request), _old(door, request))  # fmt: skip
    return _within(door, response, secret)


@router.post("/oidc/start")
def start_outside(body: Beginning, request: Request, response: Response, door: Entrance) -> Where:
    """Begin a log-in by the outside service; the browser goes to the address that is answered."""
    door.own(request)
    provider = _provider(door)
    metadata = metadata_of(provider)
    secret = begin_outside(door.roster, body.link.get_secret_value(), _at(request))
    door.give(response, secret, _STEP)
    return Where(url=start(provider, metadata, secret, door.site.origin + _CALLBACK))


@router.get("/oidc/callback", response_class=RedirectResponse, status_code=303)
def back_from_outside(request: Request, door: Entrance) -> RedirectResponse:
    """Come back from the outside service; the browser goes on, logged in."""
    at, provider = _at(request), _provider(door)
    secret = door.held(request.headers.get("cookie"), _STEP) or ""
    person = take_outside(door.roster, secret, at)
    told = ask(provider, metadata_of(provider), secret, door.site.origin + _CALLBACK, request.url.query, at)
    session = finish_outside(door.roster, provider, told, person, at, _old(door, request))
    response = RedirectResponse("/login", 303)
    door.forget(response, _STEP)
    door.give(response, session)
    return response


def _provider(door: Door) -> Provider:
    if door.provider is None:
        raise Problem(404, "There is no outside log-in here")
    return door.provider


@router.get("/me")
def me(caller: Person, request: Request, door: Entrance) -> Me:
    """Tell who is logged in, what they may do, and the token that their changes need."""
    scope = caller.scope
    return Me(
        csrf=csrf_of(_old(door, request)),
        name=caller.name,
        permissions=sorted(caller.permissions),
        queues=list(scope.queues),
        languages=list(scope.languages),
        regions=list(scope.regions),
        session=caller.session,
    )


@router.post("/logout", status_code=204)
def log_out(caller: Person, request: Request, response: Response, door: Entrance) -> None:
    """End this log-in."""
    end_session(door.roster, caller.name, caller.session, caller.name, _at(request))
    door.forget(response)


@router.get("/me/sessions")
def own_sessions(caller: Person, door: Entrance) -> list[OwnSession]:
    """List one's own log-ins, the latest first."""
    with door.roster.ledger.store.reading() as connection:
        return [_own(session, caller) for session in sessions(connection, caller.name)]


def _own(session: Session, caller: Caller) -> OwnSession:
    times = (moment(us) for us in (session.made_at_us, session.seen_at_us, session.ends_at_us))
    began, used, ends = times
    return OwnSession(id=session.id, way=session.way, began_at=began, used_at=used, ends_at=ends, this=session.id == caller.session)  # fmt: skip


@router.delete("/me/sessions/{id}", status_code=204)
def end_own_session(id: Annotated[str, Path(max_length=64)], caller: Person, request: Request, door: Entrance) -> None:  # noqa: A002
    """End another log-in of one's own."""
    if not end_session(door.roster, caller.name, id, caller.name, _at(request)):
        raise Problem(404, "There is no such log-in")


@router.post("/me/passkeys/start")
def start_passkey(caller: Person, request: Request, response: Response, door: Entrance) -> Options:
    """Begin to make another passkey."""
    secret, options = begin_passkey(door.roster, door.site, _at(request), name=caller.name)
    door.give(response, secret, _STEP)
    return Options(options=options)


@router.post("/me/passkeys", status_code=204)
def keep_passkey(body: Credential, caller: Person, request: Request, response: Response, door: Entrance) -> None:
    """Keep the passkey that was made."""
    step = _step(door, request, response)
    finish_passkey(door.roster, door.site, step, body.credential, caller.name, _at(request))
