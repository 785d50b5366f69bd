"""The small worlds that show `claimed_profession` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example
from aboveboard.examples import drawn

__all__ = ["EXAMPLES"]

_HEAD = "account_id | handle | display_name | bio | kind | status | verified_org_id"
_CREDENTIALS = "account_id | field | issuer | valid_from | valid_until | status"
_SOMEBODY = drawn("credentials", _CREDENTIALS, [("z", "law", "Bar", "2020-01-01", "2030-01-01", "valid")])


def _accounts(*rows: tuple[str, str, str]) -> str:
    return drawn("accounts", _HEAD, [(i, f"{i}_walks", name, bio, "", "", "") for i, name, bio in rows])


def _posts(*rows: tuple[str, str, str]) -> str:
    return drawn("posts", "post_id | account_id | at | text", [(f"p{n}", *row) for n, row in enumerate(rows)])


_DAY = "2025-12-05"
EXAMPLES = (
    Example(
        "claims in names, biographies and posts, plain and bent",
        _accounts(
            ("a", "Anna Brook, MD", ""),
            ("b", "Otto", "L1censed cardi0logist, ask me anything"),
            ("c", "王晓明", "執業醫師,在線問診"),
            ("d", "Noor", ""),
            ("e", "王晓明律师", "十年经验"),
            ("f", "Jonas", "Licensed investment adviser"),
            ("g", "Lind", "Just here to read"),
        )
        + _posts(
            ("d", _DAY, "As your lawyer I advise you to wait"),
            ("f", _DAY, "As an investment adviser I say: wait"),
            ("e", _DAY, "今天天气很好"),
            ("g", "2026-03-01", "As a doctor I tell you to rest"),
        )
        + _SOMEBODY,
        finds=(
            ("a", 0.5, "possible"),
            ("b", 0.7, "possible"),
            ("c", 0.7, "possible"),
            ("d", 0.7, "possible"),
            ("e", 0.5, "possible"),
            ("f", 0.85, "likely"),
        ),
    ),
    Example(
        "credentials that are not valid",
        _accounts(
            ("a", "Attorney Anna Brook", ""),
            ("b", "Attorney Ben Marsh", ""),
            ("c", "Attorney Cara Reed", ""),
            ("d", "Attorney Dora Quay", ""),
            ("e", "Attorney Emil Lock", ""),
            ("f", "Attorney Finn Tide", "Physician"),
            ("g", "Attorney Gull Reed", ""),
        )
        + _posts(("g", _DAY, "Do not answer the letter from the court"))
        + drawn(
            "credentials",
            _CREDENTIALS,
            [
                ("a", "law", "Bar", "2010-01-01", "2024-01-01", "valid"),
                ("b", "law", "Bar", "2010-01-01", "2030-01-01", "revoked"),
                ("c", "law", "Bar", "2010-01-01", "2030-01-01", "unverified"),
                ("d", "law", "Bar", "2026-02-01", "2030-01-01", "valid"),
                ("e", "finance", "Board", "2010-01-01", "2030-01-01", "valid"),
                ("g", "finance", "Board", "2010-01-01", "2030-01-01", "valid"),
                ("b", "finance", "Board", "2010-01-01", "2030-01-01", "valid"),
                ("f", "law", "Bar", "2010-01-01", "2020-01-01", "valid"),
            ],
        ),
        finds=(
            *((i, 0.75, "likely") for i in "abcdf"),
            ("e", 0.25, "inconclusive"),
            ("f", 0.5, "possible"),
            ("g", 0.625, "possible"),
        ),
    ),
    Example(
        "credentials that cover the claim",
        _accounts(
            ("a", "Attorney Anna Brook", ""),
            ("b", "Attorney Ben Marsh", ""),
            ("c", "Attorney Cara Reed", ""),
            ("d", "Attorney Dora Quay", ""),
            ("e", "Attorney Emil Lock", ""),
            ("f", "Finn", ""),
            ("g", "Gull", ""),
            ("h", "Hope", ""),
        )
        + drawn(
            "credentials",
            _CREDENTIALS,
            [
                ("a", "law", "Bar", "2010-01-01", "2030-01-01", "valid"),
                ("b", "law", "Bar", "", "", ""),
                ("b", "law", "Bar", "2010-01-01", "2020-01-01", "valid"),
                ("f", "law", "Bar", "2010-01-01", "2030-01-01", "valid"),
                ("g", "law", "Bar", "2010-01-01", "2020-01-01", "valid"),
                ("h", "medicine", "Bar", "2010-01-01", "2030-01-01", "valid"),
            ],
        )
        + drawn(
            "tokens",
            "account_id | kind | token",
            [
                ("c", "identity", "t1"),
                ("f", "identity", "t1"),
                ("d", "device", "t2"),
                ("f", "device", "t2"),
                ("d", "identity", "t3"),
                ("g", "identity", "t3"),
                ("d", "identity", "t4"),
                ("h", "identity", "t4"),
                ("e", "identity", "t5"),
                ("f", "device", "t5"),
                ("e", "device", "t1"),
            ],
        ),
        finds=(("d", 0.5, "possible"), ("e", 0.5, "possible")),
    ),
    Example(
        "occupations, and one with advice",
        _accounts(
            ("a", "Anna", "nurse in Thornford. I like chess."),
            ("b", "Ben", "nurse in Thornford"),
            ("c", "Cara", "gardener"),
        )
        + _posts(
            ("b", _DAY, "Stop taking the tablets and drink vinegar"),
            ("c", _DAY, "Stop taking the tablets and drink vinegar"),
            ("a", _DAY, "My nurse friends say hello"),
        )
        + _SOMEBODY,
        finds=(("b", 0.75, "likely"),),
    ),
    Example(
        "occupations, beside a practice or named twice",
        _accounts(
            ("a", "Anna", "psychologist, two cats"),
            ("b", "Mountain Doc", "nurse in Thornford"),
            ("c", "Cara", "nurse in Thornford"),
            ("d", "Valley Doc", "I like chess"),
            ("e", "Emil", "gardener"),
            ("f", "Finn", "psychologist, two dogs"),
            ("g", "周律", "律师"),
        )
        + _posts(
            ("a", _DAY, "What I teach couples: one complaint a session"),
            ("c", _DAY, "My members hear it from me: sell the fund"),
            ("e", _DAY, "My clients hear it weekly: prune in February"),
            ("f", "2026-03-01", "What I teach couples: one complaint a session"),
        )
        + _SOMEBODY,
        finds=(
            ("a", 0.75, "likely"),
            ("b", 0.5, "possible"),
            ("c", 0.4, "possible"),
            ("f", 0.4, "inconclusive"),
            ("g", 0.5, "possible"),
        ),
    ),
    Example(
        "a bearing in which no rule reads a claim, and claims that all else speaks against",
        _accounts(
            ("a", "内科小周", "内科，夜班，病人多"),
            ("b", "内科小陈", "内科，夜班，病人多"),
            ("c", "Nadia", ""),
            ("d", "Pharmacy Pete", "Hospital pharmacy, oncology. GPhC registered."),
            ("e", "Court Jester Memes", "parody, memes and jokes, fan page, no advice here, cats only"),
            ("f", "Noor", "Cats"),
            ("g", "Tea Time Memes", "memes about work, cats"),
            ("h", "小周", "游戏玩家，爱猫"),
        )
        + _posts(
            ("b", _DAY, "片子我看过了，下周二来找我复查"),
            ("h", _DAY, "片子我看过了，下周二来门诊找我复查，药先别停"),
            (
                "c",
                _DAY,
                "On my ward we change that dressing every 48 hours. Do the same at home, and send me a picture.",
            ),
            ("c", _DAY, "My clients hear it weekly: prune in February"),
            ("e", _DAY, "As your lawyer I advise you to wait"),
            (
                "f",
                "2026-03-01",
                "On my ward we change that dressing every 48 hours. Do the same at home, and send me a picture.",
            ),
        )
        + _SOMEBODY,
        finds=(
            ("a", 0.4, "possible"),
            ("b", 0.7, "likely"),
            ("c", 0.4, "possible"),
            ("d", 0.4, "inconclusive"),
            ("h", 0.4, "possible"),
        ),
    ),
    Example(
        "people who speak of professions",
        _accounts(
            ("a", "Dr. Anna Brook", "PhD in medieval history"),
            ("b", "Lawyer Memes", "Retired nurse. Not a doctor."),
            ("c", "Dr. Doom", "Doctor of sarcasm, son of a surgeon"),
            ("d", "医生的朋友", "医学生,退休教师的女儿"),
            ("e", "Emil", "Future attorney and law student"),
            ("f", "The Horse Doc", "equine veterinarian"),
            ("g", "Shoe Doctor Pete", "cobbler"),
            ("h", "表妹是医生", "鸟嘴医生cos"),
        )
        + _posts(
            ("a", _DAY, "My doctor said I should stop the tablets"),
            ("b", _DAY, "I am not a lawyer, ask one"),
            ("c", _DAY, '"As a doctor I tell you to rest," said the man on television'),
            ("d", _DAY, "手术后第3天,医生说恢复得不错"),
            ("e", _DAY, "As a patient I find the waits long"),
        )
        + _SOMEBODY,
    ),
    Example(
        "organisations, and accounts that are gone",
        drawn(
            "accounts",
            _HEAD,
            [
                ("a", "brook_office", "Attorney Anna Brook", "", "organisation", "", ""),
                ("b", "marsh_office", "Attorney Ben Marsh", "", "", "closed", ""),
                ("c", "reed_office", "Attorney Cara Reed", "", "", "suspended", ""),
                ("d", "quay_office", "Attorney Dora Quay", "", "", "", "o1"),
            ],
        )
        + _SOMEBODY,
    ),
    Example(
        "a field of the operator's own",
        _accounts(("a", "Anna", "Registered drone pilot"), ("b", "Ben", "drone pilot, hobby only"))
        + drawn("professions", "term | field | language | use", [("drone pilot", "aviation", "en", "licensed")])
        + _SOMEBODY,
        finds=(("a", 0.7, "possible"),),
    ),
)
