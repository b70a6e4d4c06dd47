"""Topics of a forum: what people do with them, and what the bot hears of it."""

from collections.abc import Callable

import pytest

from simulator.world import Refusal
from tests.simulator.world_scene import Scene


class Forum(Scene):
    """A forum with one topic; 安然 is its creator, 本叔 a plain member."""

    def __init__(self) -> None:
        super().__init__()
        world = self.world
        self.forum = world.add_group("论坛", [self.ben], [self.ann], forum=True).id
        self.topic = world.add_topic(self.ann, self.forum, "消防")
        world.updates.clear()

    @property
    def place(self) -> dict[str, int]:
        return {"chat_id": self.forum, "message_thread_id": self.topic}


def test_what_answers_nothing_answers_the_beginning_of_its_topic() -> None:
    scene = Forum()
    said = scene.world.say(scene.ben, scene.forum, "报名", thread=scene.topic)
    scene.world.say(scene.ann, scene.forum, "收到", reply_to=said)
    scene.world.say(scene.ann, scene.forum, "综合里的")
    first, second, general = (update["message"] for update in scene.updates())
    assert first["reply_to_message"]["forum_topic_created"]["name"] == "消防"
    assert second["reply_to_message"]["message_id"] == said
    assert "reply_to_message" not in general
    assert "is_topic_message" not in general
    answer = scene.call("sendMessage", **scene.place, text="好")
    assert answer["reply_to_message"]["message_id"] == scene.topic


def test_the_bot_hears_of_what_becomes_of_a_topic() -> None:
    scene = Forum()
    world, forum, topic = scene.world, scene.forum, scene.topic
    world.rename_topic(scene.ann, forum, topic, "消防安全")
    world.close_topic(scene.ann, forum, topic)
    world.reopen_topic(scene.ann, forum, topic)
    heard = [update["message"] for update in scene.updates()]
    assert [one["message_thread_id"] for one in heard] == [topic] * 3
    assert heard[0]["forum_topic_edited"] == {"name": "消防安全"}
    assert heard[1]["forum_topic_closed"] == heard[2]["forum_topic_reopened"] == {}
    assert heard[2]["reply_to_message"]["forum_topic_created"]["name"] == "消防"


def test_a_deleted_topic_takes_its_messages_along_and_the_bot_is_not_told() -> None:
    scene = Forum()
    scene.call("sendMessage", **scene.place, text="好")
    scene.world.delete_topic(scene.ann, scene.forum, scene.topic)
    assert scene.world.messages(scene.forum) == []
    assert scene.updates() == []
    refusal = scene.refused("sendMessage", **scene.place, text="好")
    assert refusal.description == "Bad Request: message thread not found"


def test_the_bot_opens_again_and_deletes() -> None:
    scene = Forum()
    scene.call("closeForumTopic", **scene.place)
    assert scene.call("reopenForumTopic", **scene.place) is True
    refusal = scene.refused("reopenForumTopic", **scene.place)
    assert refusal.description == "Bad Request: TOPIC_NOT_MODIFIED"
    assert scene.call("deleteForumTopic", **scene.place) is True
    assert scene.refused("deleteForumTopic", **scene.place).code == 400


def test_a_pin_is_told_in_the_topic() -> None:
    scene = Forum()
    sent = scene.call("sendMessage", **scene.place, text="好")["message_id"]
    scene.call("pinChatMessage", chat_id=scene.forum, message_id=sent)
    told = scene.world.messages(scene.forum)[-1]
    assert told["pinned_message"]["message_id"] == sent
    assert told["message_thread_id"] == scene.topic


Act = Callable[[Forum], object]
IMPOSSIBLE: dict[str, tuple[str, Act]] = {
    "a member": ("administrator", lambda s: s.world.close_topic(s.ben, s.forum, s.topic)),
    "another topic": ("not found", lambda s: s.world.delete_topic(s.ann, s.forum, 404)),
    "the same name": ("MODIFIED", lambda s: s.world.rename_topic(s.ann, s.forum, s.topic, "消防")),
    "not closed": ("MODIFIED", lambda s: s.world.reopen_topic(s.ann, s.forum, s.topic)),
}


@pytest.mark.parametrize(("words", "act"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_an_act_on_a_topic_is_refused(words: str, act: Act) -> None:
    scene = Forum()
    with pytest.raises(Refusal, match=words):
        act(scene)
