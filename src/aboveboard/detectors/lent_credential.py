"""Accounts that stand on somebody else's credential: one number on several people's accounts, another's name, other hands."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.derived.borne_names import one_person
from aboveboard.derived.professions import PROFESSION_TEXTS
from aboveboard.detector import Detector, Mistake, Param, Rows, Sql
from aboveboard.detectors.lent_credential_worlds import EXAMPLES
from aboveboard.tables import Type

_VALID = """
SELECT c.account_id, c.field, c.number_token, c.holder, c.checked_at, a.handle, coalesce(a.display_name, a.handle) AS shown
FROM credentials AS c JOIN accounts AS a ON a.account_id = c.account_id
WHERE coalesce(c.status, 'valid') = 'valid' AND coalesce(c.valid_until > $as_of, true) AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_BEARERS = """
SELECT account_id, field, number_token, row_number() OVER (PARTITION BY field, number_token ORDER BY since, account_id) AS place
FROM (
  SELECT account_id, field, number_token, min(coalesce(checked_at, $as_of)) AS since FROM valid
  GROUP BY account_id, field, number_token
) AS v
"""

_PAIRS = """
SELECT b.account_id, b.field, o.account_id AS owner_id FROM bearers AS b JOIN bearers AS o ON o.field = b.field AND o.number_token = b.number_token
WHERE b.place > 1 AND o.place = 1
"""

_THEIRS = """
SELECT account_id, kind, token FROM tokens JOIN (SELECT account_id FROM pairs UNION SELECT owner_id AS account_id FROM pairs) AS p USING (account_id)
"""

_OWN = """
SELECT DISTINCT p.account_id, p.owner_id, 1 AS own FROM pairs AS p JOIN theirs AS t ON t.account_id = p.account_id
JOIN theirs AS o ON o.account_id = p.owner_id AND o.token = t.token WHERE t.kind IN ('identity', 'device', 'phone', 'payment')
"""

_KNOWN = """
SELECT account_id, count(DISTINCT token) AS identities FROM tokens WHERE kind = 'identity' GROUP BY account_id
"""

_SHARED = """
SELECT p.account_id, p.field, min(p.owner_id) AS owner_id, min(m.identities * n.identities) AS apart
FROM pairs AS p LEFT JOIN own AS s ON s.account_id = p.account_id AND s.owner_id = p.owner_id
LEFT JOIN known AS m ON m.account_id = p.account_id LEFT JOIN known AS n ON n.account_id = p.owner_id
WHERE s.own IS NULL GROUP BY p.account_id, p.field
"""

_TITLED = """
SELECT DISTINCT v.account_id, v.field, v.shown, v.holder FROM valid AS v JOIN profession_texts AS t ON t.account_id = v.account_id AND t.field = v.field
WHERE t.surface = 'display_name' AND t.strength >= 2
"""

_NAMED: Mapping[str, Type] = {
    "account_id": "string", "field": "string", "shown": "string", "holder": "string", "same": "bool",
}  # fmt: skip


def _named(batch: pa.Table) -> pa.Table:
    return batch.append_column("same", one_person(batch["holder"], batch["shown"]))


_MISNAMED = """
SELECT account_id, field, 1 AS other FROM named GROUP BY account_id, field HAVING NOT max(same)
"""

_USED = """
SELECT v.account_id, v.field, v.checked_at, e.device_token, min(e.started_at) AS came, max(e.started_at) AS went, min(e.network_token) AS network
FROM (SELECT account_id, field, max(checked_at) AS checked_at FROM valid GROUP BY account_id, field) AS v JOIN sessions AS e ON e.account_id = v.account_id
WHERE e.started_at <= $as_of GROUP BY v.account_id, v.field, v.checked_at, e.device_token
"""

_MOVED = """
SELECT account_id, field, hands FROM (
  SELECT u.account_id, u.field, count(DISTINCT CASE WHEN u.came > u.checked_at AND o.network IS NULL THEN u.network END) AS hands,
    max(CASE WHEN u.came <= u.checked_at THEN u.went END) AS left_at, min(CASE WHEN u.came > u.checked_at THEN u.came END) AS came_at
  FROM used AS u LEFT JOIN (SELECT DISTINCT account_id, network FROM used WHERE came <= checked_at) AS o ON o.account_id = u.account_id AND o.network = u.network
  GROUP BY u.account_id, u.field
) AS hand_over WHERE hands >= $hands AND left_at < came_at
"""

_FOUND = """
SELECT v.account_id, v.handle, v.field, v.field AS scope, [s.owner_id] AS related, m.hands,
  concat(CASE WHEN s.account_id IS NULL THEN '' ELSE '; its number is on an account that had it before' END,
    CASE WHEN s.apart IS NULL THEN '' ELSE ', whose holder was identified as somebody else' END,
    CASE WHEN n.other IS NULL THEN '' ELSE '; the name and title shown are not those it was issued to' END,
    CASE WHEN m.hands IS NULL THEN '' ELSE concat('; since the check all its devices are others, on ', CAST(m.hands AS VARCHAR), ' new networks') END) AS more,
  round(1 - CAST(0.7 AS DOUBLE) * CASE WHEN s.account_id IS NULL THEN CAST(1 AS DOUBLE) ELSE 0.6 END * CASE WHEN s.apart IS NULL THEN CAST(1 AS DOUBLE) ELSE 0.4 END
    * CASE WHEN n.other IS NULL THEN CAST(1 AS DOUBLE) ELSE 0.4 END * CASE WHEN m.hands IS NULL THEN CAST(1 AS DOUBLE) ELSE 0.7 END, 4) AS score,
  CASE WHEN s.apart IS NOT NULL OR n.other IS NOT NULL OR (s.account_id IS NOT NULL AND m.hands IS NOT NULL) THEN 'likely' ELSE 'possible' END AS tier,
  [CASE WHEN s.account_id IS NOT NULL OR n.other IS NOT NULL THEN 'document' END, CASE WHEN s.apart IS NOT NULL THEN 'identity' END,
    CASE WHEN n.other IS NOT NULL THEN 'profile' END, CASE WHEN m.hands IS NOT NULL THEN 'device' END] AS classes
FROM (SELECT account_id, field, min(handle) AS handle FROM valid GROUP BY account_id, field) AS v
LEFT JOIN shared AS s ON s.account_id = v.account_id AND s.field = v.field
LEFT JOIN misnamed AS n ON n.account_id = v.account_id AND n.field = v.field
LEFT JOIN moved AS m ON m.account_id = v.account_id AND m.field = v.field
WHERE coalesce(s.account_id, n.account_id, m.account_id) IS NOT NULL
"""

LENT_CREDENTIAL = Detector(
    name="lent_credential",
    version="1",
    violation="unqualified_professional",
    about=(
        "A credential belongs to one person. It is lent where its number stands on accounts of several people, where the account bears a "
        "title beside a name that cannot be that of whom it was issued to, or where after the check every device was replaced at once by "
        "others on new networks. The account that had the credential first is never accused: its holder may not know. Other hands alone, "
        "or one number without known identities, are possible; another person's identity, another's name beside the title, or two of these are likely. The holder's "
        "name is compared and never shown. Score: doubt starts at 0.7, times 0.6 for the number, 0.4 for another identity, 0.4 for another's name, 0.7 for other hands."
    ),
    reads={
        "accounts": "account_id handle display_name? status?",
        "credentials": "account_id field status? valid_until? number_token? holder? checked_at?",
        "profession_texts": "account_id field surface strength",
        "tokens?": "account_id kind token",
        "sessions?": "account_id started_at device_token network_token",
    },
    derives=(PROFESSION_TEXTS,),
    params={"hands": Param(2, "networks", 1, 100, "fewest new networks of devices that came after the check")},
    classes=("document", "identity", "profile", "device"),
    steps=(
        Sql("valid", _VALID),
        Sql("bearers", _BEARERS),
        Sql("pairs", _PAIRS),
        Sql("theirs", _THEIRS),
        Sql("own", _OWN),
        Sql("known", _KNOWN),
        Sql("shared", _SHARED),
        Sql("titled", _TITLED),
        Rows("named", "titled", _named, _NAMED),
        Sql("misnamed", _MISNAMED),
        Sql("used", _USED),
        Sql("moved", _MOVED),
        Sql("found", _FOUND),
    ),
    says="the credential of {handle} in {field} may be somebody else's{more}",
    mistakes=(
        Mistake(
            "One person has a private and a practice account.",
            "accounts that share an identity, a device, a telephone or a payment are one person's",
            "one person's two accounts, a married name, a nickname",
        ),
        Mistake(
            "A married name, a nickname, another script.",
            "names that share a word are one person's; a name without a title says nothing; scripts that differ cannot be compared",
            "one person's two accounts, a married name, a nickname",
        ),
        Mistake(
            "A new telephone, a new home, an assistant who posts.",
            "all devices must have changed at once, onto several new networks, and that alone is only possible",
            "new telephones at home, old ones still in use",
        ),
        Mistake(
            "Its number was stolen, and the thief asks the first to explain.",
            "the account that was checked first is only named as related",
            "one number on several people's accounts",
        ),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md L2c: holder-is-operator check, lending to agencies; T4 credential: none, expired, forged, lent",
    ),
)
