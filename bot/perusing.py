"""The other end of `bot.importing`: reads the one file that comes on standard input.

A line of JSON with its kind, name, length and today comes before it; the answer is JSON with the
kind that it proved to be, and what stands in it.
"""

import json
import resource
import sys
from contextlib import suppress
from datetime import date

from commands.organisations.importing import perusing as register
from commands.points.files import perusing as points
from storage.imports import ORGANISATIONS, POINTS

READERS = {ORGANISATIONS: register.read_file, POINTS: points.read_file}
"""By what stands in the file."""
MEMORY = 1 << 30
"""Bytes: what a broken file can make a reader take, at most."""


def main() -> None:
    """Ends with an error for a file that is too much."""
    with suppress(ValueError, OSError):  # not every system limits it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(asked["bytes"])
    today = date.fromisoformat(asked["today"])
    kind = POINTS if points.is_ours(asked["name"], data) else asked["kind"]
    reading = READERS[kind](asked["name"], data, today)
    json.dump({"kind": kind, "reading": reading}, sys.stdout)


if __name__ == "__main__":
    main()
