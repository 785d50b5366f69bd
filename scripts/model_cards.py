"""The cards of the shipped models, as pages: what each learned from, how it does, what its numbers cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from aboveboard.models.grams import shipped as shipped_grams
from aboveboard.models.profile import shipped
from aboveboard.models.sharing import SIGNS
from aboveboard.models.sharing import shipped as shipped_sharing

__all__ = ["CARDS", "grid"]


def grid(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a Markdown table; a bar inside a cell is escaped."""
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |"


def profile_card() -> Iterator[str]:
    """Yield the card of the profile model: what it learned from, how it does elsewhere, what it must not be used for."""
    model, card = shipped()
    yield from ("# The profile model", "")
    yield (
        "What [machine_account](../detectors/machine_account.md) weighs a profile with: one curve a feature, added up. The file "
        "is `src/aboveboard/models/data/profile.json`; it holds curves, no rows, and its own hash. `scripts/train_machine.py` "
        "wrote it; anybody with labelled accounts can train their own."
    )
    yield from ("", "## Data and scores", "")
    heads = (
        "source",
        "judged by",
        "accounts",
        "machine made",
        "AUC",
        "AP",
        "F1",
        "best F1",
        "calibration error",
        "share believed",
    )
    yield from grid(heads, _scores(card["sources"]))
    yield from ("", *CARD, "", "## Slices, source unseen", "")
    yield from grid(("source", "slice", "accounts", "machine made", "AUC"), _slices(card["sources"]))
    yield from ("", "## The curves", "", "What each feature adds at its least, usual and most, in nats; to scale.", "")
    curves = [
        (c.name, *(f"{model.slope * v:+.2f}" for v in (min(c.values), c.usual, max(c.values)))) for c in model.curves
    ]
    yield from grid(("feature", "least", "usual for an innocent", "most"), curves)


def wording_card() -> Iterator[str]:
    """Yield the card of the models of wording: what they learned from, how they do, what they must not be used for."""
    yield from ("# The models of wording", "")
    yield (
        "What [clickbait](../detectors/clickbait.md) and [vulgarity](../detectors/vulgarity.md) weigh texts with: logistic "
        "regression over hashed runs of signs. The files are in `src/aboveboard/models/data`: one array of bytes each, without "
        "a vocabulary, and its card with the hash of both. `scripts/train_wording.py` wrote them; "
        "`benchmarks/wording.py` prints them beside TF-IDF, in one source and across sources."
    )
    yield ""
    rows = [
        (name, card["source"], how, *(told[k] for k in ("texts", "share", "accuracy", "auc", "calibration error")))
        for name in ("headline_en", "headline_zh", "tone_en", "tone_zh")
        for card in [shipped_grams(name)[1]]
        for how, told in card["scores"].items()
    ]
    yield from grid(("model", "data", "judged by", "texts", "share", "accuracy", "AUC", "calibration error"), rows)
    yield from ("", *WORDING)


WORDING = (
    "- **Headlines, English.** A title becomes its small words, numbers, marks and endings of words. Topics, names and case are",
    "  gone, so that publishers are not learned by their subjects. The label is the publisher's all the same: these scores are",
    "  easy, and titles of other sources will score lower. Small words are those of 2015.",
    "  At 1 nat, from which a title counts: recall 0.921, precision 0.981, and 1.7 % of news titles taken for lures (cross-validated).",
    "- **Headlines, Chinese.** The titles were written for this, by one author, in forty kinds such as gossip, health scares, news of",
    "  sport, diaries (`scripts/headlines/zh.tsv`): no labelled file was at hand. A title becomes its small words, numbers and marks, with",
    "  lengths for all else, and kinds of cue. Each kind is judged by a model that saw none of it: at 1 nat recall is 0.689, with false alarms",
    "  for 8.3 % of honest titles, most in diaries (30 %), tips and forums (23 % each), nearly none in news. Before, weights set by",
    "  hand found 5 % of these lures. Another author's 600 titles, first look, unread since: AUC 0.826, recall 0.596, false alarms 5.3 %;",
    "  at least half of the titles lured in 20 of 24 accounts that were to lure, and in 0 of 36 honest ones.",
    "- **Tone.** Chinese comments (COLD) and English tweets (Davidson). Listed groups of people all read alike. Davidson's tweets were",
    "  found by keywords, and COLD's train and dev labels are partly a model's; on ordinary posts both models call too much rude.",
    "  So tone alone is never a strike: it only confirms a word of the shipped list.",
    "- **Dialect.** Davidson's labels call 97.5 % of the tweets with a word of African-American English or a reclaimed word (a list",
    "  of 59) offensive, and 55.6 % of the others. The English model does not read those words, and what they alone say of the",
    "  label is fitted and thrown away. False alarms among tweets labelled neither, cross-validated, at even odds: 13.5 % of 356",
    "  with such words, 10.5 % of 3,807 without. With one sign for all such words they were 43.3 % and 5.1 %; word TF-IDF has 17.4 %",
    "  and 2.2 %. The price is agreement with the labels: AUC 0.915 over all, where the one sign had 0.969 and TF-IDF 0.981; on tweets",
    "  without such words it is as before (0.940, was 0.938), but twice as many harmless ones stand above even odds. So the bias is",
    "  less, not gone: fewer than 400 tweets tell it, of one source, and dialect is more than a list of words.",
    "- **Drift.** Slang changes within months, and disguises faster. Train again on your own labels; a rising share of posts with",
    "  a listed word but a mild tone is a sign to.",
    "- **Word list.** `src/aboveboard/text/data/rude_words.tsv`, compiled by `scripts/build_rude_words.py` from LDNOOBW (CC BY 4.0)",
    "  and cuss (MIT). Words of anatomy, medicine and of groups for themselves are left out.",
    "- **Limits.** Wording is one kind of evidence, *possible* at most. Whether a text is true, or what it stands for, is not judged.",
)
"""What the numbers of the card of wording cannot say."""


_OFFER_COLUMNS = ("texts", "offers", "precision", "recall", "false alarms", "calibration error")
_OF_OFFERS = frozenset(("precision", "recall", "calibration error"))
"""What says nothing of texts among which there is no offer."""


def offer_card() -> Iterator[str]:
    """Yield the card of the models of account offers: what they learned from, how they do, what they must not be used for."""
    yield from ("# The models of account offers", "")
    yield (
        "What [account_trade](../detectors/account_trade.md) weighs texts with: three logistic regressions fitted as one, over kinds of cue "
        "(and which is named before which), over hashed runs of letters and over hashed runs of words, titles of games and services read as one. "
        "The files `offer_cues`, `offer_letters` and `offer_words` are in `src/aboveboard/models/data`; `scripts/train_trade.py` writes them and prints all that stands here."
    )
    yield ""
    card = shipped_grams("offer_cues")[1]
    yield from grid(
        ("judged by", *_OFFER_COLUMNS),
        [
            (name, *(told[k] if told["offers"] or k not in _OF_OFFERS else "" for k in _OFFER_COLUMNS))
            for name, told in card["scores"].items()
        ],
    )
    count = card["families"]
    yield ""
    yield f"Learned from {count['offers']} families of offers and {count['innocent']} of innocent texts. *written, made*: five folds of whole families, parted in three ways."
    yield from OFFERS


OFFERS = (
    "",
    "- **The texts are written for this, not found.** No labelled texts of account offers in English or Chinese were at hand. *Written* are texts",
    "  each thought of by itself, as many different people would type them, by language models that saw no code and no other set: offers, people",
    "  who ask for an account, and innocent texts near to offers (`scripts/trade/written`). *Made* are families of one wording each, by one",
    "  hand, filled from stocks, a fifth of it in disguise (`scripts/trade/*.txt`); they count for little. *Ordinary* is every other public comment and tweet.",
    "- **By family.** No text of a family is read by the model that judges it, and a run of signs counts only if four families have it.",
    "- **Unread** nothing was learned from. *Unread written* is a set by another writer, scored and never read; it is the figure to believe.",
    "  It is hard on purpose: many of its offers name no account, many of its innocent texts use the trade's own words.",
    "- **Base rate.** Precision is at the share of offers in the table, some 40 %. On a service they are far rarer: what counts there is the share of",
    "  false alarms in ordinary texts (*ordinary*: of those that a cheap look at words does not leave out), and `scripts/train_trade.py` prints",
    "  what is read as an offer in public texts of `../shared/data` that the models did not learn from.",
    "- **Calibration** is Platt's, from folds, at the families' own share. Nats are a likelihood ratio for texts like these, not a probability elsewhere.",
    "- **Arabic** has 22 families and few cues. Other languages are not read.",
    "- **Limits.** Wording is one kind of evidence, *possible* at most. Jokes, dreams and reports in the first person can read like offers. Slang moves fast:",
    "  add texts and train again.",
)
"""What the numbers of the card of offers cannot say."""


_CLAIM_COLUMNS = ("profiles", "claims", "precision", "recall", "false alarms")


def claim_card() -> Iterator[str]:
    """Yield the card of the models of claimed professions: what they learned from, how they do, what they must not be used for."""
    yield from ("# The models of claimed professions", "")
    yield (
        "What [claimed_profession](../detectors/claimed_profession.md) weighs names, biographies and posts with, beside its rules: four logistic regressions fitted as one, over "
        "hashed runs of letters, of words, of words with every title read as the sign of its kind, and over cues: what the rules say, and what takes a profession back "
        "(retired, former, student, denied, animals, a job beside it, other people). For each field one over words says whose practice it is. The files are in "
        "`src/aboveboard/models/data`; `scripts/train_claims.py` writes them and prints all that stands here."
    )
    yield ""
    card = shipped_grams("claim_cues")[1]
    rows = [(name, told) for name, told in card["scores"].items() if "claims" in told]
    none = frozenset(("precision", "recall"))
    yield from grid(
        ("judged by", *_CLAIM_COLUMNS),
        [(name, *(told[k] if told["claims"] or k not in none else "" for k in _CLAIM_COLUMNS)) for name, told in rows],
    )
    count, field = card["profiles"], card["scores"]["unread field"]
    yield ""
    yield (
        f"Learned from {count['claims']} profiles that claim a profession, {count['innocent']} innocent ones and {count['ordinary']} ordinary texts. "
        f"Of {field['claims found']} unread claims that are found, the field is right in {field['right']:.1%}. These are the models alone; the detector finds what its rules find, too."
    )
    yield from CLAIMS


CLAIMS = (
    "",
    "- **The profiles are written for this, not found.** Each was thought of by itself, as many different people would write it, by language models that",
    "  saw no code and no other set (`scripts/claims/written`): practitioners, and innocent people near to them. *Unread* are sets by further",
    "  hands that nothing was learned from. *Ordinary* are real comments, tweets and handles, as a biography or a post.",
    "- **Labels are the writers'.** What a fair reviewer would say from the row alone; where the line runs between a plain occupation and a claim, hands differ.",
    "- **Additive.** Evidence of name, biography and the strongest post adds up, in nats; there is no offset, so a text that is not there says nothing. Posts count",
    "  nothing against, one that three accounts wrote counts for nobody, and a profile that only names a teacher stays below the threshold.",
    "- **Other trades.** Hairdressers, trainers, vets and mechanics speak of clients and hours as a practice does; 1,200 such profiles are among the innocent ones.",
    "- **Retired.** The largest group of false alarms in the unread sets: some one in ten of those who say that they are retired or were one.",
    "- **Languages.** English and Chinese. Texts of other languages say next to nothing here; the rules read some of them.",
    "- **Drift.** Train again on your own labels; a rising share of findings that are overturned is a sign to.",
    "- **Limits.** Wording is one kind of evidence, *possible* at most, and *likely* only where profile and posts each carry it. Whether the person is qualified is not",
    "  judged: the first step is a question.",
)
"""What the numbers of the card of claims cannot say."""


CARD = (
    "*cross-validated*: five folds, accounts with the same numbers kept together. *source unseen*: trained on the other source",
    "alone. F1 is at 0.5. Bots that say they are bots are left out of all of it, and the detector spares them. The calibration",
    "of a source starts from where its own unseen accounts lie; `benchmarks/machine.py` shows it nested, too, beside forests.",
    "",
    "- **Prevalence and place.** The score is a probability under a share of machine accounts that the detector estimates from the",
    "  scanned service itself, starting from 5 % with the weight of 50 accounts. From 200 accounts on it also estimates where the",
    "  innocent and the machine-made accounts of this service lie (Brümmer and Garcia-Romero 2014), since on a service the model",
    "  has not seen both lie elsewhere. No labels are used for it. So what an operator's own labels would show may still differ:",
    "  where the two classes overlap wholly, no score without labels can tell how many there are of each. Any crowd has a tail: a",
    "  second class lowers the bar only where it explains the service better than one class does, by Schwarz's criterion (or, where",
    "  it is more than a tenth, by Akaike's), and where the model itself calls it machine made. Elsewhere the stricter reading holds.",
    "- **Drift.** Where even the 5 % most genuine-looking accounts of a service look worse than the average innocent learned from,",
    "  and the most genuine quarter looks machine made in itself, scores start from what is usual there.",
    "- **Generated worlds.** The model is judged on what `aboveboard world` makes and does not learn from it. Of a batch of fake",
    "  followers it finds those with the hollowest profiles; the batch itself is what `follower_batch` and `follow_ring` find.",
    "- **Names.** A handle counts as random only where its letters cost 7 bits each and more: Polish and Chinese names reach 6.",
    "- **Licence.** Twitter's accounts: jubins/MachineLearning-Detecting-Twitter-Bots, MIT. Instagram's:",
    "  fcakyon/instafake-dataset, none stated. The file holds curves fitted to them and no row of either.",
    "- **Abstention.** No judgement without followers, a second count and four facts in all. Null columns add nothing.",
    "- **Labels.** Other people's judgements, of 2017 and 2019, partly wrong; English for the most part. Twitter's bots are often",
    "  broadcasters, not followers for sale, which is why following very few speaks for a machine too.",
    "- **Limits.** Two sources are few. Do not act on this score alone: a profile is one kind of evidence, *possible* at most.",
)
"""What the numbers of a card cannot say."""


def sharing_card() -> Iterator[str]:
    """Yield the card of the model of other hands: what it learned from, how it does on worlds it had not seen, what it cannot tell."""
    model, card = shipped_sharing()
    yield from ("# The model of other hands", "")
    yield (
        "What [other_hands](../detectors/other_hands.md) weighs an account with: one curve a sign, added up. The file is "
        "`src/aboveboard/models/data/sharing.json`; it holds curves, no rows, and its own hash. `scripts/train_sharing.py` wrote it."
    )
    yield from ("", "## Data and scores", "", *SHARING, "")
    heads = ("world", "accounts played by others", "other accounts", "precision", "recall", "false alarms")
    rows = (
        (name, *(s[k] for k in ("guilty", "others", "precision", "recall", "false alarms")))
        for name, s in card["scores"].items()
    )
    yield from grid(heads, rows)
    yield from ("", "## The curves", "", "What each sign adds at its least and most, in nats.", "")
    said = {s.name: (s.kind, s.said) for s in SIGNS}
    curves = (
        (
            c.name,
            said[c.name][0],
            *(f"{model.slope * v:+.2f}" for v in (min(c.values), max(c.values))),
            said[c.name][1].replace("{", "").replace("}", ""),
        )
        for c in model.curves
    )
    yield from grid(("sign", "class of evidence", "least", "most", "it says"), curves)


SHARING = (
    (
        "Nobody publishes sessions of shared accounts. So worlds were written for this (`scripts/sharing`), each by a hand that saw no code and no other "
        "world, only the contract of tables: some 200 accounts that are rented, lent for money, sold or played for pay, 300 to 600 innocent ones that "
        "look like them, and 3,000 ordinary ones. Each line below is of a world that the model had not seen: a `hand` is left out of what was learned, an `exam` is "
        "never learned from. Called is what is possible at least; recall is of all accounts played by others, those without any sign too."
    ),
    "",
    "- The worlds are invented. How often real accounts are shared, and how, differs from service to service; scores on yours may be lower.",
    "- Nothing is learned about who people are: no name, language or place, only that places differ; of texts only how much they read as an offer.",
    "- A second telephone that never meets the first looks strange. Look at the curve of `exits`, and ask before anything is done.",
    "- Sessions that tell no device or no network are left out, and accounts that have only such.",
)


def _scores(sources: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[Sequence[object]]:
    for name, told in sources.items():
        for how in ("cross-validated", "unseen source"):
            yield (
                name,
                how,
                told["accounts"],
                told["machine made"],
                *(told[how][m] for m in ("auc", "ap", "f1", "best_f1", "ece", "share")),
            )


def _slices(sources: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]) -> Iterator[Sequence[object]]:
    for name, told in sources.items():
        for part, row in told["slices"].items():
            yield (name, part, row["accounts"], row["machine made"], row["auc"])


CARDS: Mapping[str, Callable[[], Iterator[str]]] = {
    "profile": profile_card, "wording": wording_card, "offers": offer_card, "claims": claim_card, "sharing": sharing_card,
}  # fmt: skip
"""The cards by the name of their page."""
