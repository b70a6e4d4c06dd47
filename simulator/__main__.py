"""`python -m simulator`: an offline Telegram on loopback, with a page to look at it."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from simulator.http import serve
from simulator.http.clock import MovableClock
from simulator.world import Refusal, World
from simulator.world_file import found, read

PORT = 8081
PORTS = range(65536)
TOKEN = "110201543:SIMULATED"  # noqa: S105 - opens nothing but this world


def main() -> None:
    """Reads the command line and serves until Ctrl-C; a wrong world file or port ends with 2."""
    options = _parser().parse_args()
    clock = MovableClock()
    world = World(clock.now, options.token, options.username, options.name)
    world.rules.flood = options.flood
    try:
        if options.world is not None:
            found(world, read(options.world))
    except Refusal as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        print(f"{options.world}: not a world that can be founded: {reason}", file=sys.stderr)
        sys.exit(2)
    try:
        asyncio.run(_serve(world, options.port, clock))
    except OSError as error:
        print(f"Port {options.port} is not free: {error.strerror}", file=sys.stderr)
        sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=_port, default=PORT, help="0: any free one")
    parser.add_argument("--token", type=_token, default=TOKEN, help="the bot's, NUMBER:WORDS")
    parser.add_argument("--username", default="gongjian_bot")
    parser.add_argument("--name", default="共建")
    parser.add_argument("--world", type=Path, help="a JSON file with people and groups")
    parser.add_argument("--flood", action="store_true", help="keep Telegram's flood limits")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) not in PORTS:
        raise argparse.ArgumentTypeError(f"a port is a number up to {PORTS[-1]}, not {text!r}")
    return int(text)


def _token(text: str) -> str:
    number, colon, secret = text.partition(":")
    if not (number.isdecimal() and colon and secret) or "/" in secret:
        raise argparse.ArgumentTypeError("a token is a number, a colon and words without a slash")
    return text


async def _serve(world: World, port: int, clock: MovableClock) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serve(world, port, clock) as running:
        print(f"Telegram, offline: {running.url}", flush=True)
        await stop.wait()


if __name__ == "__main__":
    main()
