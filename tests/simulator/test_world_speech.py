"""What people say and send, and what of it reaches the bot."""

import pytest

from simulator.world import Event, Refusal
from tests.simulator.world_scene import NOON, Scene

ANONYMOUS = 1087968824


def test_a_message_reaches_the_bot_with_its_entities() -> None:
    scene = Scene()
    number = scene.world.say(scene.ann, scene.group, "/help 看看 #活动")
    message = scene.update("message")
    assert message["message_id"] == number
    assert message["from"]["language_code"] == "zh-hans"
    assert message["date"] == NOON
    assert [one["type"] for one in message["entities"]] == ["bot_command", "hashtag"]


def test_start_opens_the_private_chat_with_its_payload() -> None:
    scene = Scene()
    person = scene.world.add_person("陈").id
    assert not scene.world.people[person].started
    scene.world.start(person, "join-7")
    message = scene.update("message")
    assert (message["chat"]["id"], message["text"]) == (person, "/start join-7")
    assert scene.world.people[person].started


def test_a_reply_bears_the_message_without_its_own_reply() -> None:
    scene = Scene()
    first = scene.world.say(scene.ann, scene.group, "一")
    second = scene.world.say(scene.ben, scene.group, "二", reply_to=first)
    scene.updates()
    scene.world.say(scene.ann, scene.group, "三", reply_to=second)
    replied = scene.update("message")["reply_to_message"]
    assert replied["text"] == "二"
    assert "reply_to_message" not in replied


def test_message_ids_run_by_supergroup_and_together_elsewhere() -> None:
    scene = Scene()
    basic = scene.world.add_group("小组", [scene.ann], [scene.ann], "group").id
    private = scene.world.say(scene.ben, scene.ben, "x")
    assert scene.world.say(scene.ann, basic, "x") == private + 1
    assert scene.world.say(scene.ann, scene.group, "x") == 1


def test_an_edit_comes_as_such() -> None:
    scene = Scene()
    number = scene.world.say(scene.ann, scene.group, "旧 #a")
    scene.updates()
    scene.clock.time += 60
    scene.world.edit(scene.ann, scene.group, number, "新")
    edited = scene.update("edited_message")
    assert (edited["text"], edited["edit_date"]) == ("新", NOON + 60)
    assert "entities" not in edited
    with pytest.raises(Refusal):
        scene.world.edit(scene.ben, scene.group, number, "我的")


def test_a_forward_names_where_it_came_from() -> None:
    scene = Scene()
    number = scene.world.say(scene.ann, scene.group, "通知")
    scene.updates()
    scene.world.forward(scene.ben, scene.group, number, scene.ben)
    forwarded = scene.update("message")
    assert forwarded["text"] == "通知"
    assert forwarded["from"]["id"] == scene.ben
    assert forwarded["forward_origin"]["sender_user"]["id"] == scene.ann


def test_an_anonymous_administrator_writes_as_the_group() -> None:
    scene = Scene()
    scene.world.say(scene.ann, scene.group, "/notice", anonymous=True)
    message = scene.update("message")
    assert (message["from"]["id"], message["from"]["is_bot"]) == (ANONYMOUS, True)
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == scene.group
    with pytest.raises(Refusal):
        scene.world.say(scene.ben, scene.group, "我也是", anonymous=True)


def test_a_channel_post_has_no_author() -> None:
    scene = Scene()
    channel = scene.world.add_channel("公告", [scene.ben], [scene.ann]).id
    scene.world.say(scene.ann, channel, "公告")
    post = scene.update("channel_post")
    assert "from" not in post
    assert post["sender_chat"]["id"] == channel
    with pytest.raises(Refusal):
        scene.world.say(scene.ben, channel, "我也说")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("大家好", False),
        ("/help", True),
        ("/help@Gongjian_Bot", True),
        ("/help@other_bot", False),
        ("@gongjian_bot 在吗", True),
        ("@other_bot 在吗", False),
    ],
)
def test_privacy_mode_lets_through_what_is_meant_for_the_bot(text: str, *, heard: bool) -> None:
    scene = Scene(bot="member")
    scene.world.rules.privacy = True
    scene.world.say(scene.ben, scene.group, text)
    assert bool(scene.updates()) == heard


def test_privacy_mode_lets_replies_to_the_bot_and_service_messages_through() -> None:
    scene = Scene(bot="member")
    scene.world.rules.privacy = True
    scene.world.say(scene.ben, scene.group, "好的", reply_to=scene.said())
    scene.world.leave(scene.ben, scene.group)
    said, left = scene.updates()
    assert said["message"]["text"] == "好的"
    assert left["message"]["left_chat_member"]["id"] == scene.ben


def test_privacy_mode_hides_nothing_from_an_administrator() -> None:
    scene = Scene()
    scene.world.rules.privacy = True
    scene.world.say(scene.ben, scene.group, "大家好")
    assert scene.update("message")["text"] == "大家好"


def test_the_bot_hears_nothing_of_a_group_that_it_is_not_in() -> None:
    scene = Scene(bot="absent")
    scene.world.say(scene.ben, scene.group, "/help")
    assert scene.updates() == []


def test_a_client_can_hide_an_address_behind_words() -> None:
    scene = Scene()
    said = '请填<a href="https://example.org/a">这张表</a>'
    scene.world.say(scene.ann, scene.group, said, html=True)
    message = scene.update("message")
    assert message["text"] == "请填这张表"
    link = {"type": "text_link", "offset": 2, "length": 3, "url": "https://example.org/a"}
    assert message["entities"] == [link]


def test_listeners_hear_until_they_stop() -> None:
    scene = Scene()
    heard: list[Event] = []
    stop = scene.world.subscribe(heard.append)
    number = scene.world.say(scene.ann, scene.group, "一")
    scene.world.delete(scene.ann, scene.group, number)
    stop()
    scene.world.say(scene.ann, scene.group, "二")
    assert [event.kind for event in heard] == ["message", "deleted"]
    assert heard[0].data["text"] == "一"
    assert heard[1].data == {"messages": [number]}


def test_outsiders_and_deserters_cannot_speak() -> None:
    scene = Scene()
    stranger = scene.world.add_person("路人").id
    with pytest.raises(Refusal):
        scene.world.say(stranger, scene.group, "让我说")
    scene.world.block(scene.ben)
    with pytest.raises(Refusal):
        scene.world.say(scene.ben, scene.ben, "在吗")


def test_a_topic_marks_its_messages_and_the_replies_in_it() -> None:
    scene = Scene()
    forum = scene.world.add_group("论坛", [scene.ann], [scene.ann], forum=True).id
    topic = scene.world.add_topic(scene.ann, forum, "义诊")
    first = scene.world.say(scene.ann, forum, "报名", thread=topic)
    scene.world.say(scene.ann, forum, "收到", reply_to=first)
    created, said, replied = (update["message"] for update in scene.updates())
    assert created["forum_topic_created"]["name"] == "义诊"
    assert [one["message_thread_id"] for one in (said, replied)] == [topic, topic]
    assert said["is_topic_message"]
    assert said["chat"]["is_forum"]
