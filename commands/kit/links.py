"""Commands that travel in a link `https://t.me/BOT?start=PAYLOAD`.

Bot API: a payload is 1-64 characters of A-Z, a-z, 0-9, _ and -.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

PAYLOAD_CHARACTERS = 64
SIMPLE = re.compile("[A-Za-z0-9-]*")


def payload_for(command: str, args: str = "") -> str | None:
    """The payload that runs the command; None when its words are too long for a link."""
    if SIMPLE.fullmatch(args):
        payload = f"{command}_{args}" if args else command
    else:
        payload = f"{command}__{urlsafe_b64encode(args.encode()).decode().rstrip('=')}"
    return payload if len(payload) <= PAYLOAD_CHARACTERS else None


def private_address(bot_username: str, payload: str) -> str:
    """Where the payload runs: the private chat with the bot."""
    return f"https://t.me/{bot_username}?start={payload}"


def read_payload(payload: str) -> tuple[str, str]:
    """The command and its words; a payload that nobody of ours made gives `("", "")`."""
    command, _, args = payload.partition("_")
    if not args.startswith("_"):
        return command, args
    try:
        return command, urlsafe_b64decode(args[1:] + "=" * (-len(args[1:]) % 4)).decode()
    except (binascii.Error, ValueError):
        return "", ""
