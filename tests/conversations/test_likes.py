"""Reactions to an activity: each person counts once, and the card says how many."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_features import chooses
from tests.conversations.test_reviews import reports

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_a_reaction_to_the_card_is_counted_once_and_taken_back(alliance: Alliance) -> None:
    card = await reports(alliance)
    zhang, emma = alliance["张阿姨"], alliance["Emma"]
    await zhang.is_quiet()
    zhang.reacts("👍", card)
    await alliance.shows(zhang, card, "❤ 1")
    emma.reacts("❤", card)
    await alliance.shows(zhang, card, "❤ 2")
    zhang.reacts("🔥", card)
    emma.reacts("", card)
    await alliance.shows(zhang, card, "❤ 1")
    zhang.reacts("👎", card)
    await alliance.until(lambda: "❤" not in zhang.reads(card))


async def test_the_photos_above_a_featured_card_can_be_liked(alliance: Alliance) -> None:
    receipt = await reports(alliance)
    wang, card = await chooses(alliance)
    zhang, emma = alliance["张阿姨"], alliance["Emma"]
    await wang.presses("🌟 发到 刘寨共建联盟", on=card)
    shown = await zhang.sees("🌟 风采展示 · 在社区活动室义诊")
    await zhang.is_quiet()
    zhang.reacts("🎉", zhang.files()[-1])
    await alliance.shows(zhang, shown, "❤ 1")
    zhang.reacts("👍", shown)
    zhang.reacts("", zhang.files()[-1])
    emma.reacts("👏", receipt)
    await alliance.shows(zhang, shown, "❤ 2")
    await alliance.shows(zhang, receipt, "❤ 2")


async def test_the_card_that_somebody_asked_for_can_be_liked(alliance: Alliance) -> None:
    await reports(alliance)
    zhang = alliance["张阿姨"]
    await zhang.says("/activity 1")
    shown = await zhang.sees("登记人：老周")
    await zhang.is_quiet()
    zhang.reacts("🥰", shown)
    await alliance.shows(zhang, shown, "❤ 1")
    await zhang.says("/activities")
    await zhang.sees("📷2❤1")


async def test_other_messages_and_hidden_people_say_nothing(alliance: Alliance) -> None:
    card = await reports(alliance)
    wang = alliance["王主任"]
    greeting = await wang.sees("大家好")
    await wang.is_quiet()
    wang.reacts("👍", greeting)
    wang.reacts("👍", card, anonymously=True)
    await wang.is_quiet()
    assert "❤" not in wang.reads(card)
