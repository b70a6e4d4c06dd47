"""Web addresses as Telegram takes them for links and buttons."""

from urllib.parse import urlsplit


def valid_address(address: str) -> bool:
    """Whether Telegram takes it as the address of a link."""
    if any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
    except ValueError:
        return False
    host = parts.hostname or ""
    if parts.scheme == "tg":
        return bool(host)
    return parts.scheme in {"http", "https", "ton"} and "." in host.strip(".")


def normal_address(address: str) -> str:
    """Telegram writes the scheme and the bare host's slash out."""
    address = address if "://" in address else f"http://{address}"
    parts = urlsplit(address)
    return address if parts.path or parts.query or parts.fragment else f"{address}/"
