"""One small world with six stories in it, told in csv tables as an operator would write them."""

import csv
from random import Random

PEOPLE, WRITERS = 260, 30
"""Everyone else: people who comment on some of the thirty who write."""


def account(name, created, **fields):
    return {"account_id": name, "handle": f"h_{name}", "status": "active", "created_at": created, **fields}


def token(name, kind, value, first="2024-01-05"):
    return {"account_id": name, "kind": kind, "token": f"{value:>064}".replace(" ", "0"), "first_seen_at": f"{first}T00:00:00Z"}  # fmt: skip


def rename(name, at, old, new, field="display_name"):
    return {"account_id": name, "at": at, "field": field, "old": old, "new": new}


def closed(at, why="coordination", **fields):
    return {"status": "closed", "closed_at": at, "closed_ground": "terms", "closed_for": why, **fields}


class World:
    """Tables in the making."""

    def __init__(self):
        self.rows = {}
        self.posts = 0

    def add(self, table, *rows):
        self.rows.setdefault(table, []).extend(rows)

    def post(self, who, at, answers="", kind="post"):
        self.posts += 1
        row = {"post_id": f"p{self.posts}", "account_id": who, "at": at, "kind": kind, "target_id": answers}
        self.add("posts", {**row, "text": f"note {self.posts}"})
        return f"p{self.posts}"

    def comment(self, who, at, answers):
        self.post(who, at, answers, "comment")

    def write(self, folder):
        folder.mkdir(parents=True)
        for table, rows in self.rows.items():
            columns = list(dict.fromkeys(c for r in rows for c in r))
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(rows)
        return folder


def everyone(world):
    """People with their own devices, who comment here and there: what chance looks like."""
    rng = Random(8)  # noqa: S311  (repeatable on purpose, guards nothing)
    names = [f"m{n}" for n in range(PEOPLE)]
    writers = [f"w{n}" for n in range(WRITERS)]
    for n, name in enumerate(names + writers):
        world.add("accounts", account(name, "2020-03-01T00:00:00Z", display_name=f"Quiet Reader {n:03d}"))
        world.add("tokens", token(name, "device", f"{n:x}"), token(name, "network", f"{n // 3:x}"))
    for month in range(1, 12):
        for writer in writers:
            thread = world.post(writer, f"2025-{month:02d}-02T08:00:00Z")
            for name in rng.sample(names, 6):
                world.comment(name, f"2025-{month:02d}-0{rng.randrange(3, 9)}T10:00:00Z", thread)


def sibling(world):
    """S1: a sister signs up on the network and the console of a barred brother."""
    world.add("accounts", account("s1_old", "2022-01-01T00:00:00Z", display_name="Otto Bergström", kind="game", **closed("2025-06-01T00:00:00Z")))  # fmt: skip
    world.add("accounts", account("s1_new", "2025-06-05T00:00:00Z", display_name="Ida Bergström", kind="game"))
    for name, first in (("s1_old", "2022-01-02"), ("s1_new", "2025-06-05")):
        world.add("tokens", token(name, "device", "aaa1", first), token(name, "network", "aaa2", first))


def returner(world):
    """S2: new phone, same device, two of five old commenters back in three days, under a name with a near shape."""
    world.add("accounts", account("s2_old", "2021-01-01T00:00:00Z", display_name="人民日报", **closed("2025-09-01T00:00:00Z")))  # fmt: skip
    world.add("accounts", account("s2_new", "2025-09-20T00:00:00Z", display_name="人民曰报"))
    fans = [f"m{n}" for n in range(40, 70)]
    thread, again = world.post("s2_old", "2025-08-01T00:00:00Z"), world.post("s2_new", "2025-09-20T01:00:00Z")
    for name in fans:
        world.comment(name, "2025-08-02T00:00:00Z", thread)
    for name in fans[:12]:
        world.comment(name, "2025-09-22T00:00:00Z", again)
    for name, phone, first in (("s2_old", "bbb1", "2021-01-01"), ("s2_new", "bbb2", "2025-09-20")):
        world.add("tokens", token(name, "device", "bbb3", first), token(name, "phone", phone, first))


def overturned(world):
    """S3: three accounts were closed because they followed a closure that has since been found wrong."""
    root = closed("2025-03-01T00:00:00Z", overturned_at="2025-07-01T00:00:00Z")
    world.add("accounts", account("s3_root", "2021-01-01T00:00:00Z", display_name="Copper Kettle Tales", **root))
    for n in (1, 2, 3):
        rests = closed(f"2025-04-0{n}T00:00:00Z", "reincarnation", closed_root="s3_root")
        world.add("accounts", account(f"s3_{n}", f"2025-03-1{n}T00:00:00Z", display_name=f"Copper Kettle Tales {n}", **rests))  # fmt: skip
        world.add("tokens", token(f"s3_{n}", "device", "ccc1", "2025-03-15"))
    world.add("accounts", account("s3_back", "2025-08-01T00:00:00Z", display_name="Copper Kettle Tales"))
    world.add("tokens", token("s3_root", "device", "ccc1"), token("s3_back", "device", "ccc1", "2025-08-01"))


def badge(world):
    """S7: a verified shop takes a bank's name."""
    world.add("organisations", {"org_id": "o_bank", "name": "Harbourmere Bank", "kind": "company", "domains": "harbourmere.example"},
              {"org_id": "o_shop", "name": "Tidewater Bakery", "kind": "company", "domains": "tidewater.example"})  # fmt: skip
    world.add("accounts", account("s7_bank", "2019-01-01T00:00:00Z", display_name="Harbourmere Bank", verified_org_id="o_bank"),
              account("s7_shop", "2020-01-01T00:00:00Z", display_name="Harbourmere Bank", verified_org_id="o_shop"))  # fmt: skip
    world.add("profile_changes", rename("s7_shop", "2025-11-29T00:00:00Z", "Tidewater Bakery", "Harbourmere Bank"))
    world.add("official_accounts", {"org_id": "o_bank", "account_id": "s7_bank", "since": "2019-01-01T00:00:00Z"})


def framed(world):
    """S8: a verified account cloned a potter yesterday, has itself registered, and reports the potter as its impostor."""
    world.add("organisations", {"org_id": "o_clone", "name": "Marisol Ventura Ceramics", "kind": "company", "domains": "mvc.example"})  # fmt: skip
    world.add("accounts", account("s8_victim", "2018-01-01T00:00:00Z", display_name="Marisol Ventura Ceramics"),
              account("s8_clone", "2016-01-01T00:00:00Z", display_name="Marisol Ventura Ceramics", verified_org_id="o_clone"))  # fmt: skip
    world.add("profile_changes", rename("s8_clone", "2025-12-08T00:00:00Z", "Crypto Gifts Daily", "Marisol Ventura Ceramics"))  # fmt: skip
    world.add("official_accounts", {"org_id": "o_clone", "account_id": "s8_clone", "since": "2025-12-08T00:00:00Z"})
    world.add("actions", {"account_id": "s8_clone", "at": "2025-12-09T00:00:00Z", "verb": "report", "object_id": "s8_victim", "target_account_id": "s8_victim"})  # fmt: skip


def fans(world):
    """S19: fans of a closed singer gather under her name with a fan club's suffix."""
    world.add("accounts", account("s19_star", "2020-01-01T00:00:00Z", display_name="云栖歌者林晚", **closed("2025-05-01T00:00:00Z")))  # fmt: skip
    world.add("accounts", account("s19_fans", "2025-05-03T00:00:00Z", display_name="云栖歌者林晚后援会", bio="粉丝自发组织"))  # fmt: skip
    thread, again = world.post("s19_star", "2025-04-01T00:00:00Z"), world.post("s19_fans", "2025-05-03T01:00:00Z")
    for name in (f"m{n}" for n in range(100, 130)):
        world.comment(name, "2025-04-02T00:00:00Z", thread)
        world.comment(name, "2025-05-05T00:00:00Z", again)


def whole():
    """Return the world with all six stories."""
    world = World()
    for story in (everyone, sibling, returner, overturned, badge, framed, fans):
        story(world)
    return world
