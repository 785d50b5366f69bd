"""Accounts that pass for a protected organisation: by name or handle, bio, link, badge or logo, or several of these."""

from __future__ import annotations

from aboveboard.derived.claimed_offices import CLAIMED_OFFICES
from aboveboard.derived.lookalike_hosts import LOOKALIKE_HOSTS
from aboveboard.derived.office_claims import OFFICE_CLAIMS
from aboveboard.derived.organisation_matches import ORGANISATION_MATCHES, PROTECTED_NAMES
from aboveboard.derived.own_accounts import ORGANISATION_STARTS, OWN_ACCOUNTS, WORN_SINCE
from aboveboard.derived.posing import STEPS
from aboveboard.derived.shown_logos import SHOWN_LOGOS
from aboveboard.detector import Detector, Example, Mistake, Param

POSING_NAME = Detector(
    name="posing_name",
    version="2",
    violation="impersonation",
    about=(
        "An account passes for a protected organisation without being its own. Handle and display name are compared with every "
        "name and alias, link with its domains, avatar with its logo; badges, claims of office and renames are read. Each piece "
        "adds a documented weight (log-odds), printed with the finding. Likeness alone is possible at most. It is likely with "
        "something that deceives, against a register that names another account or domain."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? created_at? status?",
        "protected_names": "org_id org_name model folded opened_at",
        "organisation_matches": "account_id field name org_id model says alike disguised whole claim aside plain numbered by_ear",
        "own_accounts": "org_id account_id",
        "organisation_starts": "org_id official official_id first_at",
        "worn_since?": "account_id field name taken_at",
        "office_claims?": "account_id said badge",
        "claimed_offices?": "account_id org_id model said claims",
        "shown_logos?": "account_id org_id how",
        "lookalike_hosts?": "account_id org_id host domain how",
    },
    derives=(
        PROTECTED_NAMES,
        ORGANISATION_MATCHES,
        OWN_ACCOUNTS,
        ORGANISATION_STARTS,
        WORN_SINCE,
        OFFICE_CLAIMS,
        CLAIMED_OFFICES,
        LOOKALIKE_HOSTS,
        SHOWN_LOGOS,
    ),
    params={
        "common": Param(
            5,
            "accounts",
            1,
            1000,
            "an everyday word borne by more accounts than this is theirs too; a rarer name may have up to 64 times as many",
        ),
        "faintest": Param(0.25, "probability", 0.01, 0.9, "confusions less likely than this are not worth a look"),
    },
    classes=("profile", "document"),
    steps=STEPS,
    says="{name} (handle {handle}) is written like {org_name}, whose own account is {official}: {derivation}; {cue}",
    mistakes=(
        Mistake(
            "A fan, parody or archive account bears the name openly.",
            "a label at the start of a name, or a Chinese or Japanese fan suffix, silences the finding",
            "labelled parody, fan club, ex-employee",
        ),
        Mistake(
            "A small name is somebody's family name or an ordinary word.",
            "names of fewer than five letters protect nobody, and a bare name borne by more accounts than `common` is a word",
            "small and common names",
        ),
        Mistake(
            "Many bodies share a generic name, such as a parks department.",
            "a name borne by more than three organisations protects none of them",
            "a name that four bodies share",
        ),
        Mistake(
            "The account had the name before the organisation came.",
            "an account older than the organisation's own is never the impostor",
            "older than the official account",
        ),
        Mistake(
            "Somebody clones an account, is checked under its name and reports the original as the impostor.",
            "an organisation's own account that took its name lately is no older than that",
            "whoever bore the name before its claimant took it",
        ),
        Mistake(
            "The organisation is gone and its name is free.",
            "an organisation that is closed, merged or past its end protects nobody",
            "organisations that have ended, and one that will",
        ),
        Mistake(
            "A branch or franchise is official in its own way.",
            "without a claim or a disguise a longer name is no finding; with one, a person asks for proof",
            "a branch and a poet",
        ),
        Mistake(
            "A bio names the organisation because its owner works there, writes about it, likes it or is angry with it.",
            "a clause that names a relation, a label, a complaint or another account claims nothing",
            "bios that claim, tie and label, and a link like the domain",
        ),
        Mistake(
            "A person really has the company's name.",
            "a bare name without a claim or a disguise is never above possible",
        ),
    ),
    examples=(
        Example(
            "disguised, claiming and plain, beside the official account",
            """
            accounts
            account_id | handle | display_name | bio | created_at | status
            a1 | harbourline | Harbourline | Official account of Harbourline | 2018-01-01 | active
            a2 | hb_line | Наrbоurlinе | | 2025-01-01 | active
            a3 | harbour_1ine | | | 2025-01-01 | active
            a4 | hl4 | Harbourline | official support, write to us | 2025-01-01 | active
            a5 | harbour_line | Harbour Line | | 2025-01-01 | active
            a6 | hl6 | Harbourline Customer Service Oslo | | 2025-01-01 | active
            a7 | olive | Olive Tree | | 2025-01-01 | active
            a8 | q8 | Quarryworks | | 2010-01-01 | active

            organisations
            org_id | name | aliases
            o1 | Harbourline |
            o2 | Northern Quarry Board | Quarryworks

            official_accounts
            org_id | account_id
            o1 | a1
            """,
            finds=(
                ("a2", 0.983, "likely"),
                ("a3", 0.9773, "likely"),
                ("a4", 0.9773, "likely"),
                ("a5", 0.8808, "possible"),
                ("a6", 0.9469, "likely"),
                ("a8", 0.7536, "possible"),
            ),
        ),
        Example(
            "Chinese names: Traditional characters, an affix, the official one",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a1 | haigang | 海港银行 | o1
            a2 | hg2 | 海港銀行 |
            a3 | hg3 | 海港银行官方客服 |
            a4 | hg4 | 海港小王 |
            a5 | hg5 | 海港银行后援会 |

            organisations
            org_id | name
            o1 | 海港银行
            """,
            finds=(("a2", 0.8463, "possible"), ("a3", 0.9698, "likely")),
        ),
        Example(
            "a register entry that has ended names nobody",
            """
            accounts
            account_id | handle | display_name
            a1 | harbour1 | Harbourline
            a2 | quarry1 | Quarryworks
            a3 | hl3 | Official Harbourline
            a4 | qw4 | Official Quarryworks

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Quarryworks

            official_accounts
            org_id | account_id | until
            o1 | a1 | 2020-01-01
            o2 | a2 | 2030-01-01
            """,
            finds=(("a3", 0.9391, "possible"), ("a4", 0.9698, "likely")),
        ),
        Example(
            "link, logo, badge and bio beside the name, or alone",
            """
            accounts
            account_id | handle | display_name | bio | url | avatar_hash | created_at
            a1 | harbourline | Harbourline | | https://harbourline.example | f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0 | 2018-01-01
            a2 | hl2 | Harbourline ✔ | | | | 2025-01-01
            a3 | hl3 | Harbourline | | http://www.harbour1ine.example/pay | | 2025-01-01
            a4 | hl4 | Harbourline | | https://harbourline.test | f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1f8 | 2025-01-01
            a5 | jane7 | Jane | Official account of Harbourline | | | 2025-01-01
            a6 | hl6 | Harbourline | | https://harbourline.example/about | | 2025-01-01
            a7 | olive | Olive Tree | | https://harbourline.example.olive.test | | 2025-01-01
            a8 | hl8 | Harbourline | A fan account, not affiliated with Harbourline | | | 2025-01-01
            a9 | maple | Maple Walks | | https://harbourline-walks.example | f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1f8 | 2025-01-01

            organisations
            org_id | name | domains | logo_hash
            o1 | Harbourline | harbourline.example | f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0

            official_accounts
            org_id | account_id
            o1 | a1
            """,
            finds=(
                ("a2", 0.9698, "likely"),
                ("a3", 0.9853, "likely"),
                ("a4", 0.9939, "likely"),
                ("a5", 0.4489, "possible"),
                ("a6", 0.4129, "possible"),
                ("a7", 0.4489, "possible"),
            ),
        ),
        Example(
            "bios that claim, tie and label, and a link like the domain",
            """
            accounts
            account_id | handle | bio | url
            a1 | jane1 | Официальный аккаунт Кедрового банка |
            a2 | jane2 | Harbourline billing help. Pay your fee below | https://harbourline-pay.test
            a3 | jane3 | Harbourline, always there | https://harbourline-pay.test
            a4 | jane4 | Software engineer at Harbourline, views my own | https://harbourline-eng.test
            a5 | jane5 | Volunteer. Harbourline fans, not affiliated | https://harbourline-fans.test
            a6 | jane6 | Worst Harbourline customer service ever |
            a7 | jane7 | Follow the official account of Harbourline |
            a8 | jane8 | Harbourline reader, cyclist |
            a9 | jane9 | Бывший сотрудник Кедрового банка |

            organisations
            org_id | name | domains
            o1 | Harbourline | harbourline.example
            o2 | Кедровый банк |
            """,
            finds=(("a1", 0.2809, "possible"), ("a2", 0.8041, "possible"), ("a3", 0.3778, "possible")),
        ),
        Example(
            "an old account that took the name, lately or long ago",
            """
            accounts
            account_id | handle | display_name | created_at
            a1 | harbourline | Harbourline | 2018-01-01
            a2 | maple | Harbourline | 2015-01-01
            a3 | pebble | Harbourline | 2015-01-01
            a4 | quarry | Harbourline | 2015-01-01

            organisations
            org_id | name
            o1 | Harbourline

            official_accounts
            org_id | account_id
            o1 | a1

            profile_changes
            account_id | at | field | old | new
            a2 | 2025-12-30 | display_name | Maple Walks | Harbourline
            a3 | 2021-05-01 | display_name | Pebble Walks | Harbourline
            a4 | 2025-12-30 | bio | | Harbourline
            """,
            finds=(("a2", 0.9469, "likely"), ("a3", 0.8041, "possible")),
        ),
        Example(
            "organisations that have ended, and one that will",
            """
            accounts
            account_id | handle
            a1 | harbourline
            a2 | quarryworks
            a3 | olivelantern

            organisations
            org_id | name | status | closed_at
            o1 | Harbourline | closed |
            o2 | Quarryworks | active | 2025-06-01
            o3 | Olive Lantern | active | 2027-06-01
            """,
            finds=(("a3", 0.7253, "possible"),),
        ),
        Example(
            "whoever bore the name before its claimant took it",
            """
            accounts
            account_id | handle | display_name | created_at | verified_org_id
            a1 | harbour_news | Harbourline | 2012-01-01 | o1
            a2 | harbourline | Harbourline | 2019-01-01 |
            a3 | quarry_news | Quarryworks | 2018-01-01 | o2
            a4 | quarryworks | Quarryworks | 2019-01-01 |

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Quarryworks

            profile_changes
            account_id | at | field | old | new
            a1 | 2025-12-31 | display_name | Harbour News | Harbourline
            a3 | 2020-12-31 | display_name | Quarry News | Quarryworks
            """,
            finds=(("a4", 0.8645, "possible"),),
        ),
        Example(
            "labelled parody, fan club, ex-employee",
            """
            accounts
            account_id | handle | display_name | verified_org_id | status
            a1 | harbourline | Parody Harbourline | | active
            a2 | h2 | Harbourline Fan Club Official | | active
            a3 | h3 | Jane at Harbourline support | | active
            a4 | h4 | ex-Harbourline support | | active
            a5 | h5 | Harbourline | o2 | active
            a6 | h6 | Harbourline | | closed

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Harbourline Museum
            """,
        ),
        Example(
            "small and common names",
            """
            accounts
            account_id | handle | display_name
            a1 | novaofficial | Official Nova
            a2 | n2 | Nova Support
            b1 | b1x | Sunshine
            b2 | b2x | Sunshine
            b3 | b3x | Sunshine
            b4 | b4x | Sunshine
            b5 | b5x | Sunshine
            b6 | b6x | Sunshine
            c1 | c1x | Solar

            organisations
            org_id | name
            o1 | Nova
            o2 | Sunshine
            o3 | Solar
            """,
            finds=(("c1", 0.7253, "possible"),),
        ),
        Example(
            "a name that four bodies share",
            """
            accounts
            account_id | handle | bio
            a1 | parks_department |
            a2 | olive | Official account of the Parks Department

            organisations
            org_id | name | aliases
            o1 | Parks Department | Harbour Parks
            o2 | Parks Department |
            o3 | Parks Department |
            o4 | Parks Department |
            """,
        ),
        Example(
            "older than the official account",
            """
            accounts
            account_id | handle | display_name | created_at
            a1 | harbourlinebank | Harbourline | 2020-01-01
            a2 | harbour_line | Harbourline | 2018-01-01

            organisations
            org_id | name
            o1 | Harbourline

            official_accounts
            org_id | account_id
            o1 | a1
            """,
        ),
        Example(
            "a branch and a poet",
            """
            accounts
            account_id | handle | display_name
            a1 | h1 | Harbourline Oslo
            a2 | h2 | The Solar
            a3 | h3 | The Harbourline
            a4 | h4 | Harbourline café

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Solar
            """,
            finds=(("a2", 0.6631, "possible"), ("a3", 0.6951, "possible")),
        ),
    ),
    references=(
        "Unicode Technical Standard #39, Unicode Security Mechanisms: confusable detection",
        "design/domain.md L2b: likeness needs a deceptive element; whoever used the name first is not the impostor",
        "X, Parody, commentary and fan account policy: the label stands at the start of the name",
    ),
)
