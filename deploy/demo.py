"""`make demo`: a fresh alliance on an offline Telegram, the bot at work, a page to look at."""

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import webbrowser
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy import announced, articles, points, said, wishes
from deploy.lessons import teach
from deploy.people import LIAISONS, MEMBERS, STAFF, world
from storage import organisations, people
from storage.articles import Writer
from storage.database import Database

ROOT = Path(__file__).parents[1]
DATA = ROOT / "demo-data"
REGISTER = ROOT / "examples" / "liuzhai" / "organisations.csv"
TOKEN = "110201543:SIMULATED-demo-token"  # noqa: S105 - opens nothing
AT_ANY_HOUR = {"GONGJIAN_QUIET": "off", "GONGJIAN_WORKING_DAYS": "off"}
"""Who tries it at midnight on a Sunday waits for nothing."""
GRACE_SECONDS = 15
PATIENCE_SECONDS = 30


class DemoError(Exception):
    """One of the two programs did not do its part; its own words stand above."""


async def demo(port: int, data: Path, *, look: bool) -> None:
    """Plays until Ctrl-C, then ends both programs; raises DemoError when one of them fails."""
    shutil.rmtree(data, ignore_errors=True)
    settings = _environment(port, data)
    await _finished("-m", "bot", "import", "organisations", str(REGISTER), environment=settings)
    await _seat(Path(settings["GONGJIAN_DATA"]) / "gongjian.db")
    start = data / "world.json"
    start.write_text(json.dumps(world(), ensure_ascii=False), encoding="utf-8")
    stop = _interrupted()
    async with AsyncExitStack() as programs:
        options = ("--port", str(port), "--token", TOKEN, "--world", str(start))
        telegram = await programs.enter_async_context(_program("-m", "simulator", *options))
        await _listening(port, telegram)
        bot = await programs.enter_async_context(_program("-m", "bot", "run", environment=settings))
        _welcome(f"http://127.0.0.1:{port}", look=look)
        await _first(stop.wait(), telegram.wait(), bot.wait())
        if not stop.is_set():
            raise DemoError


async def _seat(database: Path) -> None:
    """Gives everybody the role that the demo's people have."""
    now = datetime.now(UTC)
    async with Database(database) as db:
        register = {one.short_name: one.id for one in await organisations.every(db)}
        for player in (*STAFF, *LIAISONS):
            await people.remember(db, people.Person(id=player.id, name=player.name))
        for player in STAFF:
            await people.make_staff(db, player.id)
        for player in LIAISONS:
            organisation_id = register[player.organisation]
            await people.appoint(db, player.id, organisation_id, STAFF[0].id, now)
        await db.write(lambda connection: teach(connection, STAFF[0].id, now))
        await wishes.put_up(db, register, STAFF[0].id, now)
        writer = Writer(STAFF[0].id, STAFF[0].id, now)
        await articles.publish(db, await organisations.every(db), writer)
        await announced.enter(db, now)
        member = MEMBERS[0]
        await people.remember(db, people.Person(id=member.id, name=member.name))
        await said.say(db, register, speaker_id=member.id, staff_id=STAFF[0].id, now=now)
        await db.write(lambda connection: points.mark(connection, register, STAFF[0].id, now))


def _environment(port: int, data: Path) -> dict[str, str]:
    return os.environ | {
        "GONGJIAN_TOKEN": TOKEN,
        "GONGJIAN_DATA": str(data / "bot"),
        "GONGJIAN_API_URL": f"http://127.0.0.1:{port}",
        **AT_ANY_HOUR,
    }


async def _finished(*arguments: str, environment: dict[str, str]) -> None:
    async with _program(*arguments, environment=environment) as program:
        if await program.wait() != 0:
            raise DemoError


@asynccontextmanager
async def _program(
    *arguments: str, environment: dict[str, str] | None = None
) -> AsyncIterator[Process]:
    """Python with these arguments; ended with the block, kindly first. Ctrl-C is ours alone."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        yield program
    finally:
        if program.returncode is None:
            program.terminate()
            try:
                await asyncio.wait_for(program.wait(), GRACE_SECONDS)
            except TimeoutError:
                program.kill()
                await program.wait()


async def _listening(port: int, telegram: Process) -> None:
    """Returns when the simulator answers; raises DemoError when it ends or takes too long."""
    for _ in range(PATIENCE_SECONDS * 10):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            if telegram.returncode is not None:
                break
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise DemoError


def _interrupted() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _first(*waits: Coroutine[Any, Any, object]) -> None:
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _welcome(address: str, *, look: bool) -> None:
    staff, liaison, member = STAFF[0], LIAISONS[0], MEMBERS[0]
    print(f"\n  共建 / Gongjian: {address}\n")
    for role, player in (
        ("工作人员 / staff", staff),
        ("联络员 / liaison", liaison),
        ("成员 / member", member),
    ):
        print(f"  {role:18} {player.name}  {address}/?person={player.id}")
    print("\n  Ctrl-C 结束 / ends the demo\n", flush=True)
    if look and _has_screen():
        webbrowser.open(f"{address}/?person={staff.id}")


def _has_screen() -> bool:
    """Without one, Python would open a browser of text in the terminal where the demo speaks."""
    return sys.platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def main() -> None:
    """Reads the command line and plays."""
    parser = argparse.ArgumentParser(prog="make demo")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--data", type=Path, default=DATA, help="a folder, emptied first")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    arguments = parser.parse_args()
    try:
        asyncio.run(demo(arguments.port, arguments.data, look=not arguments.no_browser))
    except DemoError:
        sys.exit("演示没能开始，原因见上。 / The demo could not go on; the reason stands above.")


if __name__ == "__main__":
    main()
