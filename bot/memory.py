"""Python's search for garbage: it halts everything, so it is kept from what stays for ever."""

import gc

RARELY = (10_000, 20, 20)
"""Objects made, and younger searches, before one: the defaults cost a storm 0.8 s at its p99."""


def settle() -> None:
    """What the program has made by now is no garbage: no later search looks through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
