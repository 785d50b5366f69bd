"""What a channel's name says beside the body's: words that every official channel may carry name no other unit."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.text.normal import normal

__all__ = ["bodily", "for_news"]

_LATIN = (
    r"the|official(ly)?|verified|real|new|news(room|desk)?|info(rmation)?|updates?|online|press( office)?|media|channel|account|page"
    r"|tweets?|social|backup|second|2nd|oficial(es)?|offiziell\w*|officiel(le)?|ufficiale|noticias|notícias|nouvelles|actualités?"
    r"|actus?|nachrichten|aktuell\w*|notizie|prensa|presse|canal|kanal|conta|cuenta|compte|konto|resmi|haber(ler)?|новости|официальн\w+"
    r"|الرسمي|الرسمية|الجديد|الجديدة|أخبار|اخبار|حساب|قناة|اليوم"
)
_WORDS = rf"(?i)(^|[^\p{{L}}\p{{N}}])({_LATIN}|[0-9]{{1,2}})($|[^\p{{L}}\p{{N}}])"
_JOINED = (
    "官方账号|官方帐号|官方帳號|官方賬號|官方微博|官方|官微|官博|官号|官號|政务|政務|权威发布|權威發布|发布厅|发布|發布|發佈|在线|資訊|资讯|新聞|新闻"
    "|新号|新號|账号|帐号|帳號|賬號|微信公众号|公众号|公眾號|微博|公式アカウント|公式|お知らせ|공식|소식"
)
_ENDS = rf"^({_JOINED})+|({_JOINED})+$"


def bodily(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return each name's normal form without the words that any channel of a body may carry (null stays null).

    "Official", "News", a number, 发布: they say that this is a channel, not which part of the body speaks. A branch, a place,
    a subject stay. A name of such words alone is kept whole.
    """
    shown = pc.utf8_normalize(names, form="NFKC")
    for _ in range(3):
        shown = pc.replace_substring_regex(shown, pattern=_WORDS, replacement=r"\1 ")
    left = pc.replace_substring_regex(normal(shown), pattern=_ENDS, replacement="")
    return pc.if_else(pc.equal(left, ""), normal(names), left)


_NEWS = (
    r"(?i)(?:^|[^\p{L}\p{N}])(?:news(?:room|desk)?|press(?: office)?|media|noticias|notícias|nouvelles|actualités?|actus?|nachrichten|aktuell\w*|notizie|prensa|presse|haber(?:ler)?|новости|пресс\w*|أخبار|اخبار)"
    r"(?:$|[^\p{L}\p{N}])|新闻|新聞|资讯|資訊|报道|報道|お知らせ|소식|뉴스|보도"
)


def for_news(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each name says that the channel is for news or the press: a purpose of its own, if a common one; null says nothing."""
    return pc.match_substring_regex(pc.utf8_normalize(pc.fill_null(names, ""), form="NFKC"), pattern=_NEWS)
