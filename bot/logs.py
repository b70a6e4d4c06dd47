"""The log: one line an event, with the id of the update that caused it, and never a token in it."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from telegram.error import TelegramError

TOKEN = re.compile(r"(?<![0-9])[0-9]{3,20}(?::|%3[Aa])[A-Za-z0-9_-]{5,100}")
"""Also right behind letters: in an address it stands as `/bot123456:ABC-DEF/getMe`."""
FORMS = ("text", "json")
NOISY = ("httpx", "httpcore", "aiohttp.access", "alembic", "apscheduler")
SPARED = frozenset({"event", "level", "logger", "timestamp", "exception", "_record"})
Event = MutableMapping[str, Any]

_secrets: set[str] = set()


def conceal(secret: str) -> None:
    """From now on no line bears these words: for secrets that have no form of their own."""
    _secrets.add(secret)


def redact(text: str) -> str:
    """The text without tokens and concealed secrets."""
    for secret in _secrets:
        text = text.replace(secret, "[secret]")
    return TOKEN.sub("[token]", text)


class Redacted(structlog.stdlib.ProcessorFormatter):
    """Writes records, the tracebacks too, without anything that opens anything."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def formatter(form: str = FORMS[0]) -> Redacted:
    """Lines of `text`, or of `json`. Both bear what is bound: `with about(update=12): ...`."""
    last = structlog.processors.JSONRenderer(ensure_ascii=False) if form == "json" else _line
    return Redacted(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
            structlog.contextvars.merge_contextvars,
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            last,
        ],
    )


about = structlog.contextvars.bound_contextvars
"""Every line within the block bears these, and so do the tasks that are begun in it."""


def start_log(form: str = FORMS[0], level: int = logging.INFO) -> None:
    """Sends all records to standard error, those of the interpreter's own hooks as well."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(form))
    handler.addFilter(_in_one_line)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda end: _uncaught(
        end.exc_type, end.exc_value or end.exc_type(), end.exc_traceback
    )
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _line(_logger: object, _name: str, event: Event) -> str:
    """`2026-11-23T09:00:01Z WARNING bot.router: Update 12 has to wait  update=12`."""
    bound = " ".join(f"{name}={event[name]}" for name in sorted(event.keys() - SPARED))
    head = f"{event['timestamp']} {event['level'].upper()} {event['logger']}: {event['event']}"
    traced = event.get("exception")
    return "\n".join(filter(None, (f"{head}  {bound}" if bound else head, traced)))


def _uncaught(kind: type[BaseException], error: BaseException, trace: Any) -> None:  # noqa: ANN401 - theirs
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("The program ends", exc_info=(kind, error, trace))


def _in_one_line(record: logging.LogRecord) -> bool:
    """A network fault while polling is one line, not a traceback for each attempt."""
    fault = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("telegram.") and isinstance(fault, TelegramError):
        said = traceback.format_exception_only(fault)[-1].strip()
        record.msg, record.args = f"{record.getMessage()} {said}", ()
        record.exc_info = record.exc_text = None
    return True
