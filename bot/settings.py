"""Settings, from the environment and `.env`."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AnyHttpUrl, SecretStr, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.logs import FORMS, TOKEN
from commands.kit import BadLineError, Calendar, Office, Span, read_days_off
from locales import LANGUAGES, message

PREFIX = "GONGJIAN_"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
PORTS = range(1, 1 << 16)
FONTS = frozenset({".ttf", ".ttc", ".otf", ".otc"})
A_LINE = "line"
"""The kind of fault that names a line of a file."""


def _token(token: SecretStr) -> SecretStr:
    if not TOKEN.fullmatch(token.get_secret_value()):
        raise PydanticCustomError("token", "not a token")
    return token


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise PydanticCustomError("zone", "unknown time zone") from error
    return name


def _language(name: str) -> str:
    if name not in LANGUAGES:
        raise PydanticCustomError("language", "unknown language")
    return name


def _form(name: str) -> str:
    if name not in FORMS:
        raise PydanticCustomError("log", "unknown form")
    return name


def _public(url: AnyHttpUrl) -> AnyHttpUrl:
    """Bot API: https; only a Telegram on this machine calls without."""
    if url.scheme != "https" and url.host not in LOOPBACK:
        raise PydanticCustomError("webhook_url", "https only")
    return url


def _address(text: str) -> str:
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) in PORTS):
        raise PydanticCustomError("webhook_listen", "no address")
    return text


def _secret(secret: SecretStr) -> SecretStr:
    """Bot API, setWebhook: 1-256 characters of A-Z, a-z, 0-9, _ and -."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise PydanticCustomError("webhook_secret", "not a secret")
    return secret


def _folder(path: Path) -> Path:
    """The folder may be missing, then it is made: where it goes must be ours to write."""
    whole = path.absolute()
    there = next(p for p in (whole, *whole.parents) if os.access(p, os.F_OK))
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise PydanticCustomError("data", "no folder to write to")
    return path


def _font(path: Path) -> Path:
    if path.suffix.lower() not in FONTS or not os.access(path, os.R_OK) or not path.is_file():
        raise PydanticCustomError("font", "no font")
    return path


def _quiet(text: str) -> str:
    try:
        Span.read(text)
    except ValueError as error:
        raise PydanticCustomError("quiet", "no hours") from error
    return text


def _holidays(path: Path) -> Path:
    try:
        _days_off(path)
    except BadLineError as error:
        raise PydanticCustomError(A_LINE, "a bad line", {"line": error.number}) from error
    except (OSError, UnicodeError) as error:
        raise PydanticCustomError("holidays", "no file") from error
    return path


def _days_off(path: Path) -> dict[date, bool]:
    return read_days_off(path.read_text(encoding="utf-8-sig"))


class Settings(BaseSettings):
    """What an office decides before it starts the bot; the token is never printed."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    data: Annotated[Path, AfterValidator(_folder)] = Path("data")
    """The folder that has everything kept: the database and the photos."""
    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    language: Annotated[str, AfterValidator(_language)] = LANGUAGES[0]

    log: Annotated[str, AfterValidator(_form)] = FORMS[0]
    """How the log is written: lines of `text` for people, of `json` for programs."""

    font: Annotated[Path, AfterValidator(_font)] | None = None
    """A font with Chinese for pictures; without it the machine's own fonts are looked through."""

    quiet: Annotated[str, AfterValidator(_quiet)] = "21:30-7:30"
    """The hours in which nobody is disturbed, or off; staff can change them."""
    working_days: bool = True
    """True: nobody is disturbed on days off either; staff can change it."""
    holidays: Annotated[Path, AfterValidator(_holidays)] | None = None
    """A file with the office's own days off, and its working days."""

    @property
    def database(self) -> Path:
        return self.data.absolute() / "gongjian.db"

    @property
    def photos(self) -> Path:
        return self.data.absolute() / "photos"

    @property
    def keys(self) -> Path:
        """The keys by which somebody without a name is known again; in no backup."""
        return self.data.absolute() / "voices.keys"

    @property
    def exports(self) -> Path:
        return self.data.absolute() / "exports"

    @property
    def backups(self) -> Path:
        return self.data.absolute() / "backups"

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def office(self) -> Office:
        """What is decided here of time; the file of days off is read now."""
        own = _days_off(self.holidays) if self.holidays else {}
        return Office(self.tz, Calendar(own), Span.read(self.quiet), self.working_days)


class RunSettings(Settings):
    """Settings that only talking to Telegram needs."""

    token: Annotated[SecretStr, AfterValidator(_token)]
    api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    webhook_url: Annotated[AnyHttpUrl, AfterValidator(_public)] | None = None
    """Where Telegram brings updates; without it the bot asks for them, which needs no address."""
    webhook_listen: Annotated[str, AfterValidator(_address)] = "127.0.0.1:8443"
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = None
    """Chosen anew at each start if it is not set."""

    @property
    def webhook_path(self) -> str:
        return (self.webhook_url.path if self.webhook_url else None) or "/"

    @property
    def webhook_address(self) -> tuple[str, int]:
        host, _, port = self.webhook_listen.rpartition(":")
        return host, int(port)

    @property
    def base_url(self) -> str:
        return f"{str(self.api_url).rstrip('/')}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{str(self.api_url).rstrip('/')}/file/bot"


SENTENCES = {
    "token": message(
        "{name}: the bot's token is missing or is not one. @BotFather gives it; it looks like"
        " 123456:ABC-DEF."
    ),
    "api_url": message(
        "{name}: this is not a web address. Leave it out to talk to Telegram itself."
    ),
    "webhook_url": message(
        "{name}: this is not an address that Telegram can call. Write one that begins with"
        " https://, or leave it out."
    ),
    "webhook_listen": message("{name}: write address and port, like 127.0.0.1:8443."),
    "webhook_secret": message(
        "{name}: use 1 to 256 letters, digits, _ and -. Without it there is a new one at each"
        " start."
    ),
    "zone": message("{name}: this time zone is unknown. Write one like Asia/Shanghai."),
    "language": message("{name}: this language is unknown. Write zh_CN or en."),
    "log": message("{name}: write text or json, for the form of the log."),
    "font": message(
        "{name}: this is not a font file that can be read. Write the path of a .ttf, .ttc or .otf"
        " file with Chinese, or leave it out."
    ),
    "data": message("{name}: this is not a folder that can be written to."),
    "quiet": message("{name}: write hours like 21:30-7:30, or off."),
    "working_days": message("{name}: write on or off."),
    "holidays": message(
        "{name}: this is not a file that can be read. Write the path of a text file with a day in"
        " each line, or leave it out."
    ),
    A_LINE: message(
        "{name}: line {line} is not a day. Write lines like 2027-01-01 休 (a day off) or"
        " 2027-02-07 班 (worked)."
    ),
}


@dataclass(frozen=True)
class Fault:
    """A wrong setting: its environment variable, and the sentence with what it needs to know."""

    name: str
    sentence: str
    line: str = ""


def faults_of(error: ValidationError) -> list[Fault]:
    """What is wrong, each setting once."""
    found: dict[str, Fault] = {}
    for fault in error.errors():
        field, kind = str(fault["loc"][0]), fault["type"]
        sentence = SENTENCES[kind if kind == A_LINE else field]
        line = str(fault.get("ctx", {}).get("line", ""))
        found.setdefault(field, Fault(PREFIX + field.upper(), sentence, line))
    return list(found.values())
