"""The other end of `bot.importing`: reads the one file that comes on standard input.

A line of JSON with its name, its length and today comes before it; the answer is what stands in it.
"""

import json
import resource
import sys
from contextlib import suppress
from datetime import date

from commands.organisations.importing.perusing import peruse, written

MEMORY = 1 << 30
"""Bytes: what a broken file can make a reader take, at most."""


def main() -> None:
    """Ends with an error for a file that is too much."""
    with suppress(ValueError, OSError):  # not every system limits it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(asked["bytes"])
    today = date.fromisoformat(asked["today"])
    sys.stdout.write(written(peruse(asked["name"], data, today)))


if __name__ == "__main__":
    main()
