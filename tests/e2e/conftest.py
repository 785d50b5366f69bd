"""The console in a real browser, as its tests find it: the service with its cases, somebody at a browser, and what a page complains of."""

import re

import pytest

from console_service import answered, prepare, staged

WATCH = "addEventListener('securitypolicyviolation', (e) => console.error('policy ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))"


@pytest.fixture(scope="session")
def cases_prepared(shown_demo, once):
    """A service's store with the cases that the demo's findings lead to, made once."""
    return once("console-service", lambda folder: prepare(shown_demo[0], folder))[1]


@pytest.fixture(scope="module")
def office(cases_prepared, tmp_path_factory):
    """That service, opened afresh for a file of tests: its desk, its clock, its verbs, its staff. Twelve accounts at once take one person, more two."""
    with staged(cases_prepared, tmp_path_factory.mktemp("console"), bulk=12) as opened:
        yield opened


@pytest.fixture(scope="module")
def visits(chromium):
    """Return a function that opens the console of an office at an address as somebody; `troubles` holds what pages complain of or ask elsewhere."""
    contexts, troubles = [], []

    def go(office, address, name="", width=1280, scheme="light"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address)
        contexts.append(context)
        context.set_default_timeout(20_000)
        if name:
            context.add_cookies([{"name": "aboveboard", "value": office.sessions[name], "url": address}])
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url))
        return page

    def leave():
        while contexts:
            contexts.pop().close()

    go.troubles, go.leave = troubles, leave
    yield go
    leave()


@pytest.fixture(scope="module")
def office_at(office):
    """Where that service answers."""
    with answered(office) as where:
        yield where


@pytest.fixture
def calm(visits, office, office_at):
    """Open the console as somebody; a complaint of any page fails the test, but for answers of the server that it `expects`.

    Its pages are closed after the test: none goes on asking for its case while the next test works.
    """
    visits.troubles.clear()

    def go(name="", **how):
        return visits(office, office_at, name, **how)

    go.expects = ()
    go.troubles = visits.troubles
    yield go
    visits.leave()
    left = [t for t in visits.troubles if not any(re.search(rf"\b{e}\b", t) for e in go.expects)]
    assert left == []
