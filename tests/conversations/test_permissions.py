"""Who may: every command and every button, by every role, derived from the features."""

import pytest

from commands import FEATURES
from commands.kit import Command, Press, Role, refusal
from locales import Catalogues, plain
from tests.conversations.alliance import Alliance

COMMANDS = [command for feature in FEATURES for command in feature.commands]
PRESSES = [press for feature in FEATURES for press in feature.presses]
PEOPLE = {Role.MEMBER: "张阿姨", Role.LIAISON: "陈姐", Role.STAFF: "王主任"}
REFUSALS = {role: plain(refusal(Catalogues().words("zh_CN"), role)) for role in Role}


def test_no_two_buttons_and_no_two_messages_have_one_name() -> None:
    names = [press.name for press in PRESSES]
    kinds = [delivery.kind for feature in FEATURES for delivery in feature.deliveries]
    assert sorted(names) == sorted(set(names))
    assert sorted(kinds) == sorted(set(kinds))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_a_command_is_for_its_role_and_those_above(
    alliance: Alliance, command: Command, caplog: pytest.LogCaptureFixture
) -> None:
    for role, name in PEOPLE.items():
        person = alliance[name]
        await person.says(f"/{command.name}")
        answer = await person.answered()
        assert (answer == REFUSALS[command.who]) == (role < command.who), (role, answer)
    assert "Fault" not in caplog.text


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: press.name)
async def test_a_button_is_for_its_role_and_those_above(
    alliance: Alliance, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    forged = (press.name, f"{press.name}:0", f"{press.name}:99999:-1:7", f"{press.name}:1:1:1:1:1")
    for role, name in PEOPLE.items():
        person = alliance[name]
        message = await person.says("你好")
        for data in forged:
            toast = await person.forges(data, message)
            assert (toast == REFUSALS[press.who]) == (role < press.who), (role, data, toast)
    assert "Fault" not in caplog.text


async def test_a_button_of_nobody_is_answered(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    message = await zhang.says("你好")
    for data in ("nothing", "notices.send", "a:b:c", ":::", "notices.send:" + "9" * 40, "好" * 21):
        assert await zhang.forges(data, message)
