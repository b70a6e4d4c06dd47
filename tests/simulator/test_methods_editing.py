"""Editing, deleting, pinning, forwarding and copying."""

from typing import Any

import pytest

from tests.simulator.world_scene import NOON, Scene, keyboard, picture, upload

HOUR = 60 * 60


def at(scene: Scene, number: int) -> dict[str, Any]:
    return {"chat_id": scene.group, "message_id": number}


def photo(scene: Scene) -> dict[str, Any]:
    sent: dict[str, Any] = scene.call(
        "sendPhoto", {"photo": upload(picture())}, chat_id=scene.group, caption="旧"
    )
    return sent


def test_an_edit_replaces_text_and_keyboard() -> None:
    scene = Scene()
    number = scene.said("一 #a", reply_markup=keyboard(callback_data="x"))
    scene.clock.time += 5
    edited = scene.call("editMessageText", **at(scene, number), text="二")
    assert (edited["text"], edited["edit_date"]) == ("二", NOON + 5)
    assert "reply_markup" not in edited
    assert "entities" not in edited
    assert scene.world.message(scene.group, number) == edited


def test_an_edit_that_changes_nothing_is_refused() -> None:
    scene = Scene()
    number = scene.said("一", reply_markup=keyboard(callback_data="x"))
    same = {"text": "<b></b>一", "parse_mode": "HTML", "reply_markup": keyboard(callback_data="x")}
    refusal = scene.refused("editMessageText", **at(scene, number), **same)
    assert refusal.description.startswith("Bad Request: message is not modified: specified new")
    same["reply_markup"] = keyboard(callback_data="y")
    scene.call("editMessageText", **at(scene, number), **same)
    keys = {"reply_markup": same["reply_markup"]}
    assert scene.refused("editMessageReplyMarkup", **at(scene, number), **keys).code == 400


def test_a_keyboard_is_taken_away_without_an_edit_mark() -> None:
    scene = Scene()
    number = scene.said("一", reply_markup=keyboard(callback_data="x"))
    edited = scene.call("editMessageReplyMarkup", **at(scene, number))
    assert "reply_markup" not in edited
    assert "edit_date" not in edited


def test_captions_and_media_are_edited() -> None:
    scene = Scene()
    sent = photo(scene)
    number = sent["message_id"]
    assert scene.call("editMessageCaption", **at(scene, number), caption="新")["caption"] == "新"
    media = {"type": "photo", "media": "attach://b"}
    edited = scene.call(
        "editMessageMedia", {"b": upload(picture(50, 60))}, **at(scene, number), media=media
    )
    assert edited["photo"][0]["height"] == 60
    assert "caption" not in edited
    assert scene.refused("editMessageText", **at(scene, number), text="x").code == 400
    assert scene.refused("editMessageCaption", **at(scene, scene.said()), caption="x").code == 400


@pytest.mark.parametrize(
    ("method", "doing"),
    [("editMessageText", "edit"), ("deleteMessage", "delete"), ("pinChatMessage", "pin")],
)
def test_a_message_that_is_not_there(method: str, doing: str) -> None:
    scene = Scene()
    refusal = scene.refused(method, **at(scene, 404), text="x")
    assert refusal.description == f"Bad Request: message to {doing} not found"


def test_others_messages_cannot_be_edited() -> None:
    scene = Scene()
    number = scene.world.say(scene.ben, scene.group, "我的")
    refusal = scene.refused("editMessageText", **at(scene, number), text="你的")
    assert refusal.description == "Bad Request: message can't be edited"
    scene.call("pinChatMessage", **at(scene, number))
    pin = scene.world.messages(scene.group)[-1]["message_id"]
    refusal = scene.refused("editMessageReplyMarkup", **at(scene, pin))
    assert refusal.description == "Bad Request: message can't be edited"


def test_an_administrator_deletes_anything_for_48_hours() -> None:
    scene = Scene()
    early = scene.world.say(scene.ben, scene.group, "早")
    scene.clock.time += 48 * HOUR + 1
    fresh = scene.world.say(scene.ben, scene.group, "新")
    assert scene.call("deleteMessage", **at(scene, fresh)) is True
    refusal = scene.refused("deleteMessage", **at(scene, early))
    assert refusal.description == "Bad Request: message can't be deleted"
    scene.world.rules.deletion_window = False
    scene.call("deleteMessage", **at(scene, early))
    assert scene.world.messages(scene.group) == []


def test_a_plain_member_deletes_only_its_own() -> None:
    scene = Scene("member")
    number = scene.world.say(scene.ben, scene.group, "我的")
    assert scene.refused("deleteMessage", **at(scene, number)).code == 400
    scene.call("deleteMessage", **at(scene, scene.said()))
    private = scene.world.say(scene.ben, scene.ben, "私聊")
    scene.call("deleteMessage", chat_id=scene.ben, message_id=private)


def test_several_are_deleted_at_once_and_unknown_ones_passed_over() -> None:
    scene = Scene()
    numbers = [scene.said() for _ in range(3)]
    scene.call("deleteMessages", chat_id=scene.group, message_ids=[*numbers[:2], 404])
    assert [one["message_id"] for one in scene.world.messages(scene.group)] == [numbers[2]]
    assert scene.refused("deleteMessages", chat_id=scene.group, message_ids=[{}]).code == 400
    assert scene.refused("deleteMessages", chat_id=scene.group, message_ids=[1] * 101).code == 400


def test_pinning_says_so_and_unpinning_takes_the_newest() -> None:
    scene = Scene()
    first, second = scene.said("一"), scene.said("二")
    scene.call("pinChatMessage", **at(scene, first))
    assert scene.update("message")["pinned_message"]["text"] == "一"
    scene.call("pinChatMessage", **at(scene, second), disable_notification=True)
    scene.call("pinChatMessage", **at(scene, second))
    assert scene.world.pinned(scene.group) == [first, second]
    assert scene.call("getChat", chat_id=scene.group)["pinned_message"]["text"] == "二"
    scene.call("unpinChatMessage", chat_id=scene.group)
    assert scene.world.pinned(scene.group) == [first]
    refusal = scene.refused("unpinChatMessage", **at(scene, second))
    assert refusal.description == "Bad Request: message to unpin not found"


def test_pinning_needs_the_right() -> None:
    scene = Scene("member")
    refusal = scene.refused("pinChatMessage", **at(scene, scene.said()))
    assert refusal.description == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    private = scene.call("sendMessage", chat_id=scene.ann, text="x")["message_id"]
    scene.call("pinChatMessage", chat_id=scene.ann, message_id=private)


def test_a_deleted_message_is_no_longer_pinned() -> None:
    scene = Scene()
    number = scene.said()
    scene.call("pinChatMessage", **at(scene, number))
    scene.call("deleteMessage", **at(scene, number))
    assert scene.world.pinned(scene.group) == []


def test_a_forward_names_its_origin_and_a_copy_does_not() -> None:
    scene = Scene()
    number = scene.world.say(scene.ben, scene.group, "报名 #义诊")
    source = {"from_chat_id": scene.group, "message_id": number, "chat_id": scene.ann}
    forwarded = scene.call("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == scene.ben
    copied = scene.call("copyMessage", **source, reply_markup=keyboard(callback_data="x"))
    copy = scene.world.message(scene.ann, copied["message_id"])
    assert (copy["text"], "forward_origin" in copy) == ("报名 #义诊", False)
    assert copy["reply_markup"]["inline_keyboard"]
    again = scene.call(
        "forwardMessage",
        from_chat_id=scene.ann,
        message_id=forwarded["message_id"],
        chat_id=scene.group,
    )
    assert again["forward_origin"] == forwarded["forward_origin"]


def test_a_copy_can_have_another_caption() -> None:
    scene = Scene()
    source = {"from_chat_id": scene.group, "message_id": photo(scene)["message_id"]}
    copied = scene.call("copyMessage", **source, chat_id=scene.group, caption="新")
    assert scene.world.message(scene.group, copied["message_id"])["caption"] == "新"


@pytest.mark.parametrize(
    ("method", "doing"), [("forwardMessage", "forward"), ("copyMessage", "copy")]
)
def test_what_cannot_be_passed_on(method: str, doing: str) -> None:
    scene = Scene()
    place = {"from_chat_id": scene.group, "chat_id": scene.ann}
    refusal = scene.refused(method, **place, message_id=404)
    assert refusal.description == f"Bad Request: message to {doing} not found"
    kept = scene.said(protect_content=True)
    assert scene.refused(method, **place, message_id=kept).code == 400
