"""What each role is shown, and which command a word means."""

import pytest
from hypothesis import given, strategies as st

from commands import FEATURES as ALL_FEATURES
from commands.help.firsts import BEGIN
from commands.help.rules import is_command, likely, most_useful, named, sections, wishes
from commands.kit import Command, Role
from tests.commands.help.features import FEATURES, HELP, JOIN, NOTICE, ORG, ORGS, PENDING, REPORT


def listed(role: Role) -> list[Command]:
    return [command for _, commands in sections(FEATURES, role) for command in commands]


def test_each_role_is_shown_what_it_may() -> None:
    assert listed(Role.MEMBER) == [NOTICE, ORGS, ORG, HELP]
    assert listed(Role.LIAISON) == [NOTICE, REPORT, ORGS, ORG, HELP]
    assert listed(Role.STAFF) == [NOTICE, PENDING, REPORT, ORGS, ORG, HELP]


def test_features_without_a_command_for_the_role_have_no_heading() -> None:
    names = [feature.name for feature, _ in sections(FEATURES, Role.MEMBER)]
    assert names == ["notices", "organisations", "help"]


def test_what_people_want_is_by_role_and_their_own_business_first() -> None:
    wanted = {role: [task.title for _, task in wishes(FEATURES, role)] for role in Role}
    assert wanted[Role.MEMBER] == ["Which organisations?"]
    assert wanted[Role.LIAISON] == ["What do I owe?", "Which organisations?"]
    assert wanted[Role.STAFF] == ["Who is missing?", "Which organisations?"]


def test_every_role_wants_something_and_each_wish_is_in_its_reach() -> None:
    for role in Role:
        found = wishes(ALL_FEATURES, role)
        assert len(found) >= 5
        assert all(command.who <= role for command, _ in found)


def test_the_first_steps_are_buttons_of_commands_that_the_role_has() -> None:
    for role, buttons in BEGIN.items():
        mine = {one.name for _, commands in sections(ALL_FEATURES, role) for one in commands}
        assert set(buttons) <= mine


def test_a_handful_begins_with_what_the_role_alone_may() -> None:
    assert most_useful(FEATURES, Role.STAFF, "help") == (NOTICE, PENDING, REPORT, ORGS, ORG)
    assert most_useful(FEATURES, Role.LIAISON, "help") == (REPORT, ORGS, ORG, NOTICE)
    assert most_useful(FEATURES, Role.MEMBER, "help") == (ORGS, ORG, NOTICE)


@pytest.mark.parametrize(
    "word", ["notice", "/notice", "通知", "／通知", "#通知", "/Notice@gongjian_bot", " 通知 8月"]
)
def test_a_command_is_found_by_any_of_its_names(word: str) -> None:
    assert named(FEATURES, word) is NOTICE


@pytest.mark.parametrize("word", ["join", JOIN.name, "", "   ", "/", "北京"])
def test_links_and_nonsense_name_no_command(word: str) -> None:
    assert named(FEATURES, word) is None


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("/notise", NOTICE),
        ("/通之", NOTICE),
        ("/tongzhi", NOTICE),
        ("/tongzi", NOTICE),
        ("/bangzu", HELP),
        ("/org s", ORG),
        ("帮助我", HELP),
        ("查单位", ORG),
    ],
)
def test_a_slip_is_understood(word: str, command: Command) -> None:
    assert likely(FEATURES, Role.MEMBER, word)[0] is command


def test_nobody_is_pointed_to_what_the_role_may_not() -> None:
    assert PENDING not in likely(FEATURES, Role.MEMBER, "/pendin")
    assert likely(FEATURES, Role.STAFF, "/pendin") == (PENDING,)


def test_words_that_are_like_nothing_mean_nothing() -> None:
    assert likely(FEATURES, Role.STAFF, "今天天气怎么样") == ()
    assert likely(FEATURES, Role.STAFF, "Our hall is being painted") == ()
    assert likely(FEATURES, Role.STAFF, "/our") != ()
    for words in ("你好", "好的", "催一下", "/天气", "/登记", "哈哈"):
        assert likely(FEATURES, Role.STAFF, words) == (), words


@pytest.mark.parametrize(
    ("text", "answer"),
    [("/x", True), (" ／通之", True), ("#x", True), ("通知", False), ("", False)],
)
def test_commands_begin_with_a_sign(text: str, *, answer: bool) -> None:
    assert is_command(text) is answer


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    named(FEATURES, text)
    assert len(likely(FEATURES, Role.STAFF, text)) <= 3
