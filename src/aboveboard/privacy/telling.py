"""The first page of a holder's copy, in plain words: what is in it, what was decided and why, and what they can do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

__all__ = ["index"]

Language = Literal["en", "zh"]


class _Words(NamedTuple):
    en: str
    zh: str


_W: Mapping[str, _Words] = {
    "title": _Words("A copy of what is held about the account {account}, made {at}", "关于帐号 {account} 所保存数据的副本，生成于 {at}"),
    "state": _Words("Where the account stands: {state}. {means}", "帐号状态：{state}。"),
    "held": _Words("What is held", "保存了哪些数据"),
    "rows": _Words("  {table}: {n} rows", "  {table}：{n} 行"),
    "none": _Words("  nothing", "  没有"),
    "from": _Words(
        "The service handed this in. Devices, networks, phones and e-mail addresses are held as keyed hashes only, which cannot be read back.",
        "以上数据由平台提供。设备、网络、电话和邮箱只保存带密钥的散列值，无法还原。",
    ),
    "decided": _Words("What happened and was decided", "发生了什么、作出了哪些决定"),
    "event": _Words("  {at}: {kind}{why}{until}, by {by}", "  {at}：{kind}{why}{until}，由{by}作出"),
    "because": _Words(", for {violation} (ground: {ground})", "，事由 {violation}（依据：{ground}）"),
    "until": _Words(", until {until}", "，至 {until}"),
    "person": _Words("a person", "工作人员"),
    "policy": _Words("the operator's rules, by a program", "平台规则（程序自动执行）"),
    "timer": _Words("a date that had come", "到期的期限"),
    "holder": _Words("you", "您本人"),
    "body": _Words("an institution", "机构"),
    "why": _Words("Why you were flagged", "为什么被标记"),
    "finding": _Words(
        "  {says}\n    strength: {tier}, score {score:.2f} of 1; it rests on: {classes}; found by: {detector}",
        "  {says}\n    强度：{tier}，得分 {score:.2f}（满分 1）；依据类别：{classes}；检测方法：{detector}",
    ),
    "logic": _Words("How that was worked out, and how it can be wrong", "判断方法，以及可能出错的地方"),
    "detector": _Words("  {detector}: {about}", "  {detector}：{about}"),
    "mistake": _Words("    It can be wrong: {mistake} Guard: {guard}", "    可能的误判：{mistake} 防范：{guard}"),
    "looked": _Words("Who looked: {n} times somebody who works here looked at these data, for: {purposes}.", "查看记录：工作人员共查看 {n} 次，用途：{purposes}。"),
    "nobody": _Words("Nobody who works here has looked at these data under their own name.", "没有工作人员单独查看过这些数据。"),
    "others": _Words(
        "Who else got them: the service itself, which was told what was decided. Nobody else.",
        "数据接收方：平台本身（被告知所作决定）。没有其他接收方。",
    ),
    "masked": _Words(
        "Others are called somebody-… in this copy: their data are not yours. The names mean nothing outside it.",
        "副本中的其他人一律显示为 somebody-…：他们的数据不属于您。这些代号在副本之外没有意义。",
    ),
    "dossier": _Words("The whole record, with pictures: {dossier}", "完整记录（含图示）：{dossier}"),
    "rights": _Words(
        "You can appeal every decision, without an account if you have none. Somebody who had no part in it answers. You can ask for "
        "what is wrong to be corrected, and for everything to be erased; of a bar, only keyed hashes, its ground, severity, end and the state of its appeal then stay, "
        "until it ends.",
        "您可以对任何决定提出申诉，没有帐号也可以；由未参与该决定的人员答复。您可以要求更正错误、删除全部数据；若有禁止重新注册的限制，删除后只保留带密钥的散列值、依据、程度、期限和申诉状态，直至期满。",
    ),
    "data": _Words("All of it, for machines, is in data.json.", "全部内容（机器可读）见 data.json。"),
}  # fmt: skip


def index(told: Mapping[str, Any], language: Language) -> str:
    """Return the first page of a copy in one language; sentences of findings stay as they were written."""

    def say(key: str, **blanks: object) -> str:
        return getattr(_W[key], language).format(**blanks)

    lines = [say("title", account=told["account"], at=told["made_at"][:10]), "", say("state", **told["state"]), ""]
    lines += [
        say("held"),
        *([say("rows", table=t, n=len(r)) for t, r in told["rows"].items()] or [say("none")]),
        say("from"),
        "",
    ]
    lines += [say("decided"), *([_event(e, say) for e in told["life"]] or [say("none")]), ""]
    lines += [say("why"), *([_finding(f, say) for f in told["findings"]] or [say("none")]), ""]
    lines += [say("logic"), *(_logic(told["logic"], say) or [say("none")]), ""]
    purposes = sorted({s["purpose"] for s in told["looked_at"]})
    lines += [
        say("looked", n=len(told["looked_at"]), purposes=", ".join(purposes)) if purposes else say("nobody"),
        say("others"),
        say("masked"),
        "",
    ]
    lines += [say("dossier", dossier=told["dossier"])] if told["dossier"] else []
    return "\n".join([*lines, say("rights"), say("data"), ""])


def _event(event: Mapping[str, Any], say: Any) -> str:  # noqa: ANN401  (the page's own words)
    role = str(event.get("by", "")).partition(":")[0] or "policy"
    why = say("because", violation=event["violation"], ground=event.get("ground", "")) if event.get("violation") else ""
    until = say("until", until=event["until"][:10]) if event.get("until") else ""
    return say("event", at=event["at"][:10], kind=event["kind"], why=why, until=until, by=say(role))


def _finding(finding: Mapping[str, Any], say: Any) -> str:  # noqa: ANN401
    classes = ", ".join(finding.get("classes") or ())
    return say("finding", says=finding["says"], tier=finding.get("tier", ""), score=float(finding["score"]), classes=classes, detector=finding["detector"])  # fmt: skip


def _logic(detectors: Any, say: Any) -> list[str]:  # noqa: ANN401
    lines: list[str] = []
    for d in detectors:
        lines.append(say("detector", detector=d["detector"], about=d["about"]))
        lines += [say("mistake", mistake=m["mistake"], guard=m["guard"]) for m in d["mistakes"]]
    return lines
