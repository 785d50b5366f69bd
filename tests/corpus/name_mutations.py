"""The sixteen ways to bend a name so that people still read it, one function each. None where a name offers no hold."""

import unicodedata
from random import Random

import name_shapes as shapes
from name_stock import Named

_PLAIN = 0x250
"""Letters below are Latin."""


def _swapped(rng: Random, name: str, table, share: float, least: int = 1) -> str | None:
    """Swap some of the letters the table knows, at least one, each for one of its look-alikes."""
    held = [n for n, c in enumerate(name) if table.get(c)]
    if len(held) < least:
        return None
    chosen = set(rng.sample(held, max(least, round(len(held) * share))))
    return "".join(rng.choice(table[c]) if n in chosen else c for n, c in enumerate(name))


def _pieces(name: str) -> list[str]:
    """Return the letters with their marks: what a reader sees as one."""
    pieces: list[str] = []
    for letter in name:
        joined = pieces and (unicodedata.category(letter).startswith("M") or pieces[-1][-1] in "\u094d\u0e40\u0e41\u0e42\u0e43\u0e44")  # fmt: skip
        if joined:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _joined(name: str) -> bool:
    """Tell whether the script joins its letters, so that nothing visible may come between them."""
    return any(unicodedata.name(c, "").split()[0] in {"ARABIC", "DEVANAGARI", "THAI"} for c in name)


def _latin(name: str) -> bool:
    return all(ord(c) < _PLAIN for c in name)


def styled(rng, named):
    table = shapes.styled()
    if shapes.han(named.name[0]):
        return _swapped(rng, named.name, table, 1.0)
    return _swapped(rng, named.name, table, rng.choice((0.5, 1.0)), 4)


def radical(rng, named):
    return _swapped(rng, named.name, shapes.radicals(), rng.choice((0.3, 1.0)))


def squared(rng, named):
    bold = named.name.upper() if _latin(named.name) else named.name
    return _swapped(rng, bold, shapes.squared(), 1.0)


def variant(rng, named):
    return _swapped(rng, named.name, shapes.VARIANTS, rng.choice((0.4, 1.0)))


def near_shape(rng, named):
    return _swapped(rng, named.name, shapes.NEAR, 0.2)


def homophone(rng, named):
    spots = [n for n, c in enumerate(named.name) if shapes.han(c) and shapes.readings(c)]
    if named.language in {"zh", "zh-Hant"} and spots:
        letters = list(named.name)
        for spot in rng.sample(spots, min(len(spots), rng.choice((1, 1, 2)))):
            readings = shapes.readings(letters[spot])
            syllable = readings[0] if rng.random() < 0.8 else rng.choice(readings)
            letters[spot] = rng.choice(
                [c for c in shapes.spoken()[shapes.sound(syllable)] if c != letters[spot]] or [letters[spot]]
            )
        return "".join(letters)
    return _respelled(rng, named) if named.language in {"en", "ko"} else None


_SOUNDS = {
    "en": ("qu=kw", "ck=k", "ks=x", "ph=f", "air=are", "or=aw", "ee=ea", "ei=ie", "c=k", "f=ph", "k=ck"),
    "ko": ("새=세", "대=데", "봄=범", "결=껼", "내=네", "계=게", "해=헤"),
}


def _respelled(rng, named):
    usable = [p.split("=") for p in _SOUNDS[named.language] if p.split("=")[0] in named.name]
    return named.name.replace(*rng.choice(usable), 1) if usable else None


def pinyin(rng, named):
    if named.language != "zh":
        return None
    syllables = [shapes.readings(c)[0] for c in named.name]
    cut = rng.randrange(2, len(syllables) - 1) if len(syllables) > 3 else 2
    first = "".join(s[0] for s in syllables)
    forms = ["".join(syllables), " ".join(syllables), "".join(syllables[:cut]) + named.name[cut:],
             named.name[:cut] + "".join(syllables[cut:]), first[:cut] + named.name[cut:], named.name[:cut] + first[cut:]]  # fmt: skip
    if len(syllables) >= 4:
        forms += [first.upper(), "".join(syllables[:cut]).capitalize() + " " + "".join(syllables[cut:]).capitalize()]
    return rng.choice(forms)


def split(rng, named):
    return _swapped(rng, named.name, {k: [v] for k, v in shapes.PARTS.items()}, rng.choice((0.2, 0.7)))


_UNSEEN = [chr(c) for c in (0x200B, 0x2060, 0xFEFF, 0xAD, 0xFE00, 0xFE0E, 0xE0101, 0xE0041, 0xE007F, 0x200E, 0x2066, 0x2069, 0x202A, 0x180E, 0x3164, 0x034F)]  # fmt: skip


def hidden(rng, named):
    if not _joined(named.name) and rng.random() < 0.2:
        cut = rng.randrange(len(named.name) - 1)
        tail = named.name[cut:]
        return f"{named.name[:cut]}\u202e{''.join(reversed(_pieces(tail)))}\u202c"
    pieces = _pieces(named.name)
    for _ in range(rng.choice((1, 2, 4))):
        pieces.insert(rng.randrange(1, len(pieces)), rng.choice(_UNSEEN))
    return "".join(pieces)


def homoglyph(rng, named):
    return _swapped(rng, named.name, shapes.GLYPHS, rng.choice((0.2, 1.0)))


_LEET = {k: list(v) for k, v in {"a": "4@", "e": "3", "s": "5$", "o": "0", "i": "1!", "l": "1", "t": "7", "b": "8", "g": "9"}.items()}  # fmt: skip


def leet(rng, named):
    table = {**_LEET, **{k.upper(): v for k, v in _LEET.items()}}
    return _swapped(rng, named.name, table, rng.choice((0.3, 0.6, 1.0)))


_GRAMS = ("m=rn", "rn=m", "w=vv", "d=cl", "l=I", "I=l", "l=1", "cl=d", "nn=m", "u=ii")


def repeat(rng, named):
    usable = [g.split("=") for g in _GRAMS if g.split("=")[0] in named.name]
    if usable and rng.random() < 0.5:
        return named.name.replace(*rng.choice(usable), rng.choice((1, -1)))
    pieces = _pieces(named.name)
    spot = rng.choice([n for n, p in enumerate(pieces) if p != " "])
    pieces[spot] *= rng.choice((2, 2, 3))
    return "".join(pieces)


_WEDGES = [*"·._-|•/~ ", "🌸", "✨", "🔥", "⭐️", "👍🏽"]


def separator(rng, named):
    words = named.name.split(" ")
    if _joined(named.name):
        return rng.choice(_WEDGES[:8]).join(words) if len(words) > 1 else None
    wedge = rng.choice([*_WEDGES, "の", "丶"] if any(map(shapes.han, named.name)) else _WEDGES)
    pieces = [p for p in _pieces(named.name) if p != " "]
    if rng.random() < 0.6:
        return wedge.join(pieces)
    spot = rng.randrange(1, len(pieces))
    return "".join([*pieces[:spot], wedge, *pieces[spot:]])


_AFFIXES = {
    "en": "Official {}|{} Official|{} Support|{} Customer Service|{} Help Desk|{} Helpdesk|The Real {}|{} V|{} Verified|{}_official|{} Care Team",
    "es": "{} Oficial|{} Soporte|Atención al Cliente {}|{} Ayuda|Cuenta Oficial {}",
    "de": "{} Offiziell|{} Kundenservice|Offizielles Konto {}|{} Hilfe|{} Kundendienst",
    "fr": "{} Officiel|Service Client {}|{} Assistance|Compte Officiel {}",
    "ru": "{} Официальный|{} Поддержка|Служба поддержки {}|Официальный аккаунт {}|{} Помощь",
    "el": "{} Επίσημο|Υποστήριξη {}|Εξυπηρέτηση Πελατών {}",
    "ar": "{} الرسمي|الحساب الرسمي {}|دعم {}|خدمة عملاء {}",
    "he": "{} רשמי|שירות לקוחות {}|{} תמיכה",
    "hi": "{} आधिकारिक|{} सहायता|{} ग्राहक सेवा",
    "th": "{} ทางการ|{} ช่วยเหลือ|ฝ่ายบริการลูกค้า {}",
    "ja": "{}公式|【公式】{}|{}カスタマーサポート|{}サポート|{}お客様センター",
    "ko": "{} 공식|{} 고객센터|{} 공식계정|{} 지원",
    "vi": "{} Chính Thức|Hỗ Trợ {}|Chăm Sóc Khách Hàng {}|{} CSKH",
    "tr": "{} Resmi|{} Destek|{} Müşteri Hizmetleri|Resmi Hesap {}",
    "zh": "{}官方|{}客服|官方{}|{}小号|{}二号|{}官方账号|{}V|{}服务中心|{}人工客服|{}认证|{}官微|{}小助手",
}


def affix(rng, named):
    return rng.choice(_AFFIXES[named.language[:2]].split("|")).format(named.name)


def order(rng, named):
    words = named.name.split(" ")
    if len(words) == 1 and shapes.han(named.name[-1]) and len(named.name) > 3:
        return named.name[-2:] + named.name[:-2]
    turned = words[1:] + words[:1] if rng.random() < 0.5 else words[::-1]
    return " ".join(turned) if turned != words else None


_SEQUELS = {
    "en": "{} 2.0|{} is back|{} back again|{} new account|{} returns|{} reborn|{} v2|{} II",
    "es": "{} 2.0|{} ha vuelto|{} cuenta nueva|{} el regreso",
    "de": "{} 2.0|{} ist zurück|{} neues Konto|{} wieder da",
    "fr": "{} 2.0|{} est de retour|{} nouveau compte|{} le retour",
    "ru": "{} 2.0|{} вернулся|{} новый аккаунт|{} снова здесь",
    "el": "{} 2.0|{} επέστρεψε|{} νέος λογαριασμός",
    "ar": "{} 2.0|{} عاد|{} حساب جديد|{} الحساب الجديد",
    "he": "{} 2.0|{} חזר|{} חשבון חדש",
    "hi": "{} 2.0|{} वापस|{} नया खाता",
    "th": "{} 2.0|{} กลับมาแล้ว|{} บัญชีใหม่",
    "ja": "{}2.0|{}復活|{}新アカウント|{}帰ってきた|{}新垢",
    "ko": "{} 2.0|{} 돌아왔다|{} 새 계정|{} 복귀",
    "vi": "{} 2.0|{} trở lại|{} tài khoản mới",
    "tr": "{} 2.0|{} geri döndü|{} yeni hesap",
    "zh": "{}2.0|{}回来了|{}新号|{}原号被封|{}归来|{}又回来了|{}(新号)|{}重生|{}大号被封",
}


def sequel(rng, named):
    return rng.choice(_SEQUELS[named.language[:2]].split("|")).format(named.name)


MUTATIONS = {
    f.__name__: f
    for f in (styled, radical, squared, variant, near_shape, homophone, pinyin, split, hidden, homoglyph, leet, repeat, separator, affix, order, sequel)
}  # fmt: skip
"""Kind to its mutation, in the order and spelling of `names.likeness.KINDS`."""


def mutate(rng: Random, kind: str, named: Named) -> str | None:
    """Return the name bent in one way, or none where it offers no hold or did not change."""
    bent = MUTATIONS[kind](rng, named)
    return None if bent is None or bent == named.name else bent
