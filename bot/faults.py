"""Faults of ours: what the log calls one, and the apology too."""

import secrets


def new_fault() -> str:
    """An id short enough to be read aloud: six hexadecimal digits."""
    return secrets.token_hex(3)
