"""Help says how a command is typed, in the reader's language, and fits a message."""

import pytest

from commands.help import manuals, views
from commands.help.rules import most_useful, sections
from commands.kit import Asker, Role
from locales import Catalogues, Words
from storage.organisations import Organisation
from storage.people import Person
from tests.commands.help.features import FEATURES, NOTICE, ORG, PENDING
from tests.commands.posts import HOSTILE, check_limits, starts

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
XINGLONG = Organisation(
    id=2, position=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"
)
CHEN = Person(id=2001, name="陈姐")
STAFF = Person(id=1001, name="王主任", is_staff=True)


def test_every_command_has_a_line_and_an_example_to_copy() -> None:
    text = manuals.manual(CHINESE, sections(FEATURES, Role.STAFF), Role.STAFF).text
    assert "/notice（/通知）" in text
    assert "<code>/通知 Meeting at 3</code>" in text
    text = manuals.manual(ENGLISH, sections(FEATURES, Role.STAFF), Role.STAFF).text
    assert "<code>/notice Meeting at 3</code>" in text


def test_members_are_told_what_a_number_does_and_not_how_to_send() -> None:
    text = manuals.manual(CHINESE, sections(FEATURES, Role.MEMBER), Role.MEMBER).text
    assert "<code>/通知 12</code>" in text
    assert "Send a notice" not in text
    assert "Meeting at 3" not in text


def test_in_a_group_help_is_short_and_leads_to_the_private_chat() -> None:
    post = manuals.short_manual(CHINESE, most_useful(FEATURES, Role.STAFF, "help"), Role.STAFF)
    assert len(post.text.splitlines()) == 6
    assert starts(post) == ["help"]


def test_one_command_is_explained_whole() -> None:
    text = manuals.explanation(CHINESE, NOTICE, Role.STAFF).text
    assert "<code>/通知 Meeting at 3</code>" in text
    assert "<code>通知 ……</code>" in text
    assert "<code>/通知 12</code>" in text
    assert "只有" not in text


def test_who_may_not_use_it_is_told_who_may() -> None:
    assert "只有街道工作人员能用" in manuals.explanation(CHINESE, PENDING, Role.MEMBER).text


def test_a_slip_is_answered_with_what_was_meant() -> None:
    text = manuals.no_such(CHINESE, "/notise", (NOTICE,)).text
    assert "/notise" in text
    assert "您是不是想用 /notice" in text
    assert "/help" in manuals.no_such(CHINESE, "/x", ()).text


@pytest.mark.parametrize(
    ("asker", "words"),
    [
        (Asker(STAFF), "街道工作人员"),
        (Asker(CHEN, (XINGLONG,)), "兴隆社区"),
        (Asker(CHEN), "/join"),
    ],
)
def test_the_greeting_is_by_role_and_offers_both_languages(asker: Asker, words: str) -> None:
    post = views.greeting(CHINESE, asker)
    assert words in post.text
    labels = [button.label for row in post.buttons for button in row]
    assert labels[-2:] == ["中文", "English"]


def test_a_photo_is_answered_by_role() -> None:
    assert "#活动" in views.how_to_report(CHINESE, Role.LIAISON).text
    assert "联络员上报" in views.how_to_report(CHINESE, Role.MEMBER).text


def test_not_understood_offers_what_works() -> None:
    hint = views.hint(CHINESE, (NOTICE, PENDING, ORG))
    assert "<code>/查单位 Jungan</code>" in hint.text


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words_keep_the_limits(words: Words, value: str) -> None:
    person = Person(id=1, name=value)
    one = XINGLONG.model_copy(update={"short_name": value})
    for post in (
        views.greeting(words, Asker(person, (one,) * 300)),
        manuals.no_such(words, value, ()),
    ):
        check_limits(post)
