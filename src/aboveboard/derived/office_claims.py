"""Profiles that claim an office: a bio that says it speaks for somebody, a badge drawn with letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Rows, Sql
from aboveboard.names.cues import stretches
from aboveboard.names.folding import fold
from aboveboard.tables import Type

__all__ = ["OFFICE_CLAIMS", "claim_in", "denies"]

_SAYS = (
    r"official(?:ly)?[\s\w]{0,20}\b(?:account|page|profile|channel|support|help ?desk|twitter|handle)",
    r"official (?:account|page|profile|channel|support)",
    r"(?:customer|client) (?:support|service|care)",
    r"(?:support|help ?desk|service cent(?:er|re)) (?:team|account|line|of)",
    r"(?:this is|we are) the (?:official|real|only)",
    r"(?:verified|authentic) (?:account|page|profile)",
    r"(?:cuenta|página|perfil|canal|soporte) oficial", r"atención al cliente", r"(?:conta|página) oficial",
    r"(?:compte|page|profil|service) officiel", r"service client", r"(?:offizielle[rs]?|offizieller) \w+", r"kundendienst",
    r"(?:account|profilo|pagina) ufficiale", r"resm[iî] (?:hesa|sayfa)\w*", r"müşteri hizmetleri", r"tài khoản chính thức",
    r"trang chính thức", r"официальн\w+ (?:аккаунт|страниц\w+|канал|профиль|представител\w+)", r"служба поддержки",
    r"επίσημος λογαριασμός", r"επίσημη σελίδα", r"الحساب الرسمي", r"الصفحة الرسمية", r"خدمة العملاء", r"الدعم الفني",
    r"החשבון הרשמי", r"העמוד הרשמי", r"आधिकारिक (?:खाता|अकाउंट|पेज)", r"บัญชี(?:ทางการ|อย่างเป็นทางการ)", r"เพจทางการ",
    r"公式(?:アカウント|ページ|サポート|サイト)", r"お客様(?:サポート|センター)", r"공식 ?(?:계정|채널|페이지)", r"고객 ?센터",
    r"官方(?:唯一|账号|帳號|帐号|账户|微博|客服|认证|認證|号|號|平台|服务|服務)", r"(?:唯一|为|為|系|是)[^,。,;;]{0,24}官方",
    r"(?:账号|帳號|帐号|本号)[^,。]{0,24}官方", r"(?:官微|官网|官號|官号|客服|客户服务|售后)",
)  # fmt: skip
"""What a profile says when it speaks for an organisation, in normal lower-case text."""

_DENIES = (
    r"\b(?:un|non-?)official", r"\bnot (?:an? |the )?official", r"not (?:affiliated|associated|endorsed)", r"no affiliation", r"\bparody\b",
    r"\bsatire\b", r"\bfan(?:s|page)?\b", r"fan (?:account|club|page)", r"\bunaffiliated\b", r"\bi work\b",
    r"\b(?:works?|working|worked|employee|staff|intern|engineer|developer|manager|volunteer|student|partner|reseller|dealer)\b",
    r"\b(?:former(?:ly)?|ex-)", r"\bnicht offiziell", r"inoffiziell", r"non officiel", r"no oficial", r"não oficial", r"parodi[aeo]",
    r"неофициальн", r"пародия", r"غير رسمي", r"لا يمثل", r"ساخر", r"非官方", r"非公式", r"不代表", r"粉丝", r"粉絲", r"后援会", r"戏仿", r"恶搞",
    r"员工", r"비공식", r"ファン",
)  # fmt: skip
"""What a profile says when it does not."""

_BADGES = r"[✓✔✅☑🗸🔵☑︎🎖]|:(?:verified|check|official|blue_?check|white_check_mark)[a-z_]*:|\((?:verified|official)\)|【(?:官方|认证)】"

_CLAIMS: Mapping[str, Type] = {
    "account_id": "string", "said": "string", "badge": "string", "stretch": "string",
}  # fmt: skip
_SHOWN = 60


def _lowered(texts: pa.Array) -> pa.Array:
    return pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC"))


def denies(texts: pa.Array) -> pa.Array:
    """Tell, for each text about oneself, whether it says it does not speak for the organisation: fan, parody, staff."""
    return pc.fill_null(pc.match_substring_regex(_lowered(texts), "|".join(_DENIES)), False)


def claim_in(text: str) -> str:
    """Return the words in which a text (as written) claims an office; empty for none."""
    found = _PATTERN.search(text.lower())
    return found.group()[:_SHOWN].strip() if found else ""


_PATTERN = re.compile("|".join(_SAYS))


def _claims(batch: pa.Table) -> pa.Table:
    """Keep the profiles that claim something. One row a stretch of the bio that could name whom it speaks for."""
    bios, names = _lowered(batch["bio"]), batch["display_name"]
    claims = pc.fill_null(pc.match_substring_regex(bios, "|".join(_SAYS)), False)
    badges = pc.fill_null(pc.match_substring_regex(names, _BADGES), False)
    speaks = pc.and_(claims, pc.invert(denies(batch["bio"])))
    kept = pc.or_(speaks, badges)
    some, spoken = batch.filter(kept), bios.filter(kept)
    said = [
        claim_in(b or "") if s else "" for b, s in zip(spoken.to_pylist(), speaks.filter(kept).to_pylist(), strict=True)
    ]
    badge = [" ".join(re.findall(_BADGES, n or ""))[:_SHOWN] for n in some["display_name"].to_pylist()]
    runs = [_runs(w if s else None) for w, s in zip(fold(some["bio"]).words.to_pylist(), said, strict=True)]
    lists = pa.array(runs, pa.list_(pa.string()))
    rows = pc.list_parent_indices(lists)
    columns = {
        "account_id": some["account_id"],
        "said": pa.array(said, pa.string()),
        "badge": pa.array(badge, pa.string()),
    }
    return pa.table({**{c: v.take(rows) for c, v in columns.items()}, "stretch": pc.list_flatten(lists)})


def _runs(words: str | None) -> list[str]:
    return [*stretches(words), words.replace(" ", "")] if words else [""]


OFFICE_CLAIMS = Derived(
    name="office_claims",
    about=(
        "Profiles that claim an office: the words in the bio (`said`), a badge drawn in the display name (`badge`), and the "
        "folded stretches of the bio that could name whom it speaks for, one a row. Fans, parodies and staff who say so are left out."
    ),
    reads={"accounts": "account_id display_name? bio?"},
    steps=(
        Sql("profiles", "SELECT account_id, display_name, bio FROM accounts"),
        Rows("office_claims", "profiles", _claims, _CLAIMS),
    ),
    columns=_CLAIMS,
)
