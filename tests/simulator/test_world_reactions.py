"""Presses, reactions, votes, inline questions."""

import pytest

from simulator.world import Event, Refusal
from tests.simulator.world_scene import Scene, keyboard

STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def test_a_press_brings_the_message_and_is_answered() -> None:
    scene = Scene()
    number = scene.said(reply_markup=keyboard(callback_data="ack:7"))
    heard: list[Event] = []
    scene.world.subscribe(heard.append)
    query = scene.world.press(scene.ben, scene.group, number, "ack:7")
    pressed = scene.update("callback_query")
    assert (pressed["id"], pressed["from"]["id"], pressed["data"]) == (query, scene.ben, "ack:7")
    assert pressed["message"]["text"] == "通知"
    assert scene.world.answer(query) is None
    scene.call("answerCallbackQuery", callback_query_id=query, text="收到", show_alert="true")
    shown = {"text": "收到", "show_alert": True, "url": ""}
    assert scene.world.answer(query) == shown
    assert heard == [Event("answer", scene.group, {"query": query, "person": scene.ben} | shown)]


def test_an_anonymous_administrator_presses_under_the_real_name() -> None:
    scene = Scene()
    number = scene.world.say(scene.ann, scene.group, "x", anonymous=True)
    scene.updates()
    scene.world.press(scene.ann, scene.group, number, "forged")
    assert scene.update("callback_query")["from"]["id"] == scene.ann


def test_a_second_answer_is_fine_but_a_late_one_is_not() -> None:
    scene = Scene()
    query = scene.world.press(scene.ben, scene.group, scene.said(), "x")
    scene.call("answerCallbackQuery", callback_query_id=query, text="一")
    scene.call("answerCallbackQuery", callback_query_id=query, text="二")
    scene.clock.time += 16
    assert scene.refused("answerCallbackQuery", callback_query_id=query).description == STALE
    scene.world.rules.stale_callbacks = False
    scene.call("answerCallbackQuery", callback_query_id=query)
    assert scene.refused("answerCallbackQuery", callback_query_id="7").description == STALE


def test_an_answer_has_at_most_200_characters() -> None:
    scene = Scene()
    query = scene.world.press(scene.ben, scene.group, scene.said(), "x")
    scene.call("answerCallbackQuery", callback_query_id=query, text="好" * 200)
    refusal = scene.refused("answerCallbackQuery", callback_query_id=query, text="好" * 201)
    assert refusal.description == "Bad Request: MESSAGE_TOO_LONG"


def test_an_answer_opens_only_the_bot_itself() -> None:
    scene = Scene()
    query = scene.world.press(scene.ben, scene.group, scene.said(), "x")
    link = "https://t.me/gongjian_bot?start=join"
    scene.call("answerCallbackQuery", callback_query_id=query, url=link)
    refusal = scene.refused("answerCallbackQuery", callback_query_id=query, url="https://a.org")
    assert refusal.description == "Bad Request: URL_INVALID"


@pytest.mark.parametrize("lost", ["deleted", "old"])
def test_a_press_on_a_message_out_of_reach(lost: str) -> None:
    scene = Scene()
    number = scene.said()
    if lost == "deleted":
        scene.call("deleteMessage", chat_id=scene.group, message_id=number)
    else:
        scene.clock.time += 31 * 24 * 60 * 60
    scene.world.press(scene.ben, scene.group, number, "ack:7")
    message = scene.update("callback_query")["message"]
    assert message["message_id"] == number
    assert message["date"] == 0
    assert "text" not in message


def test_who_is_not_there_cannot_press() -> None:
    scene = Scene()
    with pytest.raises(Refusal):
        scene.world.press(scene.world.add_person("路人").id, scene.group, scene.said(), "x")


def test_reactions_come_when_asked_for_and_are_shown_beside_the_message() -> None:
    scene = Scene()
    number = scene.said()
    scene.world.react(scene.ben, scene.group, number, "👍")
    assert scene.updates() == []
    scene.call("getUpdates", allowed_updates=["message_reaction"])
    heard: list[Event] = []
    scene.world.subscribe(heard.append)
    scene.world.react(scene.ann, scene.group, number, "👍")
    scene.world.react(scene.ben, scene.group, number, "🎉")
    told = {"message": number, "person": scene.ben, "emoji": "🎉"}
    assert heard[-1] == Event("reaction", scene.group, told)
    scene.world.react(scene.ann, scene.group, number, "")
    changes = [
        [[one["emoji"] for one in update["message_reaction"][side]] for side in sides]
        for sides in [("old_reaction", "new_reaction")]
        for update in scene.updates()
    ]
    assert changes == [[[], ["👍"]], [["👍"], ["🎉"]], [["👍"], []]]
    shown = [{"emoji": "🎉", "count": 1, "mine": True}]
    assert scene.world.extras(scene.group, scene.ben) == {number: {"reactions": shown}}


def test_an_anonymous_administrator_reacts_as_the_group() -> None:
    scene = Scene()
    scene.call("getUpdates", allowed_updates=["message_reaction"])
    scene.world.react(scene.ann, scene.group, scene.said(), "👍", anonymous=True)
    change = scene.update("message_reaction")
    assert change["actor_chat"]["id"] == scene.group
    assert "user" not in change


def test_who_is_not_there_does_not_react() -> None:
    scene = Scene()
    with pytest.raises(Refusal):
        scene.world.react(scene.world.add_person("路人").id, scene.group, scene.said(), "👍")


def test_reactions_do_not_come_to_a_plain_member() -> None:
    scene = Scene("member")
    scene.call("getUpdates", allowed_updates=["message_reaction"])
    scene.world.react(scene.ben, scene.group, scene.said(), "👍")
    assert scene.updates() == []


def test_the_bot_reacts_with_one_known_emoji() -> None:
    scene = Scene()
    number = scene.world.say(scene.ben, scene.group, "报名")
    place = {"chat_id": scene.group, "message_id": number}
    scene.call("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👌"}])
    assert scene.world.extras(scene.group)[number]["reactions"][0]["emoji"] == "👌"
    scene.call("setMessageReaction", **place)
    assert scene.world.extras(scene.group) == {}
    unknown = [{"type": "emoji", "emoji": "🥟"}]
    assert (
        "REACTION_INVALID"
        in scene.refused("setMessageReaction", **place, reaction=unknown).description
    )


def test_votes_are_counted_and_named_in_an_open_poll() -> None:
    scene = Scene()
    sent = scene.call(
        "sendPoll",
        chat_id=scene.group,
        question="周几？",
        options='[{"text":"周六"},{"text":"周日"}]',
        is_anonymous=False,
    )
    number = sent["message_id"]
    scene.world.vote(scene.ben, scene.group, number, [1])
    counted, voted = scene.updates()
    assert [one["voter_count"] for one in counted["poll"]["options"]] == [0, 1]
    assert voted["poll_answer"]["user"]["id"] == scene.ben
    assert voted["poll_answer"]["option_ids"] == [1]
    with pytest.raises(Refusal):
        scene.world.vote(scene.ben, scene.group, number, [0, 1])
    scene.world.vote(scene.ben, scene.group, number, [])
    assert scene.world.message(scene.group, number)["poll"]["total_voter_count"] == 0


def test_an_anonymous_poll_names_nobody() -> None:
    scene = Scene()
    sent = scene.call("sendPoll", chat_id=scene.group, question="？", options=["一", "二"])
    scene.world.vote(scene.ben, scene.group, sent["message_id"], [0])
    assert [set(update) - {"update_id"} for update in scene.updates()] == [{"poll"}]


def test_a_stopped_poll_takes_no_votes() -> None:
    scene = Scene()
    sent = scene.call("sendPoll", chat_id=scene.group, question="？", options=["一", "二"])
    place = {"chat_id": scene.group, "message_id": sent["message_id"]}
    assert scene.call("stopPoll", **place)["is_closed"]
    with pytest.raises(Refusal):
        scene.world.vote(scene.ben, scene.group, sent["message_id"], [0])
    assert scene.refused("stopPoll", **place).description.endswith("already been closed")


def test_a_quiz_is_answered_once_and_not_sent_on_where_it_is_protected() -> None:
    scene = Scene()
    asked = {
        "chat_id": scene.group,
        "question": "几联动？",
        "options": ["三", "五"],
        "type": "quiz",
    }
    told = {"explanation": "<b>五</b>联动", "explanation_parse_mode": "HTML"}
    sent = scene.call(
        "sendPoll", **asked, **told, correct_option_id=1, is_anonymous=False, protect_content=True
    )
    poll, number = sent["poll"], sent["message_id"]
    assert (poll["correct_option_ids"], poll["explanation"]) == ([1], "五联动")
    assert poll["explanation_entities"][0]["type"] == "bold"
    assert not poll["allows_revoting"]
    scene.world.vote(scene.ben, scene.group, number, [0])
    assert scene.world.extras(scene.group, scene.ben)[number] == {"vote": [0]}
    assert scene.world.extras(scene.group, scene.ann) == {}
    for again in ([1], []):
        with pytest.raises(Refusal):
            scene.world.vote(scene.ben, scene.group, number, again)
    with pytest.raises(Refusal):
        scene.world.forward(scene.ben, scene.group, number, scene.group)
    assert "correct option" in scene.refused("sendPoll", **asked).description
    for wrong in ([1, 0], [2], [1, 1]):
        refused = scene.refused("sendPoll", **asked, correct_option_ids=wrong)
        assert "correct option" in refused.description
    for long in ("解" * 201, "一\n二\n三\n四"):
        assert scene.refused("sendPoll", **asked, correct_option_id=0, explanation=long)


def test_an_inline_question_is_answered_with_results() -> None:
    scene = Scene()
    query = scene.world.ask_inline(scene.ben, "义诊")
    assert scene.update("inline_query")["query"] == "义诊"
    content = {"message_text": "周五义诊"}
    result = {"type": "article", "id": "1", "title": "义诊", "input_message_content": content}
    asked = {"inline_query_id": query}
    scene.call("answerInlineQuery", **asked, results=[result])
    answer = {"results": [result], "next_offset": "", "button": None}
    assert scene.world.answer(query) == answer
    twice = scene.refused("answerInlineQuery", **asked, results=[result, result])
    assert twice.description == "Bad Request: RESULT_ID_DUPLICATE"
