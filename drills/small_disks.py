"""A disk without room: a small file system of its own, or a limit on how long files may be."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from drills.zygote import Bot

SIZE = "24m"
BLOCK = bytes(4096)


@dataclass
class Disk:
    """Where the data are; `is_small`: a file system of its own (mounting one needs root)."""

    folder: Path
    is_small: bool

    def fill(self, bot: Bot | None) -> None:
        """Nothing more can be written."""
        if not self.is_small:
            _limit(bot, 0)
            return
        with suppress(OSError), (self.folder / "filler").open("ab", buffering=0) as filler:
            while filler.write(BLOCK):
                pass

    def free(self, bot: Bot | None) -> None:
        """There is room again."""
        if self.is_small:
            (self.folder / "filler").unlink(missing_ok=True)
        else:
            _limit(bot, resource.RLIM_INFINITY)


@contextmanager
def small_disk(data: Path) -> Iterator[Disk]:
    """The same data in a small file system, if this machine lets us mount one."""
    folder = data.parent / "small"
    folder.mkdir(mode=0o700)
    mount = shutil.which("mount")
    asked = (str(mount), "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(folder))
    if mount is None or subprocess.run(asked, capture_output=True, check=False).returncode:  # noqa: S603 - ours
        yield Disk(data, is_small=False)
        return
    try:
        shutil.copytree(data, folder, dirs_exist_ok=True)
        yield Disk(folder, is_small=True)
    finally:
        subprocess.run(("umount", "--lazy", str(folder)), check=True)  # noqa: S603, S607 - ours


def _limit(bot: Bot | None, size: int) -> None:
    """Files may be so long; for a process of ours that is under way."""
    if bot is not None and not bot.ended.done():
        _, hard = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, hard))
