"""The other end of `bot.exporting`: makes what takes long, beside the bot and without its database.

One line of JSON comes on standard input, and the answers are lines of JSON: `[done, total]` on the
way, at last what was made, or why not. When the input ends, the bot has, and so does this.
"""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

from commands import FEATURES
from commands.kit.works import Bench, CannotMakeError, Trouble, Work
from locales import Catalogues

POLITE = 10
"""Of nice(1): everybody who waits for the bot goes first."""


def works() -> dict[str, Work]:
    """All that can be made, by its kind."""
    return {work.kind: work for feature in FEATURES for work in feature.works}


def main() -> None:
    """Makes the one thing that it is asked for."""
    with suppress(OSError):
        os.nice(POLITE)
    asked = json.loads(sys.stdin.readline())
    Thread(target=end_with_the_bot, daemon=True).start()
    try:
        files = _make(asked)
    except CannotMakeError as error:
        _say({"trouble": error.trouble})
    except OSError as error:
        is_full = error.errno in {28, 122}  # ENOSPC, EDQUOT
        _say({"trouble": Trouble.NO_ROOM} if is_full else {"error": type(error).__name__})
    except Exception as error:  # noqa: BLE001 - its name goes to the bot's log, no words of people's
        _say({"error": type(error).__name__})
    else:
        _say({"files": [{"name": one.name, "bytes": one.stat().st_size} for one in files]})


def _make(asked: dict[str, Any]) -> Iterable[Path]:
    catalogues = Catalogues(asked["language"], zone=ZoneInfo(asked["zone"]))
    bench = Bench(
        catalogues.words(asked["language"]),
        datetime.fromisoformat(asked["now"]),
        Path(asked["photos"]),
        Path(asked["folder"]),
        lambda done, total: _say([done, total]),
    )
    return works()[asked["kind"]].make(asked["data"], bench)


def _say(what: object) -> None:
    print(json.dumps(what), flush=True)


def end_with_the_bot() -> None:
    """Waits until the bot has gone, however it went, and ends the process."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main()
