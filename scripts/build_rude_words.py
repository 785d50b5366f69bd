"""Compile the shipped list of rude words from public lists: `src/aboveboard/text/data/rude_words.tsv`.

    .venv/bin/python scripts/build_rude_words.py --data ../shared/data

Sources: LDNOOBW (Shutterstock and contributors, CC BY 4.0) and cuss (Titus Wormer and contributors, MIT). A word of a
language both know is kept where both have it and cuss is surest of it; a word only LDNOOBW knows is kept where it is long
enough not to be part of others. Left out: words of anatomy, medicine, trade and family, single ideographs, words that groups
use of themselves, and numbers. The same data give the same file.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from aboveboard.text.people import DIALECT, GROUPS

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "aboveboard" / "text" / "data" / "rude_words.tsv"
LANGUAGES = "ar cs da de en eo es fa fi fr hi hu it ja ko nl no pl pt ru sv th tr zh".split()  # noqa: SIM905
SHORT = 4
SUREST = 2
PLAIN = frozenset(
    """
    anal anus sex sexual sexuality nude nudity rape rapist incest penis vagina vulva clitoris orgasm erection masturbate semen sperm
    testicle breasts nipple nipples rectum scrotum pubes sodomy fetish lesbian escort swinger domination bondage intercourse
    13. 13点 十三点 三级片 九游 乳交 乳头 乳房 交配 军妓 刚度 包皮 卖淫 卵子 口交 口肯 后庭 吹箫 处女 外阴 奶子 小乳头 小卵子 屁股 巨乳 强奸 性交
    性器 性无能 性爱 情色 成人 扒光 打飞机 抽插 撒尿 放荡 月经 机八 激情 懒八 玉杵 祖宗 私服 精子 老二 老味 老母 肛交 色情 花柳 迷药 轮奸
    野鸡 阳具 阳萎 阴唇 阴户 阴核 阴毛 阴茎 阴道 阴部 陰莖 龟头 嫖客 嫖娼 妓女 妓院 做爱 射精 叫床 双峰微颤 湿透的内裤 密洞 姣西 姘头 想上你
    射你 你全家 你妈 你娘 你妈的 妈妈的 你老闆 你老味 干你 日你 操你 插你 塞你老师 你是鸡 你是鸭 靠背 靠腰 靠爸 靠母 靠北 册那 鸡鸡 小鸡鸡
    妈的 娘的 他妈 他娘 她妈的 你妈的 日你 操你 操妳 打炮 几八 几叭 几巴 几芭 鸡吧 鸡八 鸡叭 鸡芭 操比 日批 机巴 妈比 妈b 卖比 卖b 骚比 塞你公 奸你
    大卵子 大卵泡 小卵泡 淫西 招妓 twinkie twink spunk hooker negro smut pissing poof titty titties milf coon coons darkie boner
    小肉粒 肉壁 肉缝 贝肉 淫秽 白烂 粉腸 笨實 肥西 机机歪歪 干七八 懒教 懒叫 干死客服 刚瘪三 乳波臀浪 瓜娃子
    """.split()  # noqa: SIM905  (a paragraph of words)
)
"""Ordinary, medical or ambiguous words of the sources, and pieces of innocent phrases (生日你好, 体操比赛, 我妈的手机)."""


def listed(home: Path, language: str) -> set[str]:
    """Return LDNOOBW's words of a language."""
    return {x.strip().casefold() for x in (home / language).read_text("utf-8").splitlines() if x.strip()}


def rated(path: Path) -> dict[str, set[str]]:
    """Return the words of each language of which cuss is surest."""
    made: dict[str, set[str]] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if int(row["rating"]) >= SUREST:
                made.setdefault(row["language"], set()).add(row["term"].casefold())
    return made


def fit(word: str, language: str) -> bool:
    """Tell whether a word is long and rude enough by itself."""
    letters = sum(c.isalpha() for c in word)
    if word in PLAIN or word in GROUPS or set(word.split()) & DIALECT or word.isnumeric():
        return False
    return letters >= 2 if language in {"zh", "ja", "ko"} else letters >= SHORT and any(c.isalpha() for c in word)  # noqa: PLR2004


def main() -> None:
    """Compile and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    home = args.data / "marketing"
    sure = rated(home / "cuss" / "terms.csv")
    rows = []
    for language in LANGUAGES:
        words = listed(home / "ldnoobw", language)
        words = words & sure[language] if language in sure else words
        rows += [f"{language}\t{w}" for w in sorted(words) if fit(w, language)]
    head = "# Rude words by language. From LDNOOBW (CC BY 4.0) and cuss (MIT) by scripts/build_rude_words.py\n"
    args.out.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "words")


if __name__ == "__main__":
    main()
