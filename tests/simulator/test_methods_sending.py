"""Sending: limits, replies, keyboards, who can be reached."""

from typing import Any

import pytest

from tests.simulator.world_scene import Scene, keyboard

NO_END = 'Can\'t find end tag corresponding to start tag "b"'


def test_html_is_parsed_and_the_message_stands_in_the_chat() -> None:
    scene = Scene()
    sent = scene.call(
        "sendMessage", chat_id=str(scene.group), text="<b>通知</b> /help", parse_mode="HTML"
    )
    assert [one["type"] for one in sent["entities"]] == ["bold", "bot_command"]
    assert sent["from"]["id"] == scene.world.bot.id
    assert scene.world.message(scene.group, sent["message_id"]) == sent
    assert scene.updates() == []


def test_the_bot_can_mark_the_text_itself() -> None:
    scene = Scene()
    marks = '[{"type":"bold","offset":0,"length":2}]'
    sent = scene.call("sendMessage", chat_id=scene.group, text="通知", entities=marks)
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    refusal = scene.refused(
        "sendMessage", chat_id=scene.group, text="通知", entities=[{"type": "bold"}]
    )
    assert refusal.description.startswith("Bad Request: can't parse MessageEntity")


def test_a_person_is_mentioned_by_id() -> None:
    scene = Scene()
    text = f'<a href="tg://user?id={scene.ben}">本叔</a> <a href="tg://user?id=404">谁</a>'
    sent = scene.call("sendMessage", chat_id=scene.group, text=text, parse_mode="HTML")
    (mention,) = sent["entities"]
    assert (mention["type"], mention["user"]["id"]) == ("text_mention", scene.ben)
    assert sent["text"] == "本叔 谁"


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: message text is empty"),
        ("<b></b>", "Bad Request: message text is empty"),
        ("好" * 4097, "Bad Request: message is too long"),
        ("😀" * 2049, "Bad Request: message is too long"),
        ("\ud83d", "Bad Request: strings must be encoded in UTF-8"),
        ("<b>x", f"Bad Request: can't parse entities: {NO_END}"),
    ],
)
def test_texts_that_telegram_refuses(text: str, description: str) -> None:
    scene = Scene()
    refusal = scene.refused("sendMessage", chat_id=scene.group, text=text, parse_mode="HTML")
    assert (refusal.code, refusal.description) == (400, description)


def test_the_limit_counts_after_parsing() -> None:
    scene = Scene()
    text = "<b>" + "好" * 4096 + "</b>"
    scene.call("sendMessage", chat_id=scene.group, text=text, parse_mode="HTML")


@pytest.mark.parametrize("chat", [404, "@nobody", "-1001", "²"])
def test_an_unknown_chat(chat: object) -> None:
    refusal = Scene().refused("sendMessage", chat_id=chat, text="喂")
    assert (refusal.code, refusal.description) == (400, "Bad Request: chat not found")


def test_a_person_who_never_pressed_start_cannot_be_reached() -> None:
    scene = Scene()
    person = scene.world.add_person("陈").id
    refusal = scene.refused("sendMessage", chat_id=person, text="喂")
    assert refusal.description == "Forbidden: bot can't initiate conversation with a user"
    assert refusal.code == 403


def test_a_chat_that_the_bot_has_left() -> None:
    scene = Scene(type="group")
    scene.call("leaveChat", chat_id=scene.group)
    refusal = scene.refused("sendMessage", chat_id=scene.group, text="喂")
    assert refusal.description == "Forbidden: bot is not a member of the group chat"


def test_a_reply_and_a_reply_to_what_is_gone() -> None:
    scene = Scene()
    asked = scene.world.say(scene.ben, scene.group, "几点？")
    answer = {"chat_id": scene.group, "text": "三点"}
    sent = scene.call("sendMessage", **answer, reply_parameters={"message_id": asked})
    assert sent["reply_to_message"]["text"] == "几点？"
    gone: dict[str, Any] = {"message_id": 404}
    refusal = scene.refused("sendMessage", **answer, reply_parameters=gone)
    assert refusal.description == "Bad Request: message to be replied not found"
    gone["allow_sending_without_reply"] = True
    assert "reply_to_message" not in scene.call("sendMessage", **answer, reply_parameters=gone)


def test_a_reply_to_a_message_of_another_chat() -> None:
    scene = Scene()
    asked = scene.world.say(scene.ben, scene.group, "几点？")
    elsewhere = {"message_id": asked, "chat_id": scene.group}
    sent = scene.call("sendMessage", chat_id=scene.ann, text="x", reply_parameters=elsewhere)
    assert sent["external_reply"]["origin"]["sender_user"]["id"] == scene.ben
    elsewhere["message_id"] = 404
    refusal = scene.refused("sendMessage", chat_id=scene.ann, text="x", reply_parameters=elsewhere)
    assert refusal.description == "Bad Request: message to be replied not found"


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "活" * 22}, "BUTTON_DATA_INVALID"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"url": "no where"}, "inline keyboard button URL 'no where' is invalid: Wrong HTTP URL"),
        (
            {},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
    ],
)
def test_buttons_that_telegram_refuses(button: dict[str, str], description: str) -> None:
    scene = Scene()
    refusal = scene.refused(
        "sendMessage", chat_id=scene.group, text="x", reply_markup=keyboard(**button)
    )
    assert refusal.description == f"Bad Request: {description}"


def test_a_keyboard_comes_back_as_it_is_kept() -> None:
    scene = Scene()
    markup = keyboard(callback_data="活" * 21)
    markup["inline_keyboard"].append([{"text": "网页", "url": "example.com"}])
    sent = scene.call("sendMessage", chat_id=scene.group, text="x", reply_markup=markup)
    rows = sent["reply_markup"]["inline_keyboard"]
    assert rows[0] == markup["inline_keyboard"][0]
    assert rows[1] == [{"text": "网页", "url": "http://example.com/"}]


def test_a_hundred_buttons_and_no_more() -> None:
    scene = Scene()
    row = [{"text": "x", "callback_data": "x"}]
    asked = {"chat_id": scene.group, "text": "x"}
    scene.call("sendMessage", **asked, reply_markup={"inline_keyboard": [row] * 100})
    assert scene.refused("sendMessage", **asked, reply_markup={"inline_keyboard": [row] * 101})


def test_a_force_reply_is_shown_beside_the_message_not_in_it() -> None:
    scene = Scene()
    wish = {"force_reply": True, "input_field_placeholder": "地点"}
    sent = scene.call("sendMessage", chat_id=scene.ann, text="在哪里？", reply_markup=wish)
    assert "reply_markup" not in sent
    assert scene.world.extras(scene.ann) == {sent["message_id"]: {"force_reply": wish}}


def test_points_contacts_and_actions() -> None:
    scene = Scene()
    place = {"chat_id": scene.group, "latitude": "39.9", "longitude": 116.4}
    assert scene.call("sendLocation", **place)["location"]["latitude"] == 39.9
    venue = scene.call("sendVenue", **place, title="活动室", address="1 号")["venue"]
    assert venue["title"] == "活动室"
    contact = scene.call("sendContact", chat_id=scene.group, phone_number="1", first_name="本")
    assert contact["contact"] == {"phone_number": "1", "first_name": "本"}
    assert scene.call("sendChatAction", chat_id=scene.group, action="typing") is True
    assert scene.refused("sendChatAction", chat_id=scene.group, action="sleep").code == 400
    assert scene.refused("sendLocation", chat_id=scene.group, latitude="nan", longitude=1)


def test_protected_content_and_previews_are_kept() -> None:
    scene = Scene()
    sent = scene.call(
        "sendMessage",
        chat_id=scene.group,
        text="x",
        protect_content="true",
        link_preview_options='{"is_disabled":true}',
    )
    assert sent["has_protected_content"] is True
    assert sent["link_preview_options"] == {"is_disabled": True}


def test_a_channel_takes_posts_only_from_an_administrator() -> None:
    scene = Scene()
    channel = scene.world.add_channel("公告", [], [scene.ann]).id
    assert scene.call("sendMessage", chat_id=channel, text="x")["sender_chat"]["id"] == channel
    closed = scene.world.add_channel("他们的", [], [scene.ann], bot="member").id
    refusal = scene.refused("sendMessage", chat_id=closed, text="x")
    assert refusal.description == "Bad Request: need administrator rights in the channel chat"


def test_an_unknown_method_is_recorded_like_every_request() -> None:
    scene = Scene()
    refusal = scene.refused("banChatMember", chat_id=scene.group, user_id=scene.ben)
    assert (refusal.code, refusal.description) == (404, "Not Found: method not found")
    scene.world.call("GETME", {}, {})
    unknown, me = scene.world.requests
    assert (unknown.method, unknown.ok, unknown.answer) == (
        "banChatMember",
        False,
        "Not Found: method not found",
    )
    assert (me.ok, me.answer["id"]) == (True, scene.world.bot.id)
