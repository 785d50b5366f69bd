"""A world of people who follow one another, with the stories of S4, S5 and S20 in it, as csv tables."""

from random import Random

from scenario_world import World, account

START = "2024-01-01"


def moment(days, seconds=0.0):
    """A time, counted from the first day of 2024."""
    from datetime import UTC, datetime, timedelta

    return (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=days, seconds=seconds)).isoformat()


def day(days):
    return moment(days)[:10]


def follow(world, follower, target, days, seconds=0.0):
    world.add("follows", {"follower_id": follower, "target_id": target, "at": moment(days, seconds)})


def everyone(world, people=900):
    """People of all ages with profiles, who post, and follow a dozen of forty well-known accounts and each other."""
    rng = Random(5)  # noqa: S311  (repeatable on purpose, guards nothing)
    for n in range(40):
        world.add("accounts", account(f"star{n}", moment(-900 + 11 * n), bio="songs and more"))
    for n in range(people):
        made = rng.uniform(-1000, 640)
        bio = "" if rng.random() < 0.12 else f"likes thing {n % 50}"
        world.add("accounts", account(f"m{n}", moment(made), bio=bio))
        if rng.random() < 0.7:
            world.post(f"m{n}", moment(rng.uniform(made, 700)))
        for target in rng.sample([f"star{k}" for k in range(40)] + ["x", "viral", "maker"], 12):
            follow(world, f"m{n}", target, rng.uniform(max(made, 0), 700))


def watched(world, name, surges=(), usual=(2, 400, 3)):
    """Sixty days of audience before day 700; a surge is (day, gained, views, mentions)."""
    told = {d: rest for d, *rest in surges}
    for d in range(640, 700):
        gained, views, mentions = told.get(d, usual)
        world.add(
            "audience",
            {"account_id": name, "day": day(d), "gained": gained, "lost": 0, "views": views, "mentions": mentions},
        )


def rival(world, target="x", name="s4", size=400, payer="s4_rival"):
    """A rival buys a batch for `target` and pays with its own card: bare accounts made in two hours, idle since."""
    for n in range(size):
        world.add(
            "accounts", account(f"{name}_{n}", moment(650, 18.0 * n), handle=f"user{n:05}{name}", default_avatar="true")
        )
        follow(world, f"{name}_{n}", target, 660, 40.0 * n)
    for who in [payer, *(f"{name}_{n}" for n in range(0, size, 40))]:
        world.add("tokens", {"account_id": who, "kind": "payment", "token": f"{name:>064}".replace(" ", "0")})


def s4(world):
    world.add(
        "accounts",
        account("x", moment(-500), bio="bakes bread", followers=1250),
        account("s4_rival", moment(-300), bio="bakes too"),
    )
    rival(world)
    watched(world, "x", [(660, 402, 400, 3)])


def s5(world):
    """A film is seen by many: people new and old, with and without profile, come within a day because of it."""
    rng = Random(6)  # noqa: S311
    world.add("accounts", account("viral", moment(-400), bio="films birds"))
    for n in range(600):
        fresh = n % 3 == 0
        made = 670 + rng.random() if fresh else rng.uniform(-900, 660)
        name = "".join(rng.sample("birdwatcher", rng.randint(4, 9))) + str(n) * rng.randint(0, 1)
        world.add(
            "accounts",
            account(
                f"s5_{n}", moment(made), handle=f"{name}.{n % 7}" if n % 2 else name, bio="" if fresh else "likes birds"
            ),
        )
        follow(world, f"s5_{n}", "viral", made + 0.01 if fresh else 670, 90.0 * n)
        if n % 4:
            world.post(f"s5_{n}", moment(680 + n / 100))
    watched(world, "viral", [(670, 602, 90_000, 400), (671, 80, 9000, 60)])


def maker(world):
    """Buys for itself: its card paid, a growth application was let in, and it was told before."""
    world.add("accounts", account("maker", moment(-450), bio="sells courses"))
    rival(world, "maker", "s4b", 120, payer="maker")
    world.add("grants", {"account_id": "maker", "app": "boost", "purpose": "growth", "at": moment(655)})
    world.add("warnings", {"account_id": "maker", "at": moment(640), "violation": "inflated_audience"})
    watched(world, "maker", [(660, 122, 400, 3)])


def whole():
    world = World()
    everyone(world)
    for tell in (s4, s5, maker):
        tell(world)
    world.add("accounts", account("clock", moment(0), bio="tells the time"))
    world.post("clock", moment(700))
    return world


def celebrities(world, many=10):
    """Ten people everybody knows join, months apart; strangers sign up to follow them, and most never write a word."""
    rng = Random(9)  # noqa: S311
    for c in range(many):
        start = 100 + 55 * c
        world.add("accounts", account(f"celebrity{c}", moment(start - 1), bio="yes, it is me"))
        for n in range(150):
            made = start + rng.random() ** 2 * 4
            fan = f"fan{c}_{n}"
            words = "".join(rng.sample("celebration", rng.randint(4, 8)))
            bio = "" if rng.random() < 0.4 else f"fan {rng.randint(1, 99)}"
            world.add(
                "accounts",
                account(
                    fan,
                    moment(made),
                    handle=f"{words}{rng.randint(1, 9999)}"[: rng.randint(5, 12)] + f"-{c}x{n}",
                    bio=bio,
                ),
            )
            follow(world, fan, f"celebrity{c}", made, 600.0)
            if rng.random() < 0.2:
                world.post(fan, moment(made + 5))
            if n % 3 == 0:
                follow(world, fan, f"star{rng.randrange(40)}", made, 900.0)
        surges = [(int(start) + d, 60 >> d, 9000 >> d, 300 >> d) for d in range(4)]
        weeks = {d: rest for d, *rest in surges}
        for d in range(int(start) - 20, int(start) + 40):
            gained, views, mentions = weeks.get(d, (1, 300, 4))
            world.add(
                "audience",
                {
                    "account_id": f"celebrity{c}",
                    "day": day(d),
                    "gained": gained,
                    "lost": 0,
                    "views": views,
                    "mentions": mentions,
                },
            )


def school(world):
    """A school signs sixty pupils up in an hour, by its own convention and on its own network; they write like others."""
    world.add("accounts", account("school", moment(-300), bio="a school"))
    for n in range(60):
        pupil = f"pupil{n}"
        world.add(
            "accounts",
            account(pupil, moment(600, 60.0 * n), handle=f"class7.{n:02}", bio="" if n % 3 else "likes maths"),
        )
        world.add("tokens", {"account_id": pupil, "kind": "network", "token": f"{'school':>064}".replace(" ", "0")})
        follow(world, pupil, "school", 600.2, 50.0 * n)
        world.post(pupil, moment(610 + n / 10))


def viral_week(world):
    """For a week five accounts are seen by everybody in turn."""
    rng = Random(11)  # noqa: S311
    for v in range(5):
        world.add("accounts", account(f"viral{v}", moment(-200), bio="films"))
        for n in range(200):
            follow(world, f"m{rng.randrange(900)}", f"viral{v}", 671 + v + rng.random(), float(n))
        watched(world, f"viral{v}", [(671 + v, 200, 30_000, 90)])


def innocents():
    world = World()
    everyone(world)
    world.add("accounts", *(account(n, moment(-400), bio="bakes bread") for n in ("x", "viral", "maker")))
    for tell in (celebrities, school, viral_week):
        tell(world)
    seen = {}
    for row in world.rows["follows"]:
        seen.setdefault((row["follower_id"], row["target_id"]), row)
    world.rows["follows"] = list(seen.values())
    world.add("accounts", account("clock", moment(0), bio="tells the time"))
    world.post("clock", moment(700))
    return world
