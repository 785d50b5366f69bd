"""The words of the evaluation's page in English and Simplified Chinese."""

from aboveboard.pages import Word, Words

__all__ = ["WORDS"]

WORDS: Words = {
    "title": Word("Aboveboard: how far the findings can be trusted", "Aboveboard：发现的可信程度"),
    "headline": Word(
        "Findings scored against {labels} {labels:label|labels} on {accounts} {accounts:account|accounts}",
        "以 {accounts} 个账号上的 {labels} 条标签检验发现",
    ),
    "closed": Word(
        "The labels come from the generator and are complete, so every account without a label counts as innocent.",
        "标签由生成器给出且完整，因此没有标签的账号一律视为无辜。",
    ),
    "open": Word(
        "The labels are not complete, so only labelled accounts are scored; nothing is assumed about the others.",
        "标签并不完整，因此只检验有标签的账号，对其余账号不作假设。",
    ),
    "how_sure": Word(
        "Intervals are 95 %, from {n} resamples of whole clusters (seed {seed}).",
        "区间为 95%，由 {n} 次整簇重抽样得出（随机种子 {seed}）。",
    ),
    "contradictions": Word(
        "{n} {n:subject is|subjects are} labelled both ways; each counts as a breach.",
        "{n} 个对象的标签互相矛盾，均按违规计。",
    ),
    "unscored": Word(
        "{n} {n:finding speaks|findings speak} of {violation}, for which there is no label: not scored.",
        "{n} 条“{violation}”发现没有对应标签，未检验。",
    ),
    "overview": Word("All violations at a glance", "各类违规一览"),
    "overview_about": Word(
        "Precision is the share of findings that are right, recall the share of breaches that are found.",
        "精确率是发现中正确的比例，召回率是违规中被发现的比例。",
    ),
    "bars_label": Word(
        "Precision and recall with their intervals for each violation; the table below holds the numbers.",
        "各类违规的精确率与召回率及其区间；数值见下表。",
    ),
    "violation": Word("Violation", "违规类型"),
    "subjects": Word("Subjects", "对象数"),
    "breaches": Word("Breaches", "违规数"),
    "prevalence": Word("Prevalence", "占比"),
    "precision": Word("Precision", "精确率"),
    "recall": Word("Recall", "召回率"),
    "f1": Word("F1", "F1"),
    "average_precision": Word("Average precision", "平均精确率"),
    "roc_auc": Word("Area under the ROC curve", "ROC 曲线下面积"),
    "calibration_error": Word("Calibration error", "校准误差"),
    "calibration_error_found": Word("Calibration error of what was found", "已发现部分的校准误差"),
    "measure": Word("Measure", "指标"),
    "value": Word("Value", "数值"),
    "range": Word("95 % interval", "95% 区间"),
    "at_likely": Word("At likely", "“很可能”及以上"),
    "at_possible": Word("At possible and above", "“可能”及以上"),
    "right": Word("right", "正确"),
    "wrong": Word("wrong", "错误"),
    "overlooked": Word("missed", "遗漏"),
    "curve": Word("Precision and recall", "精确率与召回率"),
    "curve_label": Word(
        "{violation}: precision against recall over all thresholds; average precision {ap}.",
        "{violation}：各阈值下精确率与召回率的关系；平均精确率 {ap}。",
    ),
    "calibration": Word("Calibration", "校准"),
    "calibration_label": Word(
        "{violation}: how often a finding is right, against its probability; mean distance {ece}.",
        "{violation}：发现的概率与其正确频率的对照；平均偏差 {ece}。",
    ),
    "curve_about": Word("Upwards precision, to the right recall.", "纵轴为精确率，横轴为召回率。"),
    "calibration_about": Word(
        "Upwards how often findings are right, to the right their probability. On the diagonal, probabilities keep their word.",
        "纵轴为正确率，横轴为概率。落在对角线上表示概率名副其实。",
    ),
    "threshold": Word("Threshold", "阈值"),
    "probability": Word("Probability", "概率"),
    "rate": Word("Right", "正确率"),
    "count": Word("Findings", "发现数"),
    "no_curve": Word(
        "The labels know only one side, breaches or innocents, so the score itself cannot be judged.",
        "标签只有违规或只有无辜一方，无法评判分数本身。",
    ),
    "languages": Word("By language", "按语言"),
    "tongue": Word("Language", "语言"),
    "uneven": Word("unlike the others", "与其他语言不同"),
    "wrongly": Word("Innocents found", "被误报的无辜者"),
    "class": Word("Kind", "类别"),
    "of": Word("of", "总数"),
    "unnamed": Word("no label", "无标签"),
    "missed_title": Word("Breaches missed", "遗漏的违规"),
    "nobody": Word("None.", "无。"),
    "silent": Word("Labelled, and nothing found", "有标签而毫无发现"),
    "silent_about": Word(
        "No finding speaks of these, so all of their breaches are missed.", "没有任何发现涉及这些类型，其违规全部遗漏。"
    ),
    "parents_text": Word(
        "Of {labelled} with a known former account, {named} name it, {first} of them first; mean reciprocal rank {rr}.",
        "{labelled} 个已知原账号，其中 {named} 个被指出，{first} 个排在首位；平均倒数排名 {rr}。",
    ),
    "rings_text": Word(
        "Of {true} pairs of accounts in one ring, the share found together is {recall}; of {claimed} claimed pairs, {precision} are right.",
        "同一团伙的 {true} 对账号中，被归在一起的比例为 {recall}；所报 {claimed} 对中，正确比例为 {precision}。",
    ),
}
