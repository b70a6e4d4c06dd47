"""One program at a time writes to a data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class InUseError(Exception):
    """Another Gongjian on this machine has the data folder."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Holds the folder until the block ends, or the process does. Raises InUseError."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUseError(folder) from error
        yield


def is_held(folder: Path) -> bool:
    """Whether another program holds the folder; looking makes nothing."""
    try:
        with (folder / "lock").open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
