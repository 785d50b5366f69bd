"""The other ways in which a body's own name is written: without small words, abbreviated, otherwise inflected, elided.

University of Marlock is Marlock Uni, Hälmstädter Tageblatt is Tageblatt Hälmstadt, Ilgazören Belediyesi is Belediye Ilgazören,
شركة ظلال للاتصالات is اتصالات ظلال. Abbreviations and endings are written down from general knowledge, language by language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice

from aboveboard.names.body_words import in_english
from aboveboard.names.expansions import SMALL, spelled_out

__all__ = ["versions", "without_form", "written_as_one"]

_ABBREVIATED = (
    "university=uni/univ universities=unis department=dept/dep government=govt/gov ministry=min hospital=hosp county=co/cty association=assoc/assn international=intl national=natl/nat municipality=mun municipal=mun "
    "company=co corporation=corp limited=ltd institute=inst academy=acad college=coll police=pd telecommunications=telecom/telco telecom=tel technology=tech technologies=tech authority=auth committee=cttee commission=comm society=soc "
    "foundation=fdn federation=fed library=lib museum=mus school=sch electric=elec electricity=elec insurance=ins exchange=ex airlines=air airways=air broadcasting=bcast services=svcs management=mgmt development=dev administration=admin agency=agcy cooperative=coop co|operative=coop "
    "football|club=fc credit|union=cu school|district=sd police|department=pd fire|department=fd water|district=wd savings|bank=sb "
    "cooperativa=coop cooperative=coop ayuntamiento=ayto/ayunt gobierno=gob ministerio=min universidad=uni/univ diputacion=dip policia=pol sociedad=soc compania=cia instituto=inst departamento=dpto/depto club|deportivo=cd futbol|club=fc "
    "prefeitura=pref universidade=uni/univ governo=gov secretaria=sec companhia=cia esporte|clube=ec futebol|clube=fc camara|municipal=cm "
    "universite=univ/uni gouvernement=gouv ministere=min hopital=hop centre|hospitalier=ch conseil|departemental=cd prefecture=pref association=asso societe=ste football|club=fc "
    "universitat=uni/univ hochschule=hs krankenhaus=kh klinikum=klinik verwaltung=verw ministerium=min gesellschaft=ges verein=ver landkreis=lk stadtverwaltung=stadt sportverein=sv fussball|club=fc "
    "universita=uni/univ ministero=min ospedale=osp azienda|ospedaliera=ao societa=soc associazione=ass comune=com "
    "belediyesi=bld/bel/belediye buyuksehir|belediyesi=bb universitesi=uni/univ/universite bankasi=bank/banka hastanesi=hastane gazetesi=gazete kulubu=kulup spor|kulubu=sk/spor bakanligi=bakanlik sirketi=sirket mudurlugu=mudurluk valiligi=valilik dernegi=dernek vakfi=vakif "
    "pemerintah|kota=pemkot pemerintah|kabupaten=pemkab pemerintah|provinsi=pemprov universitas=univ/unv rumah|sakit=rs rumah|sakit|umum|daerah=rsud kementerian=kemen "
    "ngan|hang=nh/bank thanh|pho=tp thi|xa=tx thi|tran=tt benh|vien=bv dai|hoc=dh uy|ban|nhan|dan=ubnd cong|an=ca cong|ty=cty bo=bo bao=báo|điện|tử truong|dai|hoc=dh da|khoa=dk tap|doan=td "
    "uniwersytet=uni/uw ministerstwo=min szpital=szp bank=bk "
    "университет=универ/ун администрация=адм правительство=прав министерство=мин городская|больница=гб больница=бца футбольный|клуб=фк акционерное|общество=ао "
)  # fmt: skip
"""Words for a body, without their marks, and what people write for them."""

_ENDINGS = (
    # German: of a town; Russian: of a town, as an adjective and by itself
    ("[aä]dter$", "adt"), ("städter$", "städt"), ("(?<=[a-z]{4})er$", ""), ("(?<=[a-z]{3})ner$", "en"),
    ("(?<=[а-я]{3})ска$", "ск"), ("(?<=[а-я]{3})ска?$", "ская"), ("(?<=[а-я]{3})ска?$", "ский"), ("(?<=[а-я]{3})ска?$", "ское"), ("(?<=[а-я]{3})ская$", "ск"), ("(?<=[а-я]{3})ский$", "ск"),
    ("(?<=[а-я]{3})ья$", "ье"), ("(?<=[а-я]{3})лжья$", "лжский"), ("(?<=[а-я]{3})рья$", "рский"), ("(?<=[а-я]{3})чья$", "ченский"), ("(?<=[а-я]{3})ы$", "а"), ("(?<=[а-я]{3})ии$", "ия"), ("(?<=[а-я]{3})ова$", "ов"), ("(?<=[а-я]{3})ино$", "инский"),
    # English: possessive; Arabic: for the, and the, and of the, of
    ("(?<=[a-z]{3})s$", ""), ("^لل(?=.{3})", ""), ("^لل(?=.{3})", "ال"), ("^وال(?=.{3})", "ال"), ("^ال(?=.{3})", ""), ("^ال(?=.{3})", "لل"), ("^(?=[\u0621-\u064a]{4})(?!ال)", "ل"),
)  # fmt: skip
"""Endings of one word of a name, and what stands for them where the name is put otherwise."""

_COMPANIES = frozenset(["شركة", "مؤسسة", "مجموعة", "company", "co", "the", "gruppe"])
"""Words for a company that a name of several others loses."""

_ELIDED = re.compile(r"\b(?:d|l|dell|dall|nell|sull|all|qu)['\u2019](?=\w)", re.IGNORECASE)
_MOST, _LEAST = 16, 8


@cache
def _short() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for pair in _ABBREVIATED.split():
        whole, short = pair.split("=")
        words = tuple(whole.split("|"))
        found[words] = tuple(dict.fromkeys((*found.get(words, ()), *short.split("/"))))
    return found


_LONGEST = 4


@lru_cache(maxsize=65_536)
def versions(name: str) -> tuple[str, ...]:
    """Return a name of several words, in small letters, in at most sixteen other ways; none that has too few letters."""
    every = tuple(_words(name))
    words = without_form(every)
    if (
        len(words) < _LEAST_WORDS
        or len(words) > _MOST_WORDS
        or any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in name)
    ):
        return ()
    bare = tuple(w for w in words if w not in SMALL)
    plain = " ".join(every)
    made = (
        " ".join(way)
        for way in (
            *(() if words == every else (words,)),
            bare,
            *in_english(bare, tuple(map(_unmarked, bare))),
            *_shortened(words),
            *_shortened(bare),
            *_inflected(bare),
            *_without_company(bare),
            *_compounds_turned(words),
        )
    )
    ways = dict.fromkeys(way for way in made if way != plain and len(way) - way.count(" ") >= _LEAST and " " in way)
    return tuple(islice(ways, _MOST))


_FORMS = (
    "ag gmbh mbh kg ohg ug eg e|g e|v ev se sa s|a sas s|a|s sarl s|a|r|l spa s|p|a srl s|r|l sl s|l slu ltda s|a|de|c|v nv n|v bv b|v vof cvba oy oyj ab aktiebolag as a|s asa aps a|p|s hf ehf kft zrt nyrt rt doo d|o|o dd d|d ad ead "
    "sro s|r|o as|cr sp|z|o|o sp|z|oo s|r|l|de uab oü sia plc llp lp ltd limited inc incorporated corp corporation co company llc pty pt tbk cv ud sdn|bhd bhd sdn berhad pte pvt pjsc jsc ojsc cjsc psc llp fzco fze wll bsc spc pcl "
    "a|ş aş anonim|şirketi ltd|şti şti san tic ооо оао зао пао ао ип ооо тов прат пат тзов ад оод еоод ειπε αε α|ε επε ε|π|ε ικε εε בעמ בע|מ חלץ ش|م|م ش|م|ك ذ|م|م المحدودة المساهمة जन|हित प्रा|लि लिमिटेड प्राइवेट লিমিটেড จำกัด มหาชน công|ty|cổ|phần công|ty|tnhh tnhh jsc"
)
_LEGAL = frozenset(tuple(form.split("|")) for form in _FORMS.split())


def without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without its legal form, at either end, where at least two others are left."""
    for _ in range(_FORMED):
        for size in range(min(_LONGEST, len(words) - _LEAST_WORDS), 0, -1):
            if words[-size:] in _LEGAL:
                words = words[:-size]
                break
            if words[:size] in _LEGAL:
                words = words[size:]
                break
    return words


_FORMED = 3
"""Legal forms that stand together: GmbH & Co. KG, Pvt Ltd."""

_LEAST_WORDS, _MOST_WORDS = 2, 7


def _words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFC", _ELIDED.sub(" ", name)).casefold().replace("'", "").replace("\u2019", "")
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in bare).split()


def _shortened(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return words with one or more of them, one after the other, abbreviated."""
    plain = tuple(map(_unmarked, words))
    found = list[tuple[str, ...]]()
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            found += [
                (*words[:at], *short.split("|"), *words[at + size :])
                for short in _short().get(plain[at : at + size], ())
            ]
    return found


def _inflected(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return words with one of them in another form."""
    found = list[tuple[str, ...]]()
    for at, word in enumerate(words):
        for form in dict.fromkeys((word, _unmarked(word))):
            if form.isascii() and not form.endswith(_ENDING_ASCII):
                continue  # as most words do: no ending of theirs changes
            ways = (end.sub(other, form) for end, other in _endings())
            found += [(*words[:at], way, *words[at + 1 :]) for way in dict.fromkeys(ways) if way not in (word, form)]
    return found


_ENDING_ASCII = ("er", "s")
"""How a word of plain letters ends that has another ending in `_ENDINGS`."""


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(end), other) for end, other in _ENDINGS)


def _without_company(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    if len(words) <= _LEAST_WORDS or words[0] not in _COMPANIES:
        return []
    rest = words[1:]
    return [rest, *_inflected(rest)]


def _compounds_turned(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return words with two compounds of one ending the other way round: Tolli ja Maksuamet for Maksu- ja Tolliamet."""
    found = list[tuple[str, ...]]()
    for at in (n for n, w in enumerate(words) if w in _AND and 0 < n < len(words) - 1):
        first, last = words[at - 1], words[at + 1]
        cuts = range(_LEAST_HEAD, len(last) - _LEAST_TAIL + 1) if len(last) >= _LEAST_COMPOUND else ()
        found += [(*words[: at - 1], last[:cut], words[at], f"{first}{last[cut:]}", *words[at + 2 :]) for cut in cuts]
    return found


_AND = frozenset("ja és es und og och en ir un i и та".split())  # noqa: SIM905  (a line of words reads better than eleven quoted ones)
_LEAST_HEAD, _LEAST_TAIL, _LEAST_COMPOUND = 3, 4, 8
"""Letters of a compound, and of the two words that it is made of."""


def _unmarked(word: str) -> str:
    if word.isascii():
        return word
    return (
        "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        .replace("ı", "i")
        .replace("đ", "d")
    )


def written_as_one(words: str) -> list[str]:
    """Return words written as one the other way round, and with the last first or the first last; with ä as ae too."""
    ways = dict[str, None]()
    for text in dict.fromkeys((words, spelled_out(words))):
        every = text.split(" ")
        ways |= dict.fromkeys("".join(way) for way in (every[::-1], every[-1:] + every[:-1], every[1:] + every[:1]))
    return list(ways)
