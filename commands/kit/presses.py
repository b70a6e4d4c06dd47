"""Button data: a name and whole numbers. Opaque ids only, and never trusted."""

from zlib import crc32


def pack(name: str, *numbers: int) -> str:
    """`pack("notices.answer", 12, 1)` -> `"notices.answer:12:1"`."""
    return ":".join([name, *map(str, numbers)])


def unpack(data: str) -> tuple[str, tuple[int, ...]]:
    """The name and numbers of a button's data; bytes that are none of ours give `("", ())`."""
    name, *numbers = data.split(":")
    try:
        return name, tuple(_whole(number) for number in numbers)
    except ValueError:
        return "", ()


def number_for(name: str) -> int:
    """A number that stands for a thing of the code as long as it is called so."""
    return crc32(name.encode())


def _whole(text: str) -> int:
    if len(text) > len(str(2**52)) or not text.removeprefix("-").isascii():
        raise ValueError(text)
    return int(text)
