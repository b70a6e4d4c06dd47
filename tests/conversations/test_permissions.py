"""Who may: every command and every button, by every role, derived from the features."""

import pytest

from commands import FEATURES
from commands.kit import Feature, Role, refusal
from locales import Catalogues, plain
from tests.conversations.alliance import Alliance

PEOPLE = {Role.MEMBER: "张阿姨", Role.LIAISON: "陈姐", Role.STAFF: "王主任"}
NAMES = tuple(PEOPLE.items())
REFUSALS = {role: plain(refusal(Catalogues().words("zh_CN"), role)) for role in Role}
A_MINUTE = 60.0
"""Seconds of the bot's clock: whoever presses more in one of them is asked to wait."""


def test_no_two_buttons_and_no_two_messages_have_one_name() -> None:
    names = [press.name for feature in FEATURES for press in feature.presses]
    kinds = [delivery.kind for feature in FEATURES for delivery in feature.deliveries]
    assert sorted(names) == sorted(set(names))
    assert sorted(kinds) == sorted(set(kinds))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
async def test_a_command_is_for_its_role_and_those_above(
    alliance: Alliance, feature: Feature, caplog: pytest.LogCaptureFixture
) -> None:
    for command in feature.commands:
        for role, name in PEOPLE.items():
            person = alliance[name]
            await person.says(f"/{command.name}")
            answer = await person.answered()
            refused = answer == REFUSALS[command.who]
            assert refused == (role < command.who), (command.name, role, answer)
            await person.is_quiet()  # what the command owes besides is no answer to the next one
    assert "Fault" not in caplog.text


@pytest.mark.slow
@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
async def test_a_button_is_for_its_role_and_those_above(
    alliance: Alliance, feature: Feature, caplog: pytest.LogCaptureFixture
) -> None:
    group = {role: (alliance[name], await alliance[name].says("你好")) for role, name in NAMES}
    alone = {role: alliance[name].in_private() for role, name in NAMES}
    private = {role: (person, await person.says("你好")) for role, person in alone.items()}
    for press in feature.presses:
        name = press.name
        forged = (name, f"{name}:0", f"{name}:99999:-1:7", f"{name}:1:1:1:1:1")
        alliance.clock.advance(A_MINUTE)
        for role, (person, message) in (private if press.alone else group).items():
            for data in forged:
                toast = await person.forges(data, message)
                assert (toast == REFUSALS[press.who]) == (role < press.who), (role, data, toast)
    assert "Fault" not in caplog.text


async def test_what_is_one_persons_is_shown_to_nobody_else(alliance: Alliance) -> None:
    group = {role: (alliance[name], await alliance[name].says("你好")) for role, name in NAMES}
    alone = [press for feature in FEATURES for press in feature.presses if press.alone]
    assert len(alone) > 50
    for press in alone:
        person, message = group[press.who]
        alliance.clock.advance(A_MINUTE)
        toast = await person.forges(f"{press.name}:1:1", message)
        assert toast == "这件事只在私聊里办。", press.name


async def test_a_button_of_nobody_is_answered(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    message = await zhang.says("你好")
    for data in ("nothing", "notices.send", "a:b:c", ":::", "notices.send:" + "9" * 40, "好" * 21):
        assert await zhang.forges(data, message)
