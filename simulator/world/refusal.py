"""Refusals in the Bot API's form of words."""

from simulator.world.values import Refusal

PREFIXES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests"}


def refuse(code: int, reason: str, **parameters: int) -> Refusal:
    """A refusal in Telegram's form: the code's name, a colon, the reason."""
    return Refusal(code, f"{PREFIXES[code]}: {reason}", parameters)


def bad(reason: str) -> Refusal:
    return refuse(400, reason)


def forbidden(reason: str) -> Refusal:
    return refuse(403, reason)
