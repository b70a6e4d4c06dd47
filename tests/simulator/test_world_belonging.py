"""Who belongs to a chat, and what the bot learns of it."""

import pytest

from simulator.world import Refusal
from tests.simulator.world_scene import Scene

RIGHTS = ["can_manage_chat", "can_pin_messages"]


def watching(bot: str = "administrator") -> Scene:
    """A scene whose bot has asked for changes of members."""
    scene = Scene(bot)
    scene.call("getUpdates", allowed_updates=["message", "chat_member", "my_chat_member"])
    return scene


def statuses(change: dict[str, dict[str, str]]) -> tuple[str, str]:
    return change["old_chat_member"]["status"], change["new_chat_member"]["status"]


def test_joining_and_leaving_are_service_messages_and_changes() -> None:
    scene = watching()
    person = scene.world.add_person("陈").id
    scene.world.join(person, scene.group)
    change, joined = scene.updates()
    assert statuses(change["chat_member"]) == ("left", "member")
    assert joined["message"]["new_chat_members"][0]["id"] == person
    scene.world.leave(person, scene.group)
    change, left = scene.updates()
    assert statuses(change["chat_member"]) == ("member", "left")
    assert left["message"]["left_chat_member"]["id"] == person


@pytest.mark.parametrize(("bot", "asked"), [("member", True), ("administrator", False)])
def test_changes_of_members_come_only_to_an_administrator_that_asked(
    bot: str, *, asked: bool
) -> None:
    scene = watching(bot) if asked else Scene(bot)
    scene.world.join(scene.world.add_person("陈").id, scene.group)
    assert [set(update) - {"update_id"} for update in scene.updates()] == [{"message"}]


def test_someone_thrown_out_is_gone() -> None:
    scene = watching()
    scene.world.remove(scene.ann, scene.ben, scene.group)
    change = scene.update("chat_member")
    assert (change["from"]["id"], *statuses(change)) == (scene.ann, "member", "kicked")
    with pytest.raises(Refusal):
        scene.world.say(scene.ben, scene.group, "我还在")
    with pytest.raises(Refusal):
        scene.world.remove(scene.ben, scene.ann, scene.group)


def test_promoting_gives_exactly_these_rights() -> None:
    scene = watching()
    scene.world.promote(scene.ann, scene.ben, scene.group, RIGHTS)
    new = scene.update("chat_member")["new_chat_member"]
    assert new["status"] == "administrator"
    assert [name for name in new if new[name] is True] == [n for n in new if n in RIGHTS]
    scene.world.promote(scene.ann, scene.ben, scene.group, None)
    assert statuses(scene.update("chat_member")) == ("administrator", "member")
    with pytest.raises(Refusal):
        scene.world.promote(scene.ann, scene.ben, scene.group, ["can_fly"])
    with pytest.raises(Refusal):
        scene.world.promote(scene.ann, scene.ann, scene.group, None)


def test_the_bot_learns_of_its_own_standing() -> None:
    scene = Scene("member")
    scene.world.promote_bot(scene.ann, scene.group, RIGHTS)
    assert statuses(scene.update("my_chat_member")) == ("member", "administrator")
    scene.world.remove_bot(scene.ann, scene.group)
    (update,) = scene.updates()
    assert statuses(update["my_chat_member"]) == ("administrator", "kicked")
    refusal = scene.refused("sendMessage", chat_id=scene.group, text="喂")
    assert (refusal.code, refusal.description) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


def test_the_bot_can_be_brought_into_a_group() -> None:
    scene = Scene("absent")
    assert scene.refused("getChat", chat_id=scene.group).description.endswith("chat not found")
    scene.world.add_bot(scene.ann, scene.group, administrator=True)
    added, joined, promoted = scene.updates()
    assert statuses(added["my_chat_member"]) == ("left", "member")
    assert joined["message"]["new_chat_members"][0]["id"] == scene.world.bot.id
    assert statuses(promoted["my_chat_member"]) == ("member", "administrator")


def test_blocking_the_bot_and_pressing_start_again() -> None:
    scene = Scene()
    scene.world.block(scene.ben)
    assert statuses(scene.update("my_chat_member")) == ("member", "kicked")
    refusal = scene.refused("sendMessage", chat_id=scene.ben, text="喂")
    assert (refusal.code, refusal.description) == (403, "Forbidden: bot was blocked by the user")
    scene.world.start(scene.ben)
    change, said = scene.updates()
    assert statuses(change["my_chat_member"]) == ("kicked", "member")
    assert said["message"]["text"] == "/start"
    scene.call("sendMessage", chat_id=scene.ben, text="喂")


def test_a_basic_group_becomes_a_supergroup_with_another_id() -> None:
    scene = Scene(type="group")
    new = scene.world.upgrade(scene.group)
    old_side, new_side = (update["message"] for update in scene.updates())
    assert (old_side["chat"]["id"], old_side["migrate_to_chat_id"]) == (scene.group, new)
    assert (new_side["chat"]["id"], new_side["migrate_from_chat_id"]) == (new, scene.group)
    refusal = scene.refused("sendMessage", chat_id=scene.group, text="喂")
    assert refusal.description == ("Bad Request: group chat was upgraded to a supergroup chat")
    assert refusal.parameters == {"migrate_to_chat_id": new}
    scene.call("sendMessage", chat_id=new, text="喂")
    with pytest.raises(Refusal):
        scene.world.say(scene.ann, scene.group, "旧群")
    assert scene.call("getChatMember", chat_id=new, user_id=scene.ann)["status"] == "creator"


def test_a_link_lets_people_in_until_it_is_full_or_old() -> None:
    scene = watching()
    link = scene.call("createChatInviteLink", chat_id=scene.group, name="门口", member_limit=1)
    chen, zhao = (scene.world.add_person(name).id for name in ("陈", "赵"))
    scene.world.join(chen, scene.group, link["invite_link"])
    assert scene.update("chat_member")["invite_link"]["name"] == "门口"
    with pytest.raises(Refusal):
        scene.world.join(zhao, scene.group, link["invite_link"])
    brief = scene.call(
        "createChatInviteLink", chat_id=scene.group, expire_date=scene.world.time() + 60
    )
    scene.clock.time += 60
    with pytest.raises(Refusal):
        scene.world.join(zhao, scene.group, brief["invite_link"])


@pytest.mark.parametrize("approved", [True, False])
def test_a_request_to_join_is_approved_or_declined(*, approved: bool) -> None:
    scene = Scene()
    asked = {"chat_id": scene.group, "creates_join_request": True}
    link = scene.call("createChatInviteLink", **asked)["invite_link"]
    person = scene.world.add_person("陈").id
    with pytest.raises(Refusal):
        scene.world.join(person, scene.group, link)
    scene.world.request_to_join(person, scene.group, link)
    request = scene.update("chat_join_request")
    assert request["user_chat_id"] == request["from"]["id"] == person
    assert request["invite_link"]["pending_join_request_count"] == 1
    method = "approveChatJoinRequest" if approved else "declineChatJoinRequest"
    scene.call(method, chat_id=scene.group, user_id=person)
    member = scene.call("getChatMember", chat_id=scene.group, user_id=person)
    assert member["status"] == ("member" if approved else "left")
    assert scene.refused(method, chat_id=scene.group, user_id=person).code == 400


def test_a_link_is_followed_to_where_it_leads() -> None:
    scene = Scene()
    person = scene.world.add_person("陈").id
    assert scene.world.follow(person, "https://t.me/gongjian_bot?start=join-7") == person
    assert scene.update("message")["text"] == "/start join-7"
    link = scene.call("createChatInviteLink", chat_id=scene.group)["invite_link"]
    assert scene.world.follow(person, link) == scene.world.follow(person, link) == scene.group
    assert scene.update("message")["new_chat_members"][0]["id"] == person
    for nowhere in ("https://t.me/+nothing", "https://example.com/"):
        with pytest.raises(Refusal):
            scene.world.follow(person, nowhere)


def test_a_link_that_asks_is_followed_with_a_request() -> None:
    scene = Scene()
    asked = {"chat_id": scene.group, "creates_join_request": True}
    link = scene.call("createChatInviteLink", **asked)["invite_link"]
    person = scene.world.add_person("陈").id
    scene.world.follow(person, link)
    assert scene.update("chat_join_request")["from"]["id"] == person
