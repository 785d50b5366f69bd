"""One world for the service: the stories of S3, S4, S6, S8, S10 and S13 among people who follow, write and report as people do."""

import hashlib
from random import Random

from audience_world import everyone, moment, s4
from scenario_world import World, account, framed, returner, token

NOW = "2025-12-10T00:00:00Z"
TEXT = "من يريد ان يربح معنا اليوم فليكتب كلمة السر في التعليق الاول وليرسلها الى خمسة من اصدقائه قبل المساء"
REPORTERS = 500
FIRST = ("سلمى", "نور", "ليلى", "هدى", "يوسف", "كريم", "طارق", "عمر", "رنا", "زينب")
LAST = ("الخطيب", "حداد", "منصور", "العلي", "نجار", "صباغ", "شاهين", "بكري", "درويش", "عيسى")


def linked(world):
    """S3, after the root was closed on 10 December: three accounts of its name and devices come within days."""
    for n in (1, 2, 3):
        made = f"2025-12-1{n}T08:00:00Z"
        world.add("accounts", account(f"s3_{n}", made, display_name="Copper Kettle Tales"))
        for kind, value in (("device", "ccc1"), ("phone", "ccc2")):
            world.add("tokens", token(f"s3_{n}", kind, value, made[:10]))


def root(world):
    """S3: a story-teller whose ban will be found wrong."""
    world.add("accounts", account("s3_root", "2021-01-01T00:00:00Z", display_name="Copper Kettle Tales"))
    for kind, value in (("device", "ccc1"), ("phone", "ccc2")):
        world.add("tokens", token("s3_root", kind, value, "2021-01-01"))


def reported_together(world):
    """S6: within ten minutes five hundred accounts on fifty devices report one writer; others report now and then."""
    rng = Random(7)  # noqa: S311  (repeatable on purpose, guards nothing)
    world.add("accounts", account("s6", moment(-600), bio="writes about rivers"))
    for n in range(REPORTERS):
        name = f"s6_{n}"
        world.add("accounts", account(name, moment(rng.uniform(-800, 500)), bio=f"likes thing {n % 50}"))
        world.add("tokens", token(name, "device", f"d6{n // 10:04}", "2025-01-05"))
        report(world, name, "s6", moment(699, n * 600 / REPORTERS))
        world.post(name, moment(rng.uniform(500, 699)))
    for n in range(0, 300, 3):
        for target in rng.sample(range(900), 3):
            report(world, f"m{n}", f"m{target}", moment(rng.uniform(640, 698)))


def report(world, who, whom, at):
    row = {"account_id": who, "at": at, "verb": "report", "object_id": f"page of {whom}", "target_account_id": whom}
    world.add("actions", row)


def arabic(world):
    """S10: a hundred people with Arabic names, of whom twelve write the same sentence within minutes."""
    rng = Random(8)  # noqa: S311
    for n in range(100):
        name = f"s10_{n}"
        world.add("accounts", account(name, moment(rng.uniform(-900, 500)), display_name=arabic_name(n), language="ar"))
        world.post(name, moment(rng.uniform(600, 700)))
    for n in range(12):
        row = {"post_id": f"same{n}", "account_id": f"s10_{n * 8}", "at": moment(698, 20.0 * n), "kind": "post"}
        world.add("posts", {**row, "text": TEXT})


def arabic_name(number):
    return f"{FIRST[number % 10]} {LAST[number // 10 % 10]}"


def whole():
    """Return the world as it stands when the service is first told of it."""
    world = World()
    everyone(world, 600)
    for story in (s4, framed, returner, root, reported_together, arabic):
        story(world)
    return world


def rows(world):
    """Yield each table with its rows as JSON has them: accounts first, empty cells left out."""
    for name in sorted(world.rows, key=lambda n: (n != "accounts", n)):
        yield name, [{k: _cell(k, v) for k, v in row.items() if v != ""} for row in world.rows[name]]


def _cell(column, value):
    if column == "domains":
        return [value]
    if column == "token":
        return hashlib.sha256(value.encode()).hexdigest()
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
