"""The steps of the program's work at which a drill may kill it."""

import os
import signal
from collections.abc import Callable
from functools import wraps
from typing import Any

import bot.intake
import bot.outlet
import storage.database
import storage.outcomes

STEPS: dict[str, tuple[object, str, bool]] = {
    "received": (bot.intake.Intake, "take_in", True),
    "before commit": (storage.database.Database, "_commit_together", True),
    "after commit": (storage.database.Database, "_commit_together", False),
    "after send": (bot.outlet.TelegramOutlet, "send", False),
    "before mark": (storage.outcomes, "sent", True),
}
"""By name: whose function, which, and whether the kill comes before its work or after it."""


def lay(step: str, at: int) -> None:
    """The process kills itself when the step is taken for the `at`th time."""
    owner, name, is_before = STEPS[step]
    setattr(owner, name, _mined(getattr(owner, name), at, is_before=is_before))


def _mined(function: Callable[..., Any], at: int, *, is_before: bool) -> Callable[..., Any]:
    calls = 0

    @wraps(function)
    async def step(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever it takes
        nonlocal calls
        calls += 1
        is_now = calls == at
        if is_now and is_before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = await function(*args, **kwargs)
        if is_now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return step
