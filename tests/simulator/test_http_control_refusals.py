"""Whatever does not fit is refused in one sentence that says what would."""

from collections.abc import AsyncIterator

import pytest

from simulator.http import Running
from tests.simulator.http_scene import Client, client_of

MANY = "a fault happens at least once and lasts no less than no time"


@pytest.fixture
async def client(simulator: Running) -> AsyncIterator[Client]:
    async with client_of(simulator) as client:
        yield client


@pytest.mark.parametrize(
    ("act", "body", "sentence"),
    [
        ("dance", {}, 'there is no act "dance"'),
        ("people", {}, '"first_name" is missing'),
        ("people", {"first_name": 7}, '"first_name" must be text'),
        ("block", {"person": 1}, "user not found"),
        ("block", {"person": "1"}, '"person" must be a whole number'),
        ("block", {"person": True}, '"person" must be a whole number'),
        ("block", {"someone": 1}, 'there is no field "someone" here; there are person'),
        ("chats", {"title": "x", "members": 1}, None),
        ("chats", {"title": "x", "members": ["1"]}, None),
        ("chats", {"title": "x", "forum": 1}, '"forum" must be true or false'),
        ("chats", {"title": "x", "type": "crowd"}, "a group is a group, a supergroup or a channel"),
        ("rules", {"flood": "on"}, '"flood" must be true or false'),
        ("faults", {"kind": "error", "times": 0}, MANY),
        ("faults", {"kind": "error", "seconds": 1e300}, '"seconds" must be a number'),
        ("faults", {"kind": "error", "chat": 1.5}, '"chat" must be a whole number or text'),
        ("link", {"person": 1, "url": "https://example.org/"}, "only t.me links can be followed"),
    ],
)
async def test_an_act_that_does_not_fit(
    client: Client, act: str, body: dict[str, object], sentence: str | None
) -> None:
    members = '"members" must be a list, and each in it a whole number'
    assert await client.refusal(act, **body) == (sentence or members)


async def test_an_unknown_fault_names_the_known_ones(client: Client) -> None:
    assert (await client.refusal("faults", kind="flod")).startswith('there is no fault "flod"; ')


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("chats/x/messages", '"chat" must be a whole number'),
        ("chats/1/messages", "chat not found"),
        ("state?person=x", '"person" must be a whole number'),
        ("events?person=x", '"person" must be a whole number'),
        ("commands", "user not found"),
        ("files/x", "file not found"),
        ("presses/x", "query not found"),
    ],
)
async def test_what_cannot_be_read(client: Client, path: str, sentence: str) -> None:
    answer = await client.http.get(f"/sim/{path}")
    assert (answer.status_code, answer.json()) == (400, {"error": sentence})


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("photos", {}, '"person" is missing'),
        ("photos", {"person": "x"}, '"person" must be a whole number'),
        ("photos", {"person": "1", "chat": "1"}, "an album has at most 10 photos"),
        ("document", {"person": "1", "chat": "1"}, '"data" is missing'),
    ],
)
async def test_files_that_do_not_fit(
    client: Client, name: str, fields: dict[str, str], sentence: str
) -> None:
    answer = await client.http.post(f"/sim/{name}", data=fields)
    assert (answer.status_code, answer.json()) == (400, {"error": sentence})


async def test_a_picture_that_is_none(client: Client) -> None:
    ann = (await client.act("people", first_name="安然"))["id"]
    fields = {"person": ann, "chat": ann}
    answer = await client.http.post("/sim/photos", data=fields, files={"photos": b"x"})
    assert answer.json() == {"error": "IMAGE_PROCESS_FAILED"}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"{", "can't parse JSON object"),
        (b'{"first_name": "\\ud800"}', '"first_name" must be text'),
    ],
)
async def test_json_that_cannot_be(client: Client, body: bytes, sentence: str) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.http.post("/sim/people", content=body, headers=headers)
    assert (answer.status_code, answer.json()) == (400, {"error": sentence})


async def test_a_fault_by_a_word(client: Client) -> None:
    answer = await client.http.delete("/sim/faults/x")
    assert (answer.status_code, answer.json()) == (400, {"error": '"fault" must be a whole number'})
