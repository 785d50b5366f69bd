"""Contacts told in a roundabout way: a code in a picture, a name written backwards, an address with other signs for its own."""

from __future__ import annotations

import re

from aboveboard.text.contacts import Contact

__all__ = ["ASIDES", "asides", "unspaced"]

_PICTURE = (
    r"头像|封面|背景|主页图|横幅|配图|相册|动态|\b(?:my|the|this)\s+(?:pic|pics|picture|photo|avatar|header|banner|pfp|icon|profile|cover)\b|\bpic ?#?\d|\b(?:avatar|pfp|banner|header)\b"
    r"|\b(?:mi|la)\s+(?:foto|portada|imagen)|\b(?:minha|na|a)\s+(?:foto|capa|imagem)|\b(?:ma|la)\s+(?:photo|bannière)|mein\w*\s+(?:bild|foto|profilbild)|аватар|аву|аве|шапк[аеу]|обложк|фот(?:о|ке|ку)"
    r"|صورتي|الصورة|صورة البروفايل|รูปโปรไฟล์|โปรไฟล์|หน้าปก|ảnh (?:đại diện|bìa|của em|em)|\bfoto (?:profil|gue|gw|aku|saya|sampul)|アイコン|ヘッダー|プロフ画|프로필|프사|배경 ?사진|profil (?:resm|foto)\w*|kapak \w+"
)
_READ = (
    r"扫一?扫|扫码|扫了|扫我|识别|长按|截图|相机扫|“?嘀”?一下|\bscan(?:ne[rn]?z?|nen|sione)?\b|\bscan (?:me|it)\b|\bpoint (?:your|ur|the) (?:cam(?:era)?|phone)|\bhold (?:your |ur |the )?phone over|\bopen in lens\b|\bscreenshot\b"
    r"|\bescan[eé]a\w*|\baponta\w* a c[aâ]mera|\bapunta con|сканир|отскан|наведи(?:те)? камер|امسح|صو[ّ]?ر |สแกน|\bqu[eé]t\b|読み取|スキャン|スキャ|스캔|찍어|찍으|\bokut\w*|\btara(?:t|yın)\b"
)
_CODE = r"二[维維]码|二維碼|方块码|收[米款]码|黑白格|小方块|主页码|\bqr\b|\bqr[- ]?code|\bis a code\b|\b(?:the|a) square in\b|\bblack.{1,5}white (?:box|square)|кьюар|qr-?код|квадратик|المربع|สี่เหลี่ยม|ô vuông|\bkotak (?:hitam|di)|四角|큐알|네모|\bkare ?kod"
_NEAR = r"[^。.!?！？\n]{0,40}"
_SHOWN = re.compile(
    rf"(?i)(?:{_PICTURE}){_NEAR}?(?:{_READ})|(?:{_READ}){_NEAR}?(?:{_PICTURE})|(?:{_CODE}){_NEAR}?(?:{_PICTURE}|{_READ})|(?:{_PICTURE}|{_READ}){_NEAR}?(?:{_CODE})"
)
"""Two of three: a picture of this profile, to be read with a camera, and a code in it."""
_OPENLY = re.compile(r"(?i)二维码|\bqr")
"""A code that is called one hides nothing."""

_TURNED = (
    r"倒着|倒过来|反过来|倒序|倒[读念看]|逆序|反着|backwards?\b|\brevers(?:e|ed)\b|\bin a mirror\b|\bmirror(?:ed)?\b|\bflip (?:me|it)\b|al rev[eé]s|ao contr[aá]rio|de tr[aá]s pra frente|[aà] l'envers|r[uü]ckw[aä]rts"
    r"|наоборот|задом наперед|задом наперёд|с конца|بالعكس|بالمقلوب|จากหลัง|กลับหลัง|ngược|\bdibalik\b|\bterbalik\b|逆から|さかさ|거꾸로|tersten"
)
_TURNABLE = r"(?=[\w.@-]*[_.@\d-])(?![\w@-]*\.[.\d])(?:[A-Za-z][A-Za-z0-9._@-]{6,40}[A-Za-z0-9]|\d[A-Za-z0-9._@-]{5,40}[A-Za-z0-9])"
_BACKWARDS = re.compile(
    rf"(?i)(?:{_TURNED})(?:\W{{0,3}}\w{{1,9}}\s?[:：=→])?[^。.!?！？\nA-Za-z0-9]{{0,12}}(?P<after>{_TURNABLE})(?![\w@])|(?<![\w@.])(?P<before>{_TURNABLE})\W{{1,5}}(?:(?:read|just|is|it|this|но|читай\w*|=)\s+){{0,3}}(?:{_TURNED})"
)

_END = r"com|net|org|cn|cc|top|xyz|vip|shop|info|biz|example"
_ENDS = tuple(f".{e}" for e in _END.split("|"))
_SPACED = re.compile(r"(?<![^\W_])(?:[\w@.] ){5,}\w(?![^\W_])")
_BALL = "●⚫🔴🔵🔹🔸⚪○◯〇丶•∙⏺⭕🟢🟡⬤"
_HOST = r"[a-z0-9][a-z0-9-]{2,40}"
_SIGNED = re.compile(
    rf"(?i)(?<![\w@.-])(?P<host>{_HOST})(?:\s?[{_BALL}]\s?|\s+(?=(?:\S+\s+)(?:com|net|org|example))(?:〇|圈|点|點|쩜|점|닷|ドット|どっと|จุด|chấm|nokta|titik|kropka|точка)\s+|(?:点|點)儿?)(?P<end>{_END})(?![\w])"
)
"""A host with a ball for its dot, or its dot in a word that says nothing else between a name and the end of a host."""

_AROUND = re.compile(
    rf"(?i)(?<![\w@.-])(?P<name>[a-z0-9][\w.+-]{{1,30}})\s?(?:(?:[\(\[（【<{{]\s?[^\s()\[\]（）【】@.]{{1,8}}\s?[\)\]）】>}}])|[#﹫🐶🐒🐵🌀]|(?<=[a-z0-9])在(?=[a-z])|\s艾特\s)\s?(?P<host>[a-z0-9][a-z0-9-]{{2,30}})\s?(?:[.․。{_BALL}]|[\(\[（【]\s?[^\s()\[\]（）【】@]{{1,5}}\s?[\)\]）】]|点儿?|點兒?)\s?(?P<end>{_END})(?![\w])"
)
"""A mail address with another sign, or a word in brackets, for @."""

_HEARD = {
    c: str(n)
    for n, row in enumerate(
        (
            "零〇灵玲铃凌聆",
            "一壹幺要依衣腰",
            "二贰儿尔耳",
            "三叁伞",
            "四肆寺",
            "五伍舞午呜武",
            "六陆溜流",
            "七柒漆妻",
            "八捌把吧爸巴",
            "九玖酒久",
        )
    )
    for c in row
}
_SYLLABLES = {"ling": "0", "yao": "1", "yi": "1", "er": "2", "san": "3", "si": "4", "wu": "5", "liu": "6", "qi": "7", "ba": "8", "jiu": "9"}  # fmt: skip
_BY_SOUND = re.compile(rf"(?:[{''.join(_HEARD)}][、,，.·\-— ]?){{6,14}}[{''.join(_HEARD)}](?![一-龥])")
_IN_PINYIN = re.compile(
    rf"(?i)(?<![^\W_])(?:(?:{'|'.join(_SYLLABLES)})[ ·,.\-]?){{6,14}}(?:{'|'.join(_SYLLABLES)})(?![^\W_])"
)
_SYLLABLE = re.compile("|".join(_SYLLABLES))
_ALIKE = str.maketrans("OoIl|SsBZ", "001115582", "- .")
_LETTERED = re.compile(
    r"(?<![\w.-])(?=\d?[OoIl|SsBZ]*\d)(?=[^-. ]*[OolI|SsBZ])[\dOolI|SsBZ]{3}(?P<sign>[-. ])(?=[OolI|SsBZ]*\d)(?=[^-. ]*[OolI|SsBZ])[\dOolI|SsBZ]{2}(?P=sign)?[\dOolI|SsBZ]{2}(?![\w-])"
)
"""A telephone of seven digits in groups, with figures and letters like figures in each."""
_KINDS_OF = 3
"""Different digits of a number that is none by accident."""

ASIDES = rf"(?:\d[OolISBZ]|[OolISBZ]\d)[\dOolISBZ]?[-. ]|(?i:(?:[{''.join(_HEARD)}][、,，.·\-— ]?){{7}}|(?:(?:{'|'.join(_SYLLABLES)})[ ·,.\-]?){{7}}|{_READ}|{_CODE}|{_TURNED}|[{_BALL}﹫․#]\s?[a-z]|[\)\]）】]\s?[a-z0-9-]+\s?[.(（\[【]|点儿?\s?[a-z]|쩜|(?:chấm|nokta|titik|จุด|ドット) [a-z])"
"""An RE2 pattern of which a text must match one to be worth reading for what stands here."""


def asides(text: str) -> list[Contact]:
    """Return what a text tells in a roundabout way: codes in pictures, names backwards, addresses with other signs."""
    return [*_codes(text), *_backwards(text), *_signed(text), *_by_sound(text)]


def _codes(text: str) -> list[Contact]:
    """Return where readers are told to scan a picture of the profile. Its value is the sentence: whoever copies it shares it."""
    return [
        Contact(
            "code",
            " ".join(m.group().casefold().split()),
            *m.span(),
            "" if _OPENLY.search(m.group()) else "a code in a picture",
        )
        for m in _SHOWN.finditer(text)
    ]


def _backwards(text: str) -> list[Contact]:
    found: list[Contact] = []
    for match in _BACKWARDS.finditer(text):
        written = (match["after"] or match["before"])[::-1].casefold()
        digits = re.sub(r"[^\w]", "", written)
        if digits.isdigit() and len(digits) < 7:  # noqa: PLR2004  (the shortest telephone number)
            continue
        if "." in written and "@" not in written and not written.endswith(_ENDS):
            continue
        kind = "phone" if digits.isdigit() else "mail" if "@" in written else "url" if "." in written else "chat"
        found.append(Contact(kind, written, *match.span(), "its letters backwards"))
    return found


def _signed(text: str) -> list[Contact]:
    mails = [
        Contact("mail", f"{m['name']}@{m['host']}.{m['end']}".casefold(), *m.span(), "its signs replaced")
        for m in _AROUND.finditer(text)
    ]
    hosts = [
        Contact("url", f"{m['host']}.{m['end']}".casefold(), *m.span(), "its dot replaced")
        for m in _SIGNED.finditer(text)
        if not any(k.start <= m.start() < k.stop for k in mails)
    ]
    return mails + hosts


def _by_sound(text: str) -> list[Contact]:
    """Read digits as ideographs that sound like them, in pinyin, or as letters like figures in the groups of a number."""
    read = [
        ("".join(_HEARD.get(c, "") for c in m.group()), m, "ideographs that sound like digits")
        for m in _BY_SOUND.finditer(text)
    ]
    read += [
        ("".join(_SYLLABLES[s] for s in _SYLLABLE.findall(m.group().casefold())), m, "digits in pinyin")
        for m in _IN_PINYIN.finditer(text)
    ]
    read += [(m.group().translate(_ALIKE), m, "letters for digits") for m in _LETTERED.finditer(text)]
    return [Contact("phone", digits, *m.span(), how) for digits, m, how in read if len(set(digits)) >= _KINDS_OF]


def unspaced(text: str) -> tuple[str, list[int]]:
    """Return a text with words parted letter by letter joined again, and for each character where it stood; as it was if none is."""
    spaced = [m.span() for m in _SPACED.finditer(text)]
    if not spaced:
        return text, []
    place, out = list[int](), list[str]()
    for n, char in enumerate(text):
        if not (char == " " and any(low < n < high for low, high in spaced)):
            out.append(char)
            place.append(n)
    return "".join(out), place
