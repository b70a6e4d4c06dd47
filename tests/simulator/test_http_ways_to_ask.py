"""The Bot API's ways to ask: query, form, multipart and JSON; and what is no question at all."""

from collections.abc import AsyncIterator

import pytest

from simulator.http import Running
from tests.simulator.http_scene import Client, client_of


@pytest.fixture
async def client(simulator: Running) -> AsyncIterator[Client]:
    async with client_of(simulator) as client:
        yield client


@pytest.fixture
def ann(simulator: Running) -> int:
    person = simulator.world.add_person("安然").id
    simulator.world.start(person)
    return person


@pytest.mark.parametrize("way", ["params", "data", "json", "files"])
async def test_every_way_says_the_same(client: Client, ann: int, way: str) -> None:
    fields = {"chat_id": str(ann), "text": "好"}
    given = {name: (None, value) for name, value in fields.items()} if way == "files" else fields
    method = "GET" if way == "params" else "POST"
    path = f"/bot{client.token}/sendMessage"
    answer = await client.http.request(method, path, **{way: given})  # type: ignore[arg-type]
    assert answer.json()["result"]["text"] == "好"


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/bot1:x/getMe", 401, "Unauthorized"),
        ("/bot{token}/sendDice", 404, "Not Found: method not found"),
        ("/bot{token}", 404, "Not Found"),
        ("/file/bot1:x/photos/file_1.jpg", 401, "Unauthorized"),
        ("/file/bot{token}/photos/file_9.jpg", 404, "Not Found"),
    ],
)
async def test_what_is_not_there(
    client: Client, simulator: Running, path: str, code: int, words: str
) -> None:
    simulator.api.watchers.clear()  # this asks in vain on purpose
    answer = await client.http.get(path.format(token=client.token))
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


async def test_an_unknown_method_is_on_record(client: Client, simulator: Running) -> None:
    simulator.api.watchers.clear()
    await client.call("sendDice", chat_id=1)
    (asked,) = simulator.world.requests
    assert (asked.method, asked.ok) == ("sendDice", False)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "Bad Request: can't parse JSON object"),
        (b"\xff", "Bad Request: can't parse JSON object"),
        (b"[" * 100_000, "Bad Request: can't parse JSON object"),
        (b"[]", "Bad Request: JSON object expected"),
    ],
)
async def test_broken_json_is_refused(client: Client, body: bytes, words: str) -> None:
    headers = {"Content-Type": "application/json"}
    path = f"/bot{client.token}/sendMessage"
    answer = await client.http.post(path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["description"]) == (400, words)


async def test_a_broken_form_is_refused(client: Client) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    path = f"/bot{client.token}/sendMessage"
    answer = await client.http.post(path, content=b"not a form", headers=headers)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
