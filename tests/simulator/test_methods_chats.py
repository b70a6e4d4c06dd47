"""Chats, members, topics, the bot's menu and profile, its updates and webhook."""

from typing import Any

import pytest

from tests.simulator.world_scene import Scene


def test_a_chat_and_its_members() -> None:
    scene = Scene()
    chat = scene.call("getChat", chat_id=scene.group)
    assert (chat["title"], chat["type"]) == ("刘寨共建联盟", "supergroup")
    assert scene.call("getChat", chat_id=scene.ann)["username"] == "ann"
    assert scene.call("getChatMemberCount", chat_id=scene.group) == 3
    statuses = [one["status"] for one in scene.call("getChatAdministrators", chat_id=scene.group)]
    assert statuses == ["creator", "administrator"]


@pytest.mark.parametrize(
    ("who", "status"), [("ann", "creator"), ("ben", "member"), ("stranger", "left")]
)
def test_a_members_standing(who: str, status: str) -> None:
    scene = Scene()
    people = {"ann": scene.ann, "ben": scene.ben, "stranger": scene.world.add_person("路人").id}
    member = scene.call("getChatMember", chat_id=scene.group, user_id=str(people[who]))
    assert (member["status"], member["user"]["id"]) == (status, people[who])


def test_unknown_people_and_private_chats() -> None:
    scene = Scene()
    assert scene.refused("getChatMember", chat_id=scene.group, user_id=404).code == 400
    assert scene.refused("getChatMember", chat_id=scene.group).code == 400
    refusal = scene.refused("getChatAdministrators", chat_id=scene.ann)
    assert refusal.description == "Bad Request: there are no administrators in the private chat"


def test_leaving_a_chat_tells_the_bot_and_the_members() -> None:
    scene = Scene()
    scene.call("leaveChat", chat_id=scene.group)
    assert scene.update("my_chat_member")["new_chat_member"]["status"] == "left"
    last = scene.world.messages(scene.group)[-1]
    assert last["left_chat_member"]["id"] == scene.world.bot.id
    assert scene.refused("leaveChat", chat_id=scene.group).code == 403


def test_topics_are_opened_renamed_and_closed() -> None:
    scene = Scene()
    forum = scene.world.add_group(
        "论坛", [scene.ben], [scene.ann], forum=True, bot="administrator"
    ).id
    topic = scene.call("createForumTopic", chat_id=forum, name="义诊")
    place = {"chat_id": forum, "message_thread_id": topic["message_thread_id"]}
    sent = scene.call("sendMessage", **place, text="报名")
    assert sent["is_topic_message"] is True
    scene.call("editForumTopic", **place, name="体检")
    assert scene.refused("editForumTopic", **place, name="体检").code == 400
    scene.call("closeForumTopic", **place)
    assert scene.world.chats[forum].topics[topic["message_thread_id"]].name == "体检"
    scene.world.promote_bot(scene.ann, forum, ["can_manage_chat"])
    assert (
        scene.refused("sendMessage", **place, text="x").description == "Bad Request: TOPIC_CLOSED"
    )
    assert scene.call("editForumTopic", **place, name="义诊") is True  # its creator may
    theirs = place | {"message_thread_id": scene.world.add_topic(scene.ann, forum, "消防")}
    refusal = scene.refused("editForumTopic", **theirs, name="x")
    assert refusal.description == "Bad Request: not enough rights to manage topics in the chat"
    refusal = scene.refused("createForumTopic", chat_id=forum, name="x")
    assert refusal.description == "Bad Request: not enough rights to manage topics in the chat"
    gone = scene.refused("sendMessage", chat_id=forum, message_thread_id=404, text="x")
    assert gone.description == "Bad Request: message thread not found"
    assert scene.refused("createForumTopic", chat_id=scene.group, name="x").code == 400


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"{name} 的用处"} for name in names]


@pytest.mark.parametrize(
    ("scope", "language", "seen_by"),
    [
        (None, "", {"ann", "ben", "private"}),
        (None, "zh", {"ann", "private"}),
        ({"type": "all_private_chats"}, "", {"private"}),
        ({"type": "all_group_chats"}, "", {"ann", "ben"}),
        ({"type": "all_chat_administrators"}, "", {"ann"}),
        ({"type": "chat", "chat_id": "GROUP"}, "", {"ann", "ben"}),
        ({"type": "chat_administrators", "chat_id": "GROUP"}, "", {"ann"}),
        ({"type": "chat_member", "chat_id": "GROUP", "user_id": "BEN"}, "", {"ben"}),
    ],
)
def test_commands_are_seen_in_their_scope_and_language(
    scope: dict[str, Any] | None, language: str, seen_by: set[str]
) -> None:
    scene = Scene()
    places = {"GROUP": scene.group, "BEN": scene.ben}
    meant = scope and {name: places.get(value, value) for name, value in scope.items()}
    asked = {"scope": meant, "language_code": language}
    scene.call("setMyCommands", **asked, commands=commands("help"))
    menus = {
        "ann": scene.world.commands(scene.ann, scene.group),
        "ben": scene.world.commands(scene.ben, scene.group),
        "private": scene.world.commands(scene.ann, scene.ann),
    }
    assert {who for who, menu in menus.items() if menu} == seen_by
    assert scene.call("getMyCommands", **asked) == commands("help")
    scene.call("deleteMyCommands", **asked)
    assert scene.call("getMyCommands", **asked) == []


def test_the_narrowest_scope_wins_and_an_empty_list_hides_the_wider() -> None:
    scene = Scene()
    scene.call("setMyCommands", commands=commands("all"), language_code="zh")
    scene.call("setMyCommands", commands=commands("group"), scope={"type": "all_group_chats"})
    assert scene.world.commands(scene.ann, scene.group) == commands("group")
    scene.call("setMyCommands", commands=commands("any"))
    assert scene.world.commands(scene.ann, scene.ann) == commands("all")
    assert scene.world.commands(scene.ben, scene.ben) == commands("any")
    scene.call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": scene.group})
    assert scene.world.commands(scene.ann, scene.group) == []


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"commands": commands("Help")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("通知")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("a" * 33)}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands("a") * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "nonsense"}, "can't parse commands JSON object"),
        ({"commands": [], "language_code": "zh-hans"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": []}}, 'parameter "type" must be a string'),
        ({}, "commands are not specified"),
    ],
)
def test_commands_that_telegram_refuses(params: dict[str, Any], description: str) -> None:
    assert Scene().refused("setMyCommands", **params).description == f"Bad Request: {description}"


def test_the_bots_profile() -> None:
    scene = Scene()
    scene.call("setMyName", name="共建助手")
    scene.call("setMyName", name="Helper", language_code="en")
    scene.call("setMyDescription", description="x" * 512)
    scene.call("setMyShortDescription", short_description="x" * 120)
    scene.call("setChatMenuButton", menu_button={"type": "commands"})
    assert scene.call("getMe")["first_name"] == "共建助手"
    assert scene.refused("setMyName", name="x" * 65).code == 400
    assert scene.refused("setMyShortDescription", short_description="x" * 121).code == 400
    assert scene.refused("setChatMenuButton", menu_button={"type": "jump"}).code == 400


def test_updates_are_fetched_confirmed_and_chosen() -> None:
    scene = Scene()
    scene.world.say(scene.ann, scene.group, "一")
    scene.world.say(scene.ann, scene.group, "二")
    first, second = scene.call("getUpdates", limit="2")
    assert scene.call("getUpdates", offset=first["update_id"] + 1) == [second]
    scene.call("getUpdates", offset=-1, allowed_updates='["callback_query"]')
    scene.world.say(scene.ann, scene.group, "三")
    assert scene.call("getUpdates", offset=second["update_id"] + 1) == []


def test_a_webhook_bars_polling_until_deleted() -> None:
    scene = Scene()
    scene.world.say(scene.ann, scene.group, "一")
    scene.call("setWebhook", url="https://127.0.0.1:8443/hook", secret_token="s", max_connections=8)
    info = scene.call("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == ("https://127.0.0.1:8443/hook", 8)
    assert info["pending_update_count"] == 1
    refusal = scene.refused("getUpdates")
    assert refusal.code == 409
    assert refusal.description.startswith("Conflict: can't use getUpdates method while webhook")
    scene.call("deleteWebhook", drop_pending_updates=True)
    assert scene.call("getUpdates") == []
    assert scene.refused("setWebhook", url="ftp://x").code == 400


def test_the_bot_says_whether_privacy_mode_is_on() -> None:
    scene = Scene()
    assert scene.call("getMe")["can_read_all_group_messages"] is True
    scene.world.rules.privacy = True
    assert scene.call("getMe")["can_read_all_group_messages"] is False
    assert scene.call("logOut") is scene.call("close") is True
