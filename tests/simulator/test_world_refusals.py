"""Acts that nobody can do, each refused with a sentence."""

from collections.abc import Callable

import pytest

from simulator.world import Refusal
from tests.simulator.world_scene import Scene, picture

Act = Callable[[Scene], object]


def own(scene: Scene) -> int:
    return scene.world.say(scene.ann, scene.group, "我的")


def ask_in_vain(scene: Scene) -> None:
    link = scene.call("createChatInviteLink", chat_id=scene.group)["invite_link"]
    scene.world.request_to_join(scene.world.add_person("陈").id, scene.group, link)


def say_in_a_closed_topic(scene: Scene) -> None:
    forum = scene.world.add_group("x", [scene.ben], [scene.ann], forum=True, bot="administrator").id
    topic = scene.world.add_topic(scene.ann, forum, "义诊")
    scene.call("closeForumTopic", chat_id=forum, message_thread_id=topic)
    scene.world.say(scene.ann, forum, "我可以", thread=topic)
    scene.world.say(scene.ben, forum, "我不行", thread=topic)


IMPOSSIBLE: list[tuple[str, Act]] = [
    ("1 to 4096", lambda s: s.world.say(s.ann, s.group, " ")),
    ("1 to 4096", lambda s: s.world.say(s.ann, s.group, "好" * 4097)),
    ("at most 1024", lambda s: s.world.send_document(s.ann, s.group, b"x", caption="x" * 1025)),
    ("replied not found", lambda s: s.world.say(s.ann, s.group, "x", reply_to=404)),
    ("thread not found", lambda s: s.world.say(s.ann, s.group, "x", thread=404)),
    ("chat not found", lambda s: s.world.say(s.ann, 404, "x")),
    ("user not found", lambda s: s.world.say(404, s.group, "x")),
    ("at most 10", lambda s: s.world.send_photos(s.ann, s.group, [picture()] * 11)),
    ("message not found", lambda s: s.world.react(s.ann, s.group, 404, "👍")),
    ("query not found", lambda s: s.world.answer("404")),
    ("poll not found", lambda s: s.world.vote(s.ann, s.group, s.said(), [0])),
    ("text is empty", lambda s: s.world.edit(s.ann, s.group, own(s), " ")),
    ("own messages", lambda s: s.world.delete(s.ben, s.group, own(s))),
    ("cannot join", lambda s: s.world.join(s.ben, s.group)),
    ("cannot join", lambda s: s.world.join(s.ben, s.ann)),
    ("not in the chat", lambda s: s.world.leave(s.world.add_person("陈").id, s.group)),
    ("without asking", ask_in_vain),
    ("only a basic group", lambda s: s.world.upgrade(s.group)),
    ("file not found", lambda s: s.world.file("404")),
    ("id is taken", lambda s: s.world.add_person("陈", id=s.ann)),
    ("or absent", lambda s: s.world.add_group("x", bot="king")),
    ("a supergroup or a channel", lambda s: s.world.add_group("x", type="party")),
    ("not a forum", lambda s: s.world.add_topic(s.ann, s.group, "x")),
    ("topic is closed", say_in_a_closed_topic),
]


@pytest.mark.parametrize(("words", "act"), IMPOSSIBLE)
def test_an_act_is_refused(words: str, act: Act) -> None:
    with pytest.raises(Refusal, match=words) as caught:
        act(Scene())
    assert caught.value.code == 400


def test_forwards_from_channels_and_anonymous_administrators_name_no_person() -> None:
    scene = Scene()
    channel = scene.world.add_channel("公告", [scene.ben], [scene.ann]).id
    post = scene.world.say(scene.ann, channel, "公告")
    hidden = scene.world.say(scene.ann, scene.group, "通知", anonymous=True)
    scene.updates()
    scene.world.forward(scene.ben, channel, post, scene.group)
    scene.world.forward(scene.ben, scene.group, hidden, scene.ben)
    first, second = (update["message"]["forward_origin"] for update in scene.updates())
    assert (first["type"], first["chat"]["id"], first["message_id"]) == ("channel", channel, post)
    assert (second["type"], second["sender_chat"]["id"]) == ("chat", scene.group)
