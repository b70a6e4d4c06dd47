"""`python -m simulator`, as a program of its own."""

import asyncio
import json
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.simulator.http_scene import SOON

ROOT = Path(__file__).parents[2]
TOKEN = "110201543:SIMULATED"
WORLD = {
    "people": [{"id": 7, "first_name": "安然"}],
    "groups": [{"title": "刘寨共建联盟", "administrators": [7]}],
}


@asynccontextmanager
async def program(*arguments: str) -> AsyncIterator[Process]:
    """The simulator with these arguments; it has to end by itself."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *arguments, cwd=ROOT, stdout=PIPE, stderr=PIPE
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


async def said(running: Process) -> tuple[int | None, str]:
    """How it ended, and what it said of it."""
    async with asyncio.timeout(SOON):
        _, complaint = await running.communicate()
    return running.returncode, complaint.decode()


async def address(running: Process) -> str:
    assert running.stdout is not None
    line = (await running.stdout.readline()).decode()
    return line.removeprefix("Telegram, offline: ").strip()


def world_file(folder: Path, content: str) -> str:
    path = folder / "world.json"
    path.write_text(content, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=str)
async def test_it_ends_cleanly_while_others_wait(tmp_path: Path, number: signal.Signals) -> None:
    world = world_file(tmp_path, json.dumps(WORLD))
    async with program("--port", "0", "--world", world, "--flood") as running:
        url = await address(running)
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=SOON) as http:
            state = (await http.get("/sim/state")).json()
            (joined,) = (await http.get(f"/bot{TOKEN}/getUpdates?limit=1")).json()["result"]
            poll = asyncio.create_task(
                http.get(f"/bot{TOKEN}/getUpdates?offset={joined['update_id'] + 9}&timeout=50")
            )
            async with http.stream("GET", "/sim/events") as events:
                assert await anext(events.aiter_lines()) == ": here"
                running.send_signal(number)
                assert await said(running) == (0, "")
            await asyncio.wait([poll])
            assert poll.exception() is None or isinstance(poll.exception(), httpx.HTTPError)
    assert state["rules"]["flood"] is True
    assert "my_chat_member" in joined


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "it is no JSON"),
        ("[]", "it is no JSON object"),
        ('{"folk": []}', 'there is no field "folk" here; there are people, groups'),
        ('{"people": [{}]}', '"first_name" is missing'),
        ('{"groups": [{"title": "空"}]}', '"空" needs an administrator, who brings the bot in'),
        ('{"groups": [{"title": "空", "members": [1], "bot": "absent"}]}', "user not found"),
    ],
)
async def test_a_wrong_world_is_refused_in_a_sentence(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = world_file(tmp_path, content)
    async with program("--port", "0", "--world", path) as running:
        code, complaint = await said(running)
    assert (code, complaint.count("\n")) == (2, 1)
    assert complaint.startswith(f"{path}: not a world that can be founded: {reason}")


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with program("--port", str(port)) as running:
            code, complaint = await said(running)
    assert code == 2
    assert complaint.startswith(f"Port {port} is not free: ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("wrong", [("--port", "70000"), ("--token", "secret")], ids=str)
async def test_a_wrong_option_is_refused(wrong: tuple[str, str]) -> None:
    async with program(*wrong) as running:
        code, complaint = await said(running)
    assert code == 2
    assert "Traceback" not in complaint
