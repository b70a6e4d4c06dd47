"""The checker can fail: it finds what it is there for."""

import pytest

from simulator.http import Running
from tests.spec.check import Checked
from tests.spec.forms import problems, request_problems

CHAT = {"id": 1, "type": "private"}
MESSAGE = {"message_id": 1, "date": 0, "chat": CHAT}


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"date": 0, "chat": CHAT}, "lacks message_id"),
        (MESSAGE | {"colour": "red"}, "has no colour"),
        (MESSAGE | {"text": 5}, "5 is not String"),
        (MESSAGE | {"photo": {}}, "is not an array"),
        (MESSAGE | {"chat": {"id": 1}}, "Chat lacks type"),
        (MESSAGE | {"message_id": True}, "True is not Integer"),
    ],
)
def test_a_wrong_message_is_found(value: object, complaint: str) -> None:
    assert any(complaint in problem for problem in problems(value, ["Message"], "message"))


def test_a_right_message_has_no_problem() -> None:
    assert problems(MESSAGE | {"text": "好"}, ["Message"], "message") == []


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"chat_id": "1", "text": "x", "colour": "red"}, "no parameter colour"),
        ({"chat_id": "1"}, "lacks text"),
        ({"chat_id": "1", "text": "x", "disable_notification": "perhaps"}, "is not Boolean"),
        ({"chat_id": "1", "text": "x", "reply_parameters": "{}"}, "lacks message_id"),
        ({"chat_id": "1", "text": "x", "reply_markup": '{"inline_keyboard": [{}]}'}, "array"),
    ],
)
def test_a_wrong_request_is_found(params: dict[str, object], complaint: str) -> None:
    found = request_problems("sendMessage", params, set())
    assert any(complaint in problem for problem in found)


def test_a_right_request_has_no_problem() -> None:
    params = {"chat_id": "1", "text": "x", "reply_parameters": '{"message_id": 3}'}
    assert request_problems("sendMessage", params, set()) == []


def test_an_upload_stands_for_its_parameter() -> None:
    assert request_problems("sendPhoto", {"chat_id": 1}, {"photo"}) == []


async def test_a_method_that_the_simulator_does_not_know_is_found(simulator: Running) -> None:
    checked = Checked(simulator)
    for watcher in simulator.api.watchers[-1:]:
        watcher("sendDice", {"chat_id": 1}, set(), None)
    assert checked.problems == ["sendDice: the simulator does not know it"]
