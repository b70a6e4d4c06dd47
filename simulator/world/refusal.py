"""The Bot API's way of saying no."""

from simulator.world.values import Json

PREFIXES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests"}


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer of the API, not a fault of ours
    """`{"ok": false, "error_code": code, "description": ..., "parameters": ...}`."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def refuse(code: int, reason: str, **parameters: int) -> Refusal:
    """A refusal in Telegram's form: the code's name, a colon, the reason."""
    return Refusal(code, f"{PREFIXES[code]}: {reason}", parameters)


def bad(reason: str) -> Refusal:
    return refuse(400, reason)


def forbidden(reason: str) -> Refusal:
    return refuse(403, reason)
