"""The queue of updates: order, confirmation, kinds."""

from simulator.world.updates import UpdateQueue


def filled(*kinds: str) -> UpdateQueue:
    queue = UpdateQueue()
    for kind in kinds:
        queue.put(kind, {"kind": kind})
    return queue


def test_updates_stay_until_confirmed() -> None:
    queue = filled("message", "callback_query", "poll")
    taken = queue.take(2)
    assert [one["update_id"] for one in taken] == [100_001, 100_002]
    assert queue.take(2) == taken
    queue.confirm(taken[-1]["update_id"] + 1)
    assert [one["update_id"] for one in queue.take()] == [100_003]


def test_a_negative_offset_keeps_the_newest_and_zero_all() -> None:
    queue = filled("message", "poll", "message")
    queue.confirm(0)
    assert len(queue.waiting) == 3
    queue.confirm(-1)
    assert [one["update_id"] for one in queue.waiting] == [100_003]


def test_the_limit_is_clamped() -> None:
    queue = filled(*["message"] * 120)
    assert len(queue.take(0)) == 1
    assert len(queue.take(1000)) == 100


def test_some_kinds_come_only_when_asked_for() -> None:
    queue = filled("chat_member", "message_reaction", "my_chat_member")
    assert [set(one) - {"update_id"} for one in queue.waiting] == [{"my_chat_member"}]
    queue.allowed = ["chat_member"]
    queue.put("chat_member", {})
    queue.put("message", {})
    assert [set(one) - {"update_id"} for one in queue.waiting[1:]] == [{"chat_member"}]


def test_an_update_is_a_copy() -> None:
    queue, payload = UpdateQueue(), {"text": "旧"}
    queue.put("message", payload)
    payload["text"] = "新"
    queue.take()[0]["message"]["text"] = "改"
    assert queue.take()[0]["message"]["text"] == "旧"


def test_listeners_hear_of_each_update_that_came() -> None:
    queue, heard = UpdateQueue(), []
    stop = queue.subscribe(lambda: heard.append("update"))
    queue.put("message", {})
    queue.put("chat_member", {})
    stop()
    queue.put("message", {})
    assert heard == ["update"]
