"""The log: one line an event, and never a token in it."""

import logging
import re
import traceback

from telegram.error import TelegramError

TOKEN = re.compile(r"(?<![0-9])[0-9]{3,20}:[A-Za-z0-9_-]{5,100}")
"""Also right behind letters: in an address it stands as `/bot123456:ABC-DEF/getMe`."""
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacted(logging.Formatter):
    """Writes records without anything that has a token's form: URLs and exceptions bear it."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("[token]", super().format(record))


def start_log(level: int = logging.INFO) -> None:
    """Sends all records to standard error. httpx writes every URL at INFO, so it is kept short."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacted(LINE))
    handler.addFilter(_in_one_line)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "alembic", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _in_one_line(record: logging.LogRecord) -> bool:
    """A network fault while polling is one line, not a traceback for each attempt."""
    fault = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("telegram.") and isinstance(fault, TelegramError):
        said = traceback.format_exception_only(fault)[-1].strip()
        record.msg, record.args = f"{record.getMessage()} {said}", ()
        record.exc_info = record.exc_text = None
    return True
