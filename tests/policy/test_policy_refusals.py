"""S12: a policy that chooses by what people think or are is refused, however it is spelt."""

import pytest
from policy_worlds import policy_text, rule_text

from aboveboard.errors import PolicyError
from aboveboard.policy import INPUTS, REFUSED, load_policy
from aboveboard.policy.sensitive import subject_of

ADVERSARIAL = {
    "the acceptance scenario": "sentiment_toward(entity) < 0.0",
    "stance as an input": 'stance == "against"',
    "a party as an input": 'party == "x"',
    "an ideology score": "ideology_score > 0.5",
    "religion in camel case": "userReligion == 1",
    "religion in capitals": "RELIGION == 1",
    "ethnicity under a prefix": "x_ethnicity_x > 0",
    "political opinion behind a field": "account.political_opinion > 0.1",
    "health as a field": 'profile.health == "ill"',
    "union membership": "is_union_member",
    "sexual orientation": "sexualOrientation == 2",
    "sentiment with a digit for a letter": "sent1ment > 0.0",
    "opinion with a digit": "op1nion > 0.5",
    "a political topic list": 'topic in ["election", "protest"]',
    "a word in a list of classes": '"politics" in classes',
    "a word joined from two": '"poli" + "tical" == detector',
    "a word joined from many": '"s" + "t" + "a" + "n" + "c" + "e" == violation',
    "a word split over a list": 'violation in ["reli", "gion"]',
    "a word written as escapes": '"\\u0070\\u006f\\u006c\\u0069tics" == violation',
    "a word in octal": '"\\160olitics" == violation',
    "a word in bytes": 'b"politics" == b"politics"',
    "a raw word": 'r"politics" == violation',
    "a Cyrillic look-alike": '"роlitics" == violation',
    "a full-width word": '"ｐｏｌｉｔｉｃｓ" == violation',
    "an invisible letter inside": '"poli\u200btics" == violation',
    "an accent on top": '"pólitics" == violation',
    "a pattern": 'violation.matches("polit.*")',
    "a prefix": 'detector.startsWith("politic")',
    "part of a word": 'detector.contains("religio")',
    "politics in Chinese": '"政治" == violation',
    "stance in Chinese, traditional": '"政治立場" == violation',
    "ethnicity in Chinese": '"少数民族" == violation',
    "religion in Chinese with a gap": '"宗 教" == violation',
    "a name read from a detector": 'detector == "political_stance"',
    "a detector in a comprehension": 'detectors.exists(d, d == "islam_score")',
    "language, a stand-in": 'language == "ug"',
    "country, a stand-in": 'country == "TR"',
    "the words people write": 'text.contains("x")',
    "the name of one account": 'handle == "critic1"',
    "whom somebody follows": '"a9" in follows',
    "a function nobody defined": "classify(account) > 0.5",
    "a word hidden in a condition's other branch": 'true || stance == "x"',
    "a word in a map": '{"religion": 1}["religion"] == 1',
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_a_rule_on_what_people_think_or_are_is_refused_with_its_line(name):
    text = policy_text(rule_text(when=ADVERSARIAL[name]))
    with pytest.raises(PolicyError) as caught:
        load_policy(text)
    assert all(f.startswith("policy:7:") for f in caught.value.faults)


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_the_refusal_says_why(name):
    with pytest.raises(PolicyError) as caught:
        load_policy(policy_text(rule_text(when=ADVERSARIAL[name])))
    said = str(caught.value)
    assert any(
        w in said
        for w in ("no viewpoint targeting", "is not an input", "is never", "no input is ever", "cannot be a detector")
    )


def test_a_word_in_crumbs_is_put_together_before_it_is_judged():
    with pytest.raises(PolicyError) as caught:
        load_policy(policy_text(rule_text(when='violation in ["reli", "gion"]')))
    assert '"religion", put together: a policy may not choose by religion' in caught.value.faults[0]


NAMES = [
    "opponents_of_the_party",
    "politicalAccounts",
    "s_t_a_n_c_e",
    "anti-government",
    "uyghur_accounts",
    "LGBT_content",
    "trade-union-organisers",
    "p0litics",
    "批评政治的人",
    "宗教",
    "敏感词",
    "критics_religion",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_whose_name_says_so_is_refused(name):
    with pytest.raises(PolicyError, match="no viewpoint targeting"):
        load_policy(policy_text(rule_text(name)))


INNOCENT = [
    "third_party_sellers",
    "bad_faith_reports",
    "similar_instances",
    "distance",
    "circumstances",
    "acts_in_concert",
    "minor_unprotected",
    "reunion",
    "fraternity_hoax",
    "conservative_start",
    "bought_views",
    "race_condition",
    "embrace",
    "冒充机构",
    "僵尸账号",
]


@pytest.mark.parametrize("name", INNOCENT)
def test_an_innocent_name_is_not_refused(name):
    assert subject_of(name) is None
    assert load_policy(policy_text(rule_text(name))).rules[0].name == name


def test_the_sentence_for_the_holder_may_say_what_is_not_judged():
    policy = load_policy(policy_text(rule_text(why='"We never look at your opinion or your religion."')))
    assert policy.rules[0].why.startswith("We never")


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_no_input_or_word_of_one_speaks_of_a_forbidden_subject(name):
    assert subject_of(name) is None
    assert [w for w in INPUTS[name].words if subject_of(w)] == []
    assert name not in REFUSED


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_refused_name_is_told_its_reason(name):
    with pytest.raises(PolicyError) as caught:
        load_policy(policy_text(rule_text(when=f"{name} == 1")))
    assert REFUSED[name] in str(caught.value) or "no viewpoint targeting" in str(caught.value)
