"""Look-alikes of invented names, by kind, and hard negatives: names that resemble one and are somebody else's."""

from random import Random
from typing import NamedTuple

from name_mutations import MUTATIONS, mutate
from name_stock import ORGANISATIONS, PEOPLE, Named

__all__ = ["LookAlike", "innocents", "look_alikes"]

PER_KIND = 120
_TRIES = 60


class LookAlike(NamedTuple):
    """A name made after another, and how."""

    kind: str
    mutated: str
    target: str


def look_alikes(seed: int = 0, stock: list[Named] = ORGANISATIONS, count: int = PER_KIND) -> list[LookAlike]:
    """Return `count` look-alikes of every kind, no two the same; each target serves in turn. Same seed, same list."""
    seeded = {kind: Random(f"{seed} {kind}") for kind in MUTATIONS}  # noqa: S311  (repeatable on purpose, guards nothing)
    return [found for kind, rng in seeded.items() for found in _of_kind(rng, kind, stock, count)]


def _of_kind(rng: Random, kind: str, stock: list[Named], count: int) -> list[LookAlike]:
    found: dict[LookAlike, None] = {}
    for _ in range(_TRIES):
        for named in rng.sample(stock, len(stock)):
            bent = mutate(rng, kind, named)
            if bent is not None:
                found[LookAlike(kind, bent, named.name)] = None
            if len(found) == count:
                return list(found)
    return list(found)


_LABELS = {
    "en": "Parody {}|Fans of {}|Not {}|{} Fan Club|Jane at {}|ex-{}|{} North Branch|{} Alumni|{} Running Group|Unofficial {}|{} Workers Union",
    "es": "Parodia de {}|Fans de {}|No oficial {}|María de {}|{} Sucursal Norte",
    "de": "Parodie {}|Fans von {}|Jonas bei {}|{} Filiale Nord|Betriebsrat {}",
    "fr": "Parodie {}|Fans de {}|Luc chez {}|{} Agence Nord",
    "ru": "Пародия {}|Фанаты {}|Бывший {}|{} филиал Север",
    "el": "Παρωδία {}|Φίλοι {}",
    "ar": "محاكاة ساخرة {}|معجبو {}|{} فرع الشمال",
    "he": "פרודיה {}|מעריצי {}|{} סניף צפון",
    "hi": "पैरोडी {}|{} उत्तर शाखा",
    "th": "ล้อเลียน {}|{} สาขาเหนือ",
    "ja": "{}ファンクラブ|パロディ{}|{}北支店|非公式{}",
    "ko": "{} 팬클럽|패러디 {}|{} 북부지점",
    "vi": "Chế {}|Fan {}|{} Chi Nhánh Bắc",
    "tr": "Parodi {}|{} Kuzey Şubesi|{} Taraftarları",
    "zh": "{}后援会|恶搞{}|{}城北分店|{}粉丝团|非官方{}|{}的员工小李|{}存档|{}校友会",
}
_ITSELF = (
    "山田 太郎|日野 未来|木下 本子|田中 由美|人見 入江|ｶﾌｪみどり|つの丸の助|土屋 士郎|大田 太一|佐々木 ノノ|陳大文|張偉國|銀河舊書|旺角黃師傅|嘅士多啤梨|喺度食飯|محمـــد|ســلام|مـريم|علی رضائی|کاوه یزدانی|می‌روم|"
    "क्षत्रिय|ज्ञान‍देव|शक्‍ति|श्रीमती|Nguyễn Thị Hồng|Đặng Văn Đức|Trần Ẩn|Ngân Hà|Işıl Çağrı|İpek Ilgaz|Sıla|Ilhan|👩‍👩‍👧 Familie Maier|🏳️‍🌈 Robin|🇪🇸 Lucía|Zoë|Søren Ærø|Łukasz|Renée|O'Neill|D'Arcy|Jean-Luc|"
    "Иван Петров|Οδυσσέας|דוד לוי|שרה כהן|김민준|이서연|박지후|สมชาย ใจดี|กานดา|Mary-Jane|Ann4|l33tgamer|xX_Shadow_Xx|Anna2000|Bob Burns|Earnest Rn|Wílliam|Noor ✨|🌸Sakura🌸|A·B·C"
)
_FIRST = "张伟 章炜 张玮 李娜 黎娜 王芳 汪芳 刘洋 刘阳 陈静 陈婧 杨帆 杨凡 Anna Ana Anne Jon John Sean Shawn Katherine Catherine Maier Meyer Meier Schmidt Schmitt Мария Марья أحمد أحمدي Linh Ling Işık Isik"
_NICKS = ("{}小王", "{}吃货", "住在{}", "{}人家", "{}老李")
_SERIES = ("第{}中学", "第{}人民医院", "{}号线地铁")
_NUMBERS = "一二三四五六七八九十"


def innocents() -> list[str]:
    """Return names that stand close to a protected one and are another's: neighbours, branches, fans, nicknames, namesakes."""
    labelled = [t.format(o.name) for o in ORGANISATIONS for t in _LABELS[o.language[:2]].split("|")]
    places = sorted({o.name[:2] for o in ORGANISATIONS if o.language == "zh"})
    nicks = [t.format(p) for p in places for t in _NICKS]
    series = [p + t.format(n) for p in places for t in _SERIES for n in _NUMBERS[:5]]
    words = [f"{w} {t}" for o in ORGANISATIONS if o.language == "en" for w in o.name.split()[:1] for t in ("Jane", "Walks", "Library", "Bakery")]  # fmt: skip
    known = {o.name for o in ORGANISATIONS + PEOPLE}
    listed = [*neighbours(), *labelled, *nicks, *series, *words, *_ITSELF.split("|"), *_FIRST.split()]
    return [n for n in dict.fromkeys(listed) if n not in known]


def neighbours() -> list[str]:
    """Return real-looking names one character or one word from a protected one: another place, another kind of body."""
    heads = {
        "Wex": "Dux",
        "Lark": "Park",
        "North": "South",
        "Sable": "Cable",
        "Pell": "Bell",
        "Dusk": "Dawn",
        "Orl": "Arn",
    }
    west = [o.name.replace(a, b, 1) for o in ORGANISATIONS for a, b in heads.items() if o.name.startswith(a)]
    pairs = ("云川=云港", "望海=望江", "青木=青松", "黄石=黄金", "白马=白鹭", "龙江=龙岩", "高田=高塘", "长风=长沙", "玉门=玉溪", "南屏=南平县", "碧水=碧山", "天目=天台", "明月=明光", "东嵩=西嵩")  # fmt: skip
    other = [
        o.name.replace(*p.split("="), 1) for o in ORGANISATIONS for p in pairs if o.name.startswith(p.split("=")[0])
    ]
    ends = ("日报=时报", "大学=小学", "银行=商行", "晚报=早报", "公安局=教育局", "电视台=气象台", " Bank= Park", "Herald=Tribune", "Universität=Stadthalle", "Банк=Парк", "вестник=садовник")  # fmt: skip
    kinds = [o.name.replace(*e.split("="), 1) for o in ORGANISATIONS for e in ends if e.split("=")[0] in o.name]
    return [*west, *other, *kinds]
