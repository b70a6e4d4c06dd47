"""The control API: what people do, and what there is."""

from collections.abc import AsyncIterator

import pytest

from simulator.http import Running, serve
from simulator.http.clock import MovableClock
from simulator.world import World
from tests.simulator.http_scene import Client, client_of
from tests.vocabulary import photo


@pytest.fixture
async def client(simulator: Running) -> AsyncIterator[Client]:
    async with client_of(simulator) as client:
        yield client


@pytest.fixture
async def ann(client: Client) -> int:
    return int((await client.act("people", first_name="安然", language_code="zh-hans"))["id"])


@pytest.fixture
async def group(client: Client, ann: int) -> int:
    made = await client.act("chats", title="刘寨共建联盟", members=[ann], administrators=[ann])
    return int(made["id"])


async def test_the_state_is_what_a_person_is_in(client: Client, ann: int, group: int) -> None:
    ben = (await client.act("people", first_name="本叔"))["id"]
    everything = await client.get("state")
    assert everything.keys() == {"now", "bot", "people", "chats", "rules", "faults"}
    assert [chat["id"] for chat in everything["chats"]] == [ann, group, ben]
    assert everything["people"][0]["started"] is False
    hers = (await client.get("state", person=ann))["chats"]
    assert [chat["id"] for chat in hers] == [ann, group]
    assert hers[1]["members"][0] == {"person": ann, "status": "creator"}
    assert hers[1]["bot_status"] == "administrator"


async def test_messages_come_oldest_first_with_what_clients_show(client: Client, ann: int) -> None:
    await client.act("start", person=ann, payload="x")
    keyboard = {"keyboard": [[{"text": "发照片"}]]}
    await client.call("sendMessage", chat_id=ann, text="好", reply_markup=keyboard)
    first, second = (await client.get(f"chats/{ann}/messages", person=ann))["messages"]
    assert first["text"] == "/start x"
    assert second["sim"] == {"reply_keyboard": keyboard}
    after = await client.get(f"chats/{ann}/messages", after=first["message_id"])
    assert [one["text"] for one in after["messages"]] == ["好"]


async def test_nobody_reads_another_persons_chat(client: Client, ann: int) -> None:
    ben = (await client.act("people", first_name="本叔"))["id"]
    answer = await client.http.get(f"/sim/chats/{ann}/messages", params={"person": ben})
    assert (answer.status_code, answer.json()) == (400, {"error": "this person is not in the chat"})


async def test_the_menu_is_the_persons_own(client: Client, ann: int) -> None:
    for language, said in (("", "Help"), ("zh", "帮助")):
        commands = [{"command": "help", "description": said}]
        await client.call("setMyCommands", commands=commands, language_code=language)
    menu = await client.get("commands", person=ann, chat=ann)
    assert menu == {"commands": [{"command": "help", "description": "帮助"}]}


async def test_photos_make_an_album_whose_files_can_be_fetched(client: Client, ann: int) -> None:
    pictures = [("photos", (f"{n}.jpg", photo(n), "image/jpeg")) for n in range(2)]
    fields = {"person": ann, "chat": ann, "caption": "#活动", "reply_to": ""}
    sent = await client.http.post("/sim/photos", data=fields, files=pictures)
    first, second = (await client.get(f"chats/{ann}/messages"))["messages"]
    assert sent.json() == {"messages": [first["message_id"], second["message_id"]]}
    assert first["caption"] == "#活动"
    assert first["media_group_id"] == second["media_group_id"]
    file = await client.http.get(f"/sim/files/{first['photo'][-1]['file_id']}")
    assert file.content.startswith(b"\xff\xd8")


async def test_a_document_keeps_its_name(client: Client, ann: int) -> None:
    file = {"document": ("表.csv", b"a,b", "text/csv")}
    await client.http.post("/sim/document", data={"person": ann, "chat": ann}, files=file)
    (message,) = (await client.get(f"chats/{ann}/messages"))["messages"]
    assert (message["document"]["file_name"], message["document"]["mime_type"]) == (
        "表.csv",
        "text/csv",
    )


async def test_a_press_is_answered_by_and_by(client: Client, ann: int) -> None:
    message = (await client.act("start", person=ann))["message"]
    query = (await client.act("press", person=ann, chat=ann, message=message, data="x"))["query"]
    assert await client.get(f"presses/{query}") == {"answer": None}
    await client.call("answerCallbackQuery", callback_query_id=query, text="收到")
    answer = (await client.get(f"presses/{query}"))["answer"]
    assert (answer["text"], answer["show_alert"]) == ("收到", False)


async def test_links_lead_into_chats(client: Client, ann: int, group: int) -> None:
    ben = (await client.act("people", first_name="本叔"))["id"]
    link = (await client.call("createChatInviteLink", chat_id=group))["result"]["invite_link"]
    assert await client.act("link", person=ben, url=link) == {"chat": group}
    bots = "https://t.me/gongjian_bot?start=join-1"
    assert await client.act("link", person=ann, url=bots) == {"chat": ann}
    (said,) = (await client.get(f"chats/{ann}/messages"))["messages"]
    assert said["text"] == "/start join-1"


async def test_what_people_do_in_a_group(client: Client, ann: int, group: int) -> None:
    ben = (await client.act("people", first_name="本叔"))["id"]
    await client.act("join", person=ben, chat=group)
    here = {"person": ben, "chat": group}
    message = (await client.act("say", **here, text="来"))["message"]
    await client.act("edit", **here, message=message, text="来了")
    await client.act("react", **here, message=message, emoji="👍")
    await client.act("location", **here, latitude=34.8, longitude=113)
    await client.act(
        "venue", **here, latitude=34, longitude=113, title="军干四所", address="东风路"
    )
    await client.act("contact", **here, phone_number="1", first_name="本")
    await client.act("forward", person=ben, from_chat=group, message=message, to_chat=group)
    await client.act("promote", by=ann, person=ben, chat=group, rights=["can_pin_messages"])
    await client.act("delete", **here, message=message)
    await client.act("remove", by=ann, person=ben, chat=group)
    shown = (await client.get(f"chats/{group}/messages"))["messages"]
    kinds = {"location", "venue", "contact", "forward_origin", "left_chat_member"}
    assert {kind for one in shown for kind in kinds & one.keys()} == kinds


async def test_a_basic_group_is_upgraded(client: Client, ann: int) -> None:
    made = await client.act("chats", title="小群", type="group", members=[], administrators=[ann])
    new = (await client.act("upgrade", chat=made["id"]))["chat"]
    assert new in [chat["id"] for chat in (await client.get("state", person=ann))["chats"]]


async def test_the_bot_is_blocked_and_let_back(client: Client, ann: int) -> None:
    await client.act("start", person=ann)
    await client.act("block", person=ann)
    answer = await client.call("sendMessage", chat_id=ann, text="？")
    assert answer["description"] == "Forbidden: bot was blocked by the user"
    await client.act("unblock", person=ann)
    assert (await client.call("sendMessage", chat_id=ann, text="！"))["ok"]


async def test_rules_and_faults_are_set_and_taken_back(client: Client) -> None:
    assert (await client.act("rules", flood=True))["flood"] is True
    ids = [(await client.act("faults", kind="slow", method="getMe"))["id"] for _ in range(3)]
    await client.http.delete(f"/sim/faults/{ids[0]}")
    state = await client.get("state")
    assert state["rules"]["flood"] is True
    assert [fault["id"] for fault in state["faults"]] == ids[1:]
    await client.http.delete("/sim/faults")
    assert (await client.get("state"))["faults"] == []


async def test_what_the_bot_asked_is_on_record(client: Client) -> None:
    await client.call("getMe")
    await client.call("sendMessage", chat_id=404, text="？")
    (asked,) = (await client.get("requests", after=1))["requests"]
    assert asked == {
        "method": "sendMessage",
        "params": {"chat_id": 404, "text": "？"},
        "ok": False,
        "answer": "Bad Request: chat not found",
    }


async def test_time_is_moved_unless_it_is_a_tests(client: Client) -> None:
    sentence = "this world's time is moved by the program that runs it"
    assert await client.refusal("time", seconds=60) == sentence
    clock = MovableClock()
    async with serve(World(clock.now), clock=clock) as running, client_of(running) as own:
        before = running.world.now()
        assert (await own.act("time", seconds=3600))["now"] >= before + 3600
        assert await own.refusal("time", seconds=-1) == "time only moves forward"
