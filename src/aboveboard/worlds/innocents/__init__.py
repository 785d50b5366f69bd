"""Innocent look-alikes: accounts that resemble a violation and must be left alone, each labelled as such."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from aboveboard.worlds.casting import shared_out
from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.innocents import (
    audiences,
    crowds,
    gatherings,
    hands,
    identities,
    institutional,
    lives,
    players,
    profiles,
    returns,
    trades,
)
from aboveboard.worlds.rhythm import Ints

__all__ = ["LOOKALIKES", "invite"]

LOOKALIKES: Final[Mapping[str, Callable[[Draft, np.random.Generator, Ints], None]]] = {
    "namesake": returns.namesake, "student_intake": crowds.student_intake, "fan_account": identities.fan_account,
    "family": returns.family, "headline_reader": crowds.headline_reader, "verified_professional": lives.verified_professional,
    "elderly": lives.elderly, "parody": identities.parody, "expired_bar": returns.expired_bar, "employee": identities.employee,
    "fan_slogan": crowds.fan_slogan, "returned_on_request": returns.returned_on_request, "lurker": lives.lurker,
    "guarded_minor": players.guarded_minor, "branch": identities.branch, "greeting": crowds.greeting,
    "common_noun": identities.common_noun, "neighbour": identities.neighbour, "rebranded": identities.rebranded, "honest_reporter": crowds.honest_reporter, "archive": identities.archive,
    "witness": crowds.witness, "petition": crowds.petition, "patient": lives.patient, "office": returns.office,
    "traveller": lives.traveller, "second_hand_seller": lives.second_hand_seller, "quoting_reader": crowds.quoting_reader,
    "word_inside": identities.word_inside, "cheerful_crowd": crowds.cheerful_crowd, "rechecked": lives.rechecked,
    "business_contact": profiles.business_contact, "console": profiles.console, "overturned": profiles.overturned,
    "birth_year": profiles.birth_year, "recycled_phone": profiles.recycled_phone, "meme_picture": profiles.meme_picture,
    "newcomer": lives.newcomer, "honest_headline": crowds.honest_headline, "banter": crowds.banter,
    "celebrity_fan": audiences.celebrity_fan, "migrant": audiences.migrant, "tool_user": audiences.tool_user, "remembered": lives.remembered,
    "starter_pack": audiences.starter_pack, "fandom": audiences.fandom,
    "charity_drive": gatherings.charity_drive, "fan_campaign": gatherings.fan_campaign, "breaking_news": gatherings.breaking_news,
    "live_final": gatherings.live_final, "union_petition": gatherings.union_petition, "school_class": gatherings.school_class,
    "run_on": institutional.run_on, "crisis_body": institutional.crisis_body, "office_account": institutional.office_account,
    "service_account": institutional.service_account, "trade_talk": trades.trade_talk,
    "two_devices": hands.two_devices, "private_window": hands.private_window, "cafe_goer": hands.cafe_goer, "helped_player": hands.helped_player,
    "living_room": hands.living_room, "new_phone": hands.new_phone, "second_hand_device": hands.second_hand_device,
    "student_home": hands.student_home, "seasonal_worker": hands.seasonal_worker, "coached_player": hands.coached_player, "commuter": hands.commuter,
}  # fmt: skip
"""Kind of look-alike to what dresses accounts as it."""


def invite(draft: Draft, seed: int) -> None:
    """Dress some accounts as each kind of look-alike; a tiny world has room for the first kinds only."""
    for name, count in shared_out(draft.size, tuple(LOOKALIKES)).items():
        LOOKALIKES[name](draft, stream(seed, name), draft.hire(count))
