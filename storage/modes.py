"""What the alliance keeps is for the owner of the data folder alone."""

from collections.abc import Iterator
from pathlib import Path

OURS = (
    "gongjian.db*",
    "gongjian-before-*",
    "restoring-*",
    "photos",
    "exports",
    "backups",
    "lock",
    "voices.keys",
)
OTHERS = 0o077
"""The permissions of the group and of everybody else."""


def open_to_others(folder: Path) -> Iterator[Path]:
    """The folder, and what is ours in it, that others may read, write or enter.

    What else lies in it is not: an office may have chosen a folder that has other things.
    """
    ours = (path for name in OURS for path in folder.glob(name))
    for path in (folder, *ours):
        yield from filter(_is_open, (path, *path.rglob("*")) if path != folder else (path,))


def _is_open(path: Path) -> bool:
    """Links are left alone; what went away meanwhile, too."""
    try:
        return not path.is_symlink() and bool(path.stat().st_mode & OTHERS)
    except FileNotFoundError:
        return False


def close_to_others(folder: Path) -> int:
    """Takes those permissions away; how many had them. What is not ours to change stays."""
    closed = 0
    for path in list(open_to_others(folder)):
        try:
            path.chmod(path.stat().st_mode & ~OTHERS)
        except OSError:
            continue
        closed += 1
    return closed
