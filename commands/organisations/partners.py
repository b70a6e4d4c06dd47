"""With whom an organisation is paired, as offices write it in a cell: names, and since when."""

import re

from pydantic_core import PydanticCustomError

from commands.kit import clip
from commands.organisations.days import LATEST, read_since
from locales import message
from locales.text import clean
from storage.couples import SEPARATORS
from storage.entries import Partner

NO_SINCE = message(
    "“{value}”: this is no day that has been. Write since when in brackets behind the name, for"
    " example (2016-08); a month or a year is enough."
)
SENTENCES = {"no_since": NO_SINCE}
DAY = r"\d{4}[-./年\d月日号 ]*"
ENDS = re.compile(
    rf"(?P<name>.*?)[ 　]*(?:[(（\[【][ ]*自?(?P<inside>{DAY})(?:起|开始|至今)*[ ]*[)）\]】]"
    rf"|[ 　:：自]+(?P<after>{DAY})(?:起|开始|至今)*)"
)
"""`兴隆社区（2016年8月起）`, `兴隆社区 2016-08`, `兴隆社区：自2016年`."""


def lines(said: str) -> str:
    """A line for each partner; raises PydanticCustomError for a day that is none."""
    whole = [" ".join(clean(part).split()) for part in SEPARATORS.split(said)]
    partners = list(dict.fromkeys(filter(None, whole)))
    for partner in partners:
        since = _since(partner)
        if since is not None and read_since(since, LATEST) is None:
            raise PydanticCustomError("no_since", "no day", {"value": clip(partner, 30)})
    return "\n".join(partners)


def partner(line: str) -> Partner:
    """One of these lines."""
    found = ENDS.fullmatch(line)
    since = read_since(_since(line) or "", LATEST)
    return Partner(whole=line, name=line if found is None else found["name"], since=since)


def _since(line: str) -> str | None:
    found = ENDS.fullmatch(line)
    return None if found is None else (found["inside"] or found["after"]).strip()
