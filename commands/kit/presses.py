"""Button data: a name and whole numbers. Opaque ids only, and never trusted."""


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


def _whole(text: str) -> int:
    if len(text) > len(str(2**52)) or not text.removeprefix("-").isascii():
        raise ValueError(text)
    return int(text)
