"""`python -m simulator`: an offline Telegram on loopback, with a page to look at it."""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

from simulator.http import serve
from simulator.http.clock import MovableClock
from simulator.world import Refusal, World

PORT = 8081
TOKEN = "110201543:SIMULATED"  # noqa: S105 - opens nothing but this world


def main() -> None:
    """Reads the command line and serves until Ctrl-C; a wrong world file or port ends with 2."""
    options = _parser().parse_args()
    clock = MovableClock()
    world = World(clock.now, options.token, options.username, options.name)
    world.rules.flood = options.flood
    try:
        if options.world is not None:
            found(world, json.loads(options.world.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, Refusal) as error:
        print(f"{options.world}: not a world that can be founded: {error}", file=sys.stderr)
        sys.exit(2)
    try:
        asyncio.run(_serve(world, options.port, clock))
    except OSError as error:
        print(f"Port {options.port} is not free: {error.strerror}", file=sys.stderr)
        sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--username", default="gongjian_bot")
    parser.add_argument("--name", default="共建")
    parser.add_argument("--world", type=Path, help="a JSON file with people and groups")
    parser.add_argument("--flood", action="store_true", help="keep Telegram's flood limits")
    return parser


def found(world: World, plan: dict[str, Any]) -> None:
    """People and groups to begin with; the bot is brought in last, so that it hears of it."""
    for person in plan.get("people", []):
        world.add_person(**person)
    for group in plan.get("groups", []):
        bot = group.get("bot", "member")
        chat = world.add_group(**(group | {"bot": "absent"}))
        if bot != "absent":
            by = group["administrators"][0]
            world.add_bot(by, chat.id, administrator=bot == "administrator")


async def _serve(world: World, port: int, clock: MovableClock) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serve(world, port, clock) as running:
        print(f"Telegram, offline: {running.url}", flush=True)
        await stop.wait()


if __name__ == "__main__":
    main()
