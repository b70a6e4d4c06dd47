"""The log: one line an event, and never a token in it."""

import logging
import re
import traceback

TOKEN = re.compile(r"\b[0-9]{3,20}:[A-Za-z0-9_-]{5,100}")
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacted(logging.Formatter):
    """Writes records without anything that has a token's form: URLs and exceptions bear it."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("[token]", super().format(record))


def start_log(level: int = logging.INFO) -> None:
    """Sends all records to standard error. httpx writes every URL at INFO, so it is kept short."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacted(LINE))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "alembic", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("telegram.ext").addFilter(_in_one_line)


def _in_one_line(record: logging.LogRecord) -> bool:
    """A network fault while polling is one line, not a traceback for each attempt."""
    if record.exc_info and record.exc_info[1] is not None:
        fault = traceback.format_exception_only(record.exc_info[1])[-1].strip()
        record.msg, record.args = f"{record.getMessage()} {fault}", ()
        record.exc_info = record.exc_text = None
    return True
