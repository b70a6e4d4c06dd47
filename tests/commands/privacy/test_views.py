"""What people read of their data: in both languages, and with nothing of others."""

import json
from typing import Any

import pytest

from commands.kit import Asker
from commands.privacy import views
from locales import LANGUAGES, Catalogues, Words, plain
from storage.forgetting import Leaving
from storage.organisations import Organisation
from storage.people import Person

ME = Person(id=2001, name="陈<姐>", username="chenjie")
MILL = Organisation(id=3, position=1, name="兴隆粮库", short_name="粮库", category="enterprise")
LEAVING = Leaving(is_known=True, is_last_staff=False, bare=(MILL,), answers=2, drafts=1)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Catalogues("zh_CN").words(request.param)


def test_the_summary_says_who_one_is_and_what_one_did(words: Words) -> None:
    post = views.summary(words, Asker(ME, (MILL,)), LEAVING)
    said = plain(post.text)
    assert all(one in said for one in ("陈<姐>", "@chenjie", "2001", "粮库", "2"))
    assert [one.data for row in post.buttons for one in row] == ["privacy.data", "privacy.ask"]


def test_who_has_no_user_name_and_no_organisation_reads_of_none(words: Words) -> None:
    alone = Leaving(is_known=True, is_last_staff=False)
    said = plain(views.summary(words, Asker(Person(id=5)), alone).text)
    assert "@" not in said
    assert len(said.splitlines()) == 7


def test_the_file_is_for_people_first_and_json_for_programs(words: Words) -> None:
    found: dict[str, list[dict[str, Any]]] = {
        "people": [{"id": 2001, "name": "陈姐"}],
        "visitors": [{"visit_id": 0, "at": None}],
    }
    document = views.file(words, found, "2026-08-24").document
    assert document is not None
    text = document.data.decode()
    assert document.name.endswith("2026-08-24.txt")
    readable, _, machine = text.partition("== JSON ==\n")
    assert json.loads(machine) == found
    assert "- id: 2001; name: 陈姐" in readable
    assert "- visit_id: 0" in readable


def test_before_it_goes_one_reads_what_goes_and_what_stays(words: Words) -> None:
    post = views.confirm(words, LEAVING)
    assert "粮库" in post.text
    assert [one.data for one in post.buttons[0]] == ["privacy.forget:0", "privacy.forget:1"]
    assert "⚠️" not in views.confirm(words, Leaving(is_known=True, is_last_staff=False)).text


def test_every_answer_has_words(words: Words) -> None:
    for post in (views.kept(words), views.unknown(words), views.last_staff(words)):
        assert post.text
    assert views.forgotten(words).text
    assert "粮库" in views.bare(words, "粮库").text
    assert "7" in views.placeholder(words, 7)
    assert views.in_private(words, "mydata").buttons
