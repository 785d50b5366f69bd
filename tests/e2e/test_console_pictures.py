"""Avatars and covers in a case: blurred and grey until somebody looks, clear by key, a letter where there is none, and every look written down."""

from io import BytesIO

import httpx2
import pytest
from console_deeds import rows
from PIL import Image
from playwright.sync_api import expect

from aboveboard.console.views.cases import Wanted
from console_service import answered

pytestmark = pytest.mark.browser
FILTER = "(n) => getComputedStyle(n).filter"


def picture(path, colour, size=(400, 400)):
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", size, colour).save(path)


@pytest.fixture(scope="module")
def returning(office):
    """A case with a closed account beside it."""
    found = (r for r in rows(office, violation="reincarnation") if not r.by)
    return next(v for r in found if (v := office.verbs.case(office.me("wren"), r.id, Wanted(), office.clock.at)).twin)


@pytest.fixture(scope="module")
def media(returning, tmp_path_factory):
    """Where the operator keeps pictures: of the two accounts of that case."""
    folder = tmp_path_factory.mktemp("media")
    picture(folder / "avatars" / f"{returning.subject.account_id}.png", "orange")
    picture(folder / "covers" / f"{returning.subject.account_id}.png", "green", (900, 300))
    picture(folder / "avatars" / f"{returning.twin.closed.account_id}.png", "purple")
    return folder


@pytest.fixture(scope="module")
def office_at(office, media):
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("ABOVEBOARD_PICTURES", str(media))
        with answered(office) as where:
            yield where


def opened(page, case, pictures):
    page.goto(f"/console/cases/{case}")
    expect(page.locator("img.media")).to_have_count(pictures)
    page.wait_for_function("[...document.querySelectorAll('img.media')].every((i) => i.complete && i.naturalWidth > 9)")


def test_pictures_are_blurred_and_grey_until_one_looks_and_stay_grey_then(calm, returning):
    page = calm("wren")
    opened(page, returning.id, 4)
    shown = page.locator("img.media")
    assert {i.evaluate(FILTER) for i in shown.all()} == {"blur(8px) grayscale(1)"}
    page.focus("main")
    for looked in range(4):
        page.keyboard.press("v")
        assert [i.evaluate(FILTER) for i in shown.all()] == ["grayscale(1)" if n == looked else "blur(8px) grayscale(1)" for n in range(4)]  # fmt: skip
    page.keyboard.press("v")
    assert {i.evaluate(FILTER) for i in shown.all()} == {"blur(8px) grayscale(1)"}
    page.hover(".face img")
    assert page.locator(".face img").evaluate(FILTER) == "grayscale(1)"
    page.focus("main")
    for key in ("grey", "blur"):
        page.goto("/console/care")
        page.uncheck(f"[name={key}]")
        page.click("main button.main")
        opened(page, returning.id, 4)
        page.mouse.move(640, 2)
        left = {"grey": "blur(8px)", "blur": "none"}[key]
        assert {i.evaluate(FILTER) for i in shown.all()} == {left}
    assert page.locator("[aria-labelledby=twin-h] img").count() == 2, "the two accounts stand side by side"
    opened(calm("robin"), returning.id, 0)


@pytest.mark.parametrize("broken", ["absent", "corrupt", "bomb"])
def test_where_a_picture_cannot_be_shown_there_is_a_letter(calm, office, returning, media, broken):
    row = next(
        r for r in rows(office, "wren", violation="impersonation") if r.account_id != returning.subject.account_id
    )
    file = media / "avatars" / f"{row.account_id}.png"
    if broken == "bomb":
        Image.new("1", (9000, 9000)).save(file)
    elif broken == "corrupt":
        made = BytesIO()
        Image.new("RGB", (300, 300)).save(made, "PNG")
        file.write_bytes(made.getvalue()[:100] + b"<script>window.hit=1</script>")
    office.clock.on(minutes=2)
    page = calm("starling")
    opened(page, row.id, 0)
    expect(page.locator(".face .avatar span")).to_have_text((row.name or row.handle)[:1])
    assert page.evaluate("window.hit") is None


def test_a_picture_goes_to_who_may_see_the_case_is_kept_by_no_browser_and_each_look_is_written_down(
    office, office_at, returning
):
    path = f"{office_at}/console/cases/{returning.id}/pictures/subject/avatar"

    def asked(name, address=path):
        return httpx2.get(address, cookies={"aboveboard": office.sessions[name]} if name else None)

    def looks():
        found = office.desk.ledger.of_subject(returning.subject.account_id)
        return [e.body["by"] for e in found if e.stream == "reads" and e.kind == "revealed"]

    office.clock.on(minutes=3)
    before = looks()
    seen = asked("starling")
    assert (seen.status_code, seen.headers["content-type"], seen.headers["cache-control"]) == (
        200,
        "image/jpeg",
        "no-store",
    )
    assert seen.headers["content-security-policy"].startswith("default-src 'none'")
    assert (seen.headers["x-content-type-options"], seen.headers["cross-origin-resource-policy"]) == (
        "nosniff",
        "same-origin",
    )
    assert Image.open(BytesIO(seen.content)).size == (256, 256)
    assert looks() == [*before, "person:starling"]
    assert asked("starling", path.replace("avatar", "cover")).status_code == 200
    assert looks() == [*before, "person:starling"], "one page is one look"
    assert asked("robin").status_code == 403, "who sees cases for a policy's sake sees no faces"
    assert asked("").status_code == 303
    assert asked("starling", path.replace("subject", "closed").replace("avatar", "cover")).status_code == 204
    assert asked("starling", path.replace("avatar", "passport")).status_code == 422
    assert asked("starling", path.replace(returning.id, "none")).status_code == 404
    assert looks() == [*before, "person:starling"]


def test_without_a_place_for_pictures_nothing_is_asked_for(office, returning):
    assert office.verbs.picture(office.me("wren"), returning.id, "subject", "avatar", office.clock.at) is None
    view = office.verbs.case(office.me("wren"), returning.id, Wanted(), office.clock.at)
    assert not view.pictures
