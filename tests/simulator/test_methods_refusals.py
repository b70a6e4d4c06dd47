"""Requests that Telegram refuses, by method."""

from typing import Any

import pytest

from simulator.world import Refusal
from simulator.world.values import Rules
from tests.simulator.world_scene import Scene

CONTACT = {"phone_number": "1", "first_name": "本"}
PLACE = {"latitude": 1, "longitude": 1}
POLL = {"question": "？", "options": ["一", "二"]}
REACTION = {"type": "emoji", "emoji": "👍"}

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
    ("sendMessage", {"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ("sendMessage", {"text": "x", "message_thread_id": 1.5}, "must be an integer"),
    ("sendMessage", {"text": True}, 'parameter "text" must be a string'),
    ("sendMessage", {"text": "x", "entities": {}}, "array expected as entities"),
    ("sendMessage", {"text": "x", "entities": [1]}, "array of objects expected as entities"),
    ("sendLocation", {"latitude": "north", "longitude": 1}, "must be a number"),
    ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong coordinates specified"),
    ("sendVenue", PLACE | {"address": "x"}, "venue title must be non-empty"),
    ("sendVenue", PLACE | {"title": "x"}, "venue address must be non-empty"),
    ("sendContact", {"first_name": "本"}, "phone number is empty"),
    ("sendContact", {"phone_number": "1"}, "first name is empty"),
    ("sendPoll", POLL | {"options": []}, "poll must have 1-12 answer options"),
    ("sendPoll", POLL | {"options": ["x" * 101]}, "poll option length must be 1-100"),
    ("sendPoll", POLL | {"question": "x" * 301}, "poll question length must be 1-300"),
    ("sendPoll", POLL | {"type": "exam"}, "unsupported poll type specified"),
    ("sendPoll", POLL | {"type": "quiz"}, "wrong correct option ID specified"),
    ("stopPoll", {"message_id": "MESSAGE"}, "message with poll to stop not found"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"inline_message_id": "x", "text": "x"}, "MESSAGE_ID_INVALID"),
    ("editMessageMedia", {"message_id": "MESSAGE"}, "there is no media in the message to edit"),
    ("deleteMessages", {}, "message identifiers are not specified"),
    ("setMessageReaction", {"message_id": "MESSAGE", "reaction": [REACTION] * 2}, "REACTIONS_TOO"),
    ("setMyCommands", {"commands": [], "scope": {"type": "all"}}, "unsupported type of BotCommand"),
    ("setChatMenuButton", {"chat_id": 404}, "chat not found"),
    ("createForumTopic", {"chat_id": "FORUM", "name": "x", "icon_color": 1}, "wrong icon color"),
    ("createForumTopic", {"chat_id": "FORUM", "name": " "}, "invalid topic name specified"),
    ("closeForumTopic", {"chat_id": "FORUM", "message_thread_id": 404}, "message thread not found"),
    ("createChatInviteLink", {"name": "x" * 33}, "invite link name is too long"),
    ("createChatInviteLink", {"creates_join_request": True, "member_limit": 1}, "member limit"),
    ("createChatInviteLink", {"chat_id": "ANN"}, "chat not found"),
    ("leaveChat", {"chat_id": "ANN"}, "can't be changed in private chats"),
    ("approveChatJoinRequest", {"user_id": "ANN"}, "USER_ALREADY_PARTICIPANT"),
    ("getFile", {}, "file_id not specified"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
def test_a_request_is_refused(method: str, params: dict[str, Any], words: str) -> None:
    scene = Scene()
    forum = scene.world.add_group("论坛", [], [scene.ann], forum=True, bot="administrator").id
    named = {"MESSAGE": scene.said(), "ANN": scene.ann, "FORUM": forum}
    meant = {
        name: named.get(value, value) if isinstance(value, str) else value
        for name, value in ({"chat_id": scene.group} | params).items()
    }
    refusal = scene.refused(method, **meant)
    assert refusal.code == 400
    assert refusal.description.startswith("Bad Request: ")
    assert words in refusal.description


def test_a_topic_is_closed_once() -> None:
    scene = Scene()
    forum = scene.world.add_group("论坛", [], [scene.ann], forum=True, bot="administrator").id
    topic = scene.world.add_topic(scene.ann, forum, "义诊")
    place = {"chat_id": forum, "message_thread_id": topic}
    scene.call("closeForumTopic", **place)
    refusal = scene.refused("closeForumTopic", **place)
    assert refusal.description == "Bad Request: TOPIC_NOT_MODIFIED"


@pytest.mark.parametrize(
    ("results", "words"),
    [([{"id": "1"}] * 51, "RESULTS_TOO_MUCH"), ([{"id": "x" * 65}], "RESULT_ID_INVALID")],
)
def test_inline_results_are_refused(results: list[dict[str, str]], words: str) -> None:
    scene = Scene()
    query = scene.world.ask_inline(scene.ben, "义诊")
    refusal = scene.refused("answerInlineQuery", inline_query_id=query, results=results)
    assert refusal.description == f"Bad Request: {words}"


ARTICLE = {"type": "article", "id": "1", "title": "义诊"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"results": [ARTICLE]}, "MESSAGE_TEXT_EMPTY"),
        ({"results": [ARTICLE | {"title": ""}]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [ARTICLE | {"input_message_content": {"message_text": ""}}]}, "text is empty"),
        ({"results": [], "next_offset": "9" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "?"}}, "START_PARAM_INVALID"),
    ],
)
def test_inline_answers_are_refused(asked: dict[str, object], words: str) -> None:
    scene = Scene()
    query = scene.world.ask_inline(scene.ben, "义诊")
    assert words in scene.refused("answerInlineQuery", inline_query_id=query, **asked).description


def test_a_chosen_result_is_posted_in_the_choosers_name_via_the_bot() -> None:
    scene = Scene()
    query = scene.world.ask_inline(scene.ben, "义诊")
    content = {"message_text": "<b>周五义诊</b>", "parse_mode": "HTML"}
    results = [ARTICLE | {"input_message_content": content}]
    scene.call("answerInlineQuery", inline_query_id=query, results=results)
    posted = scene.world.choose_inline(scene.ben, scene.group, query, "1")
    message = scene.world.message(scene.group, posted)
    assert (message["text"], message["from"]["id"]) == ("周五义诊", scene.ben)
    assert message["via_bot"]["id"] == scene.world.bot.id
    with pytest.raises(Refusal):
        scene.world.choose_inline(scene.ann, scene.group, query, "1")
    scene.world.rules = Rules(inline=False)
    assert not scene.call("getMe")["supports_inline_queries"]
    with pytest.raises(Refusal):
        scene.world.ask_inline(scene.ben, "义诊")


def test_a_quiz_knows_its_right_answer() -> None:
    scene = Scene()
    sent = scene.call(
        "sendPoll", chat_id=scene.group, **POLL, type="quiz", correct_option_ids="[1]"
    )
    assert sent["poll"]["correct_option_ids"] == [1]
