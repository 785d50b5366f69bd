"""Log-in by an outside service, against a real provider on loopback that can be told to lie."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from oidc_issuer import CLIENT, SECRET, serving
from staff_days import DAY, HOUR, MINUTE, NOW, SECOND

from aboveboard.errors import AccessError, InputError
from aboveboard.staff.callers import caller_of
from aboveboard.staff.oidc import Provider, ask, metadata_of, provider_of, start
from aboveboard.staff.outside import begin_outside, finish_outside, take_outside
from aboveboard.staff.people import change, invite, leave
from aboveboard.staff.permissions import ROLES, Scope, held
from aboveboard.staff.roster import MACHINE, person_named

CALLBACK = "https://aboveboard.example/v1/staff/oidc/callback"
GROUPS = {"trust-team": ("reviewer",), "leads": ("senior", "reviewer"), "owners": ("administrator",)}


@pytest.fixture
def issuer(somewhere):
    with serving() as made:
        made.now, made.subject = int(NOW.timestamp()), f"subject of {somewhere}"
        yield made


@pytest.fixture
def provider(issuer):
    return Provider(issuer.url, CLIENT, SECRET, roles=GROUPS)


def browse(url):
    """What a browser does with the address: it goes there and is sent back with a query."""
    answer = httpx2.get(url, follow_redirects=False)
    return urlsplit(answer.headers["Location"]).query


def log_in(roster, provider, at=NOW, link="", query=None, other=None):
    metadata = metadata_of(provider)
    secret = begin_outside(roster, link, at)
    query = query or browse(start(provider, metadata, other or secret, CALLBACK))
    person = take_outside(roster, secret, at)
    return finish_outside(roster, provider, ask(provider, metadata, secret, CALLBACK, query, at), person, at)


def refused(act, reason="refused"):
    with pytest.raises(AccessError) as told:
        act()
    assert told.value.reason == reason


def test_whoever_is_in_a_group_with_a_role_comes_in_under_a_pseudonym(roster, issuer, provider, told):
    caller = caller_of(roster, None, log_in(roster, provider), NOW)
    assert caller.permissions == ROLES["reviewer"]
    assert caller.name.startswith("p-")
    assert [kind for kind, _ in told(f"person:{caller.name}")] == ["person_invited", "person_joined", "logged_in"]
    again = caller_of(roster, None, log_in(roster, provider), NOW)
    assert again.name == caller.name
    issuer.subject += " and another"
    assert caller_of(roster, None, log_in(roster, provider), NOW).name != caller.name


def test_the_code_is_exchanged_with_the_verifier_of_this_browser_and_the_client_s_secret(roster, issuer, provider):
    secret = begin_outside(roster, "", NOW)
    asked = {n: v[0] for n, v in parse_qs(urlsplit(start(provider, metadata_of(provider), secret, CALLBACK)).query).items()}  # fmt: skip
    assert (asked["code_challenge_method"], asked["response_type"], asked["redirect_uri"], asked["scope"]) == ("S256", "code", CALLBACK, "openid")  # fmt: skip
    assert not [v for v in asked.values() if secret in v]
    log_in(roster, provider)
    [given] = issuer.asked
    assert (given["grant_type"], given["redirect_uri"]) == ("authorization_code", CALLBACK)
    assert len(given["code_verifier"]) == 43
    refused(lambda: log_in(roster, replace(provider, secret=provider.secret[1:])))


def test_other_groups_are_other_roles_at_the_next_log_in_and_no_group_is_the_end(roster, issuer, provider, told):
    first = log_in(roster, provider)
    name = caller_of(roster, None, first, NOW).name
    issuer.groups = ["leads", "unknown", 7]
    assert caller_of(roster, None, log_in(roster, provider), NOW).permissions == held(["reviewer", "senior"])
    issuer.groups = ["unknown"]
    refused(lambda: log_in(roster, provider))
    assert caller_of(roster, None, first, NOW) is None
    assert told(f"person:{name}")[-2:] == [("logged_out", {"by": "provider", "sessions": 2}), ("login_failed", {"way": "oidc"})]  # fmt: skip


@pytest.mark.parametrize("groups", [None, [], "nobody", {"trust-team": 1}, ["leads", "owners"]], ids=repr)
def test_groups_without_a_role_or_with_two_that_do_not_go_together_let_nobody_in(roster, issuer, provider, groups):
    issuer.groups = groups
    refused(lambda: log_in(roster, provider))


def test_a_group_may_be_one_word(roster, issuer, provider):
    issuer.groups = "trust-team"
    assert log_in(roster, provider)


def test_without_groups_roles_are_given_here_and_only_who_came_by_a_link_comes_in(roster, provider):
    here = replace(provider, roles=None)
    refused(lambda: log_in(roster, here))
    link = invite(roster, f"out{provider.issuer[-5:]}", ["auditor"], Scope(languages=("de",)), MACHINE, NOW)
    session = log_in(roster, here, link=link)
    name = caller_of(roster, None, session, NOW).name
    assert name == f"out{provider.issuer[-5:]}"
    refused(lambda: log_in(roster, here, link=link), "link")
    again = caller_of(roster, None, log_in(roster, here, NOW + MINUTE), NOW + MINUTE)
    assert (again.permissions, again.scope) == (ROLES["auditor"], Scope(languages=("de",)))
    change(roster, name, ["intake"], Scope(), MACHINE, NOW)
    assert caller_of(roster, None, session, NOW).permissions == ROLES["intake"]


def test_an_outside_log_in_that_is_somebody_s_closes_nobody_else_s_link(roster, provider):
    log_in(roster, provider)
    link = invite(roster, f"sec{provider.issuer[-5:]}", ["reviewer"], Scope(), MACHINE, NOW)
    refused(lambda: log_in(roster, provider, link=link), "link")


def test_whoever_was_removed_here_stays_out_whatever_the_outside_service_says(roster, provider):
    session = log_in(roster, provider)
    name = caller_of(roster, None, session, NOW).name
    leave(roster, name, MACHINE, NOW)
    assert caller_of(roster, None, session, NOW) is None
    refused(lambda: log_in(roster, provider))
    with roster.ledger.store.reading() as connection:
        assert person_named(connection, name).state == "left"
    back = invite(roster, name, ["reviewer"], Scope(), MACHINE, NOW)
    assert caller_of(roster, None, log_in(roster, provider, link=back), NOW).name == name


def test_an_answer_comes_once_to_the_browser_that_asked_within_ten_minutes(roster, provider):
    metadata, secret = metadata_of(provider), begin_outside(roster, "", NOW)
    query = browse(start(provider, metadata, secret, CALLBACK))
    take_outside(roster, secret, NOW)
    ask(provider, metadata, secret, CALLBACK, query, NOW)
    refused(lambda: take_outside(roster, secret, NOW))
    refused(lambda: ask(provider, metadata, secret, CALLBACK, query, NOW))  # the code is used up at the provider too
    for begun, taken in ((NOW, NOW + 10 * MINUTE), (NOW + DAY, NOW)):
        late = begin_outside(roster, "", begun)
        refused(lambda s=late, t=taken: take_outside(roster, s, t))
    assert take_outside(roster, begin_outside(roster, "", NOW), NOW + 10 * MINUTE - SECOND) == ""
    refused(lambda: take_outside(roster, "made-up", NOW))


def test_an_answer_to_another_browser_is_worth_nothing(roster, issuer, provider):
    refused(lambda: log_in(roster, provider, other=begin_outside(roster, "", NOW)))
    assert issuer.asked == []  # the code was not even tried


@pytest.mark.parametrize(
    "query",
    ["", "code=x", "state=x&code=y", "error=access_denied", "code=a&code=b&state=x", "code=\x00&state=\ud800", "&".join(["a=b"] * 15), "state=%00&code=%0d%0aX:1"],
    ids=repr,
)  # fmt: skip
def test_a_query_that_nobody_was_sent_back_with_is_refused(roster, provider, query):
    refused(lambda: log_in(roster, provider, query=query or "a=b"))


def test_an_answer_that_names_another_issuer_is_refused(roster, issuer, provider):
    metadata, secret = metadata_of(provider), begin_outside(roster, "", NOW)
    query = browse(start(provider, metadata, secret, CALLBACK)).rpartition("&iss=")[0]
    refused(lambda: ask(provider, metadata, secret, CALLBACK, f"{query}&iss=https%3A%2F%2Fevil.example", NOW))
    assert ask(provider, metadata, secret, CALLBACK, query, NOW).subject == issuer.subject


@pytest.mark.parametrize(
    "claims",
    [{"nonce": "of another log-in"}, {"nonce": None}, {"aud": "another-client"}, {"aud": None}, {"aud": [CLIENT, "another"]}, {"azp": "another"},
     {"iss": "https://evil.example"}, {"iss": None}, {"exp": int((NOW - HOUR).timestamp())}, {"exp": None}, {"iat": int((NOW + HOUR).timestamp())},
     {"sub": None}, {"sub": ""}, {"sub": 7}, {"exp": "never"}],
    ids=str,
)  # fmt: skip
def test_a_token_for_somebody_else_some_other_time_or_of_another_issuer_is_refused(roster, issuer, provider, claims):
    issuer.claims = claims
    refused(lambda: log_in(roster, provider))


@pytest.mark.parametrize("sign", ["signed_by_nobody", "signed_by_a_public_key_as_a_secret", "signed_by_a_stranger"])
def test_a_token_that_the_issuer_did_not_sign_is_refused(roster, issuer, provider, sign):
    issuer.sign = getattr(issuer, sign)
    refused(lambda: log_in(roster, provider))


@pytest.mark.parametrize(
    "lies",
    [{"issuer": "https://evil.example"}, {"token_endpoint": "http://evil.example/token"}, {"jwks_uri": None}, {"authorization_endpoint": "javascript:alert(1)"}],
    ids=str,
)  # fmt: skip
def test_a_service_that_does_not_say_what_the_settings_say_is_refused(issuer, provider, lies):
    issuer.metadata = lies
    refused(lambda: metadata_of(provider))


def test_a_service_that_is_not_there_is_said_so(provider):
    refused(lambda: metadata_of(replace(provider, issuer="http://127.0.0.1:9")))


def test_the_settings_name_the_service_and_the_groups():
    assert provider_of({}) is None
    named = {"ABOVEBOARD_OIDC_ISSUER": "https://id.example", "ABOVEBOARD_OIDC_CLIENT": "us"}
    assert provider_of(named) == Provider("https://id.example", "us", "")
    full = named | {"ABOVEBOARD_OIDC_ROLES": '{"t": ["reviewer"]}', "ABOVEBOARD_OIDC_GROUPS": "teams"}
    assert (provider_of(full).roles, provider_of(full).groups_claim) == ({"t": ("reviewer",)}, "teams")
    assert SECRET not in repr(Provider("https://id.example", "us", SECRET))
    for bad in (
        {"ABOVEBOARD_OIDC_ISSUER": "http://id.example", "ABOVEBOARD_OIDC_CLIENT": "us"},
        {"ABOVEBOARD_OIDC_ISSUER": "https://id.example"},
        named | {"ABOVEBOARD_OIDC_ROLES": "reviewer"},
        named | {"ABOVEBOARD_OIDC_ROLES": '{"t": ["king"]}'},
        named | {"ABOVEBOARD_OIDC_ROLES": "[]"},
    ):
        with pytest.raises(InputError, match="OIDC_"):
            provider_of(bad)
