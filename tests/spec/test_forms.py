"""The checker can fail: it finds what it is there for."""

import pytest

from tests.spec.forms import API, constants, problems, request_problems

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
    named = {"chat_id": 1, "photo": "attach://a"}
    assert request_problems("sendPhoto", named, {"a"}) == []


def test_a_file_that_nothing_names_is_found() -> None:
    named = {"chat_id": 1, "photo": "attach://a"}
    found = request_problems("sendPhoto", named, {"a", "b"})
    assert found == ["sendPhoto has no use for the file b"]


@pytest.mark.parametrize(
    ("media", "complaint"),
    [
        ({"type": "photo", "media": "x", "colour": 1}, "InputMediaPhoto has no colour"),
        ({"type": "picture", "media": "x"}, "'picture' is not"),
        ({"media": "x"}, "lacks type"),
    ],
)
def test_a_union_is_told_by_its_type(media: dict[str, object], complaint: str) -> None:
    (found,) = problems([media, {"type": "photo", "media": "x"}], ["Array of InputMedia"], "media")
    assert complaint in found
    assert found.startswith("media[0]")


def test_an_array_may_be_of_several_types() -> None:
    album = [{"type": "photo", "media": "x"}, {"type": "video", "media": "y"}]
    types = API["methods"]["sendMediaGroup"]["fields"]
    (media,) = [field["types"] for field in types if field["name"] == "media"]
    assert problems(album, media, "media") == []
    (found,) = problems([*album, {"type": "voice", "media": "z"}], media, "media")
    assert found.startswith("media[2].type: 'voice' is not")


def test_every_case_of_a_union_that_is_told_by_a_field_names_its_value() -> None:
    kinds = {case for one in API["types"].values() for case in one.get("subtypes", [])}
    told = [
        kind
        for kind in kinds & API["types"].keys()
        if {"type", "source", "status"} & {one["name"] for one in API["types"][kind]["fields"]}
    ]
    assert len(told) > 100
    assert [kind for kind in told if not constants(kind)] == []
