"""A bot in a drill: its settings, its time, the mine that is laid, the protection it lacks."""

import json
import os
import sys
import traceback
from dataclasses import asdict, dataclass, field
from typing import Any, NoReturn

from drills import lacks, steps
from drills.times import FastTime


@dataclass(frozen=True)
class Spec:
    """What a bot is started with; all of it goes through a pipe as JSON."""

    env: dict[str, str]
    log: str
    """The file that its standard error goes to."""
    arguments: tuple[str, ...] = ("run",)
    time: dict[str, Any] = field(default_factory=dict)
    """What `FastTime` has; empty: the machine's own time."""
    mine: tuple[str, int] | None = None
    """A step by its name in `drills.steps`, and at which time it kills."""
    without: tuple[str, ...] = ()
    """Protections by their names in `drills.lacks`."""

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    def live(self) -> NoReturn:
        """In the child: becomes the bot and ends with its exit code."""
        code = 1
        try:
            self._prepare()
            import bot.cli  # noqa: PLC0415 - imported already, by the zygote

            bot.cli.main(list(self.arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:  # noqa: BLE001 - a fork must not go on as its parent
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _prepare(self) -> None:
        file = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, 1)
        os.dup2(file, 2)
        os.environ.update(self.env)
        if self.time:
            import bot.cli  # noqa: PLC0415 - imported already, by the zygote

            clock = FastTime(**self.time)
            setattr(bot.cli, "SystemClock", lambda: clock)  # noqa: B010 - its time
        for protection in self.without:
            lacks.BY_NAME[protection]()
        if self.mine is not None:
            steps.lay(*self.mine)
