"""What disks, copies and people do to a database file."""

import random
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[bytearray, random.Random], None]
PAGE_SIZE_AT = 16
SECTOR = 512
HEADER = 100


def _page(data: bytearray) -> int:
    size = int.from_bytes(data[PAGE_SIZE_AT : PAGE_SIZE_AT + 2], "big")
    return 65536 if size == 1 else size


def _pages(data: bytearray) -> int:
    return len(data) // _page(data)


def _cut(data: bytearray, dice: random.Random) -> None:
    """The end is missing: from anywhere on."""
    del data[dice.randrange(len(data) - 1) :]


def _zero(data: bytearray, dice: random.Random) -> None:
    """Pages in a row are zeros, as after a crash of a file system."""
    size, first = _page(data), dice.randrange(_pages(data) // 2)
    count = dice.randrange(_pages(data) // 4, _pages(data) // 2)
    data[first * size : (first + count) * size] = bytes(count * size)


def _scramble(data: bytearray, dice: random.Random) -> None:
    """Pages in a row are something else."""
    size, first = _page(data), dice.randrange(_pages(data) // 2)
    count = dice.randrange(_pages(data) // 4, _pages(data) // 2)
    data[first * size : (first + count) * size] = dice.randbytes(count * size)


def _behead(data: bytearray, dice: random.Random) -> None:
    """The first sector, which says what the file is, was overwritten."""
    data[:SECTOR] = dice.randbytes(SECTOR)


def _replace(data: bytearray, dice: random.Random) -> None:
    """Another file has its name."""
    data[:] = dice.choice((b"", b"a letter " * 200, dice.randbytes(20_000), b"\0" * len(data)))


def _swap(data: bytearray, dice: random.Random) -> None:
    """Pages stand in another order."""
    size, count = _page(data), _pages(data)
    order = list(range(1, count))
    dice.shuffle(order)
    pages = [data[at * size : (at + 1) * size] for at in (0, *order)]
    data[:] = b"".join(pages)


DAMAGES: dict[str, Damage] = {
    "cut": _cut,
    "zeroed": _zero,
    "scrambled": _scramble,
    "beheaded": _behead,
    "replaced": _replace,
    "swapped": _swap,
}


def harm(path: Path, dice: random.Random) -> str:
    """Damages the file in one of these ways; returns which."""
    name = dice.choice(list(DAMAGES))
    data = bytearray(path.read_bytes())
    DAMAGES[name](data, dice)
    path.write_bytes(data)
    return name
