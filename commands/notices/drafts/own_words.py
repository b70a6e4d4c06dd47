"""Deadlines that a notice's own words name: `请于周五前反馈`, `截止8月28日18:00`, `by Friday`.

They are offered, and count only once somebody has pressed them: the words may mean another thing.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from commands.kit import Row, button, pack
from commands.kit.days import NoMomentError, read_days
from commands.kit.moments import read_moments
from commands.notices.drafts import moments
from locales import Words
from storage.notices import Notice

MOST = 2
FARTHEST = timedelta(days=180)
"""A day that has passed is read as next year's, and is not meant."""
CLAUSE = r"[^，,。；;！!？?、\n]"
ARRIVAL = r"(?!\s*(?:入场|进场|到场|到会|到达|抵达|集合|签到|就座|入座|报到|赶到))"
"""When people are to come is no deadline for an answer."""
_BEFORE = re.compile(
    rf"({CLAUSE}{{1,24}}?)(?:之前|以前|(?<![提目])前(?![往来台期后面去夕提段进线沿])){ARRIVAL}"
)
_UNTIL = re.compile(rf"({CLAUSE}{{1,24}}?)(?:截止|截至|(?<![禁停防阻中终])止)")
_ENDS = re.compile(rf"截[止至](?:时间|日期)?[为是到至于在]?\s*[:：]?\s*({CLAUSE}{{1,24}})")
_BY = re.compile(
    r"\b(?:by|before|until|till|no later than|due|deadline)\b:?\s+((?:on )?[^.;!?\n]{3,40})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:to|for|with|so|and|please|in)\b", re.IGNORECASE)
_RANGE = re.compile("[至到~—–]")


def deadlines(text: str, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """What it may mean by its deadline, in UTC and in the text's order; nothing that has passed."""
    words = unicodedata.normalize("NFKC", text)
    found = [one for said in _said(words) for one in _read(said, now, zone)]
    return tuple(dict.fromkeys(found))[:MOST]


def of(notice: Notice, zone: tzinfo) -> tuple[datetime, ...]:
    """Those of a draft: `tomorrow` is seen from when its text was written."""
    return deadlines(notice.text, notice.created_at, zone)


def offers(words: Words, notice: Notice) -> tuple[Row, ...]:
    """On the preview, while the draft has no deadline: each as day, weekday and time."""
    if notice.deadline is not None:
        return ()
    return tuple(
        (
            button(
                words.t("⏰ Deadline {moment}?", moment=words.moment(one, words.zone)),
                pack("notices.deadline", notice.id, moments.minutes_of(one)),
            ),
        )
        for one in of(notice, words.zone)
    )


def _said(words: str) -> Iterator[str]:
    """The pieces of text that stand beside the words for a deadline."""
    places = [
        (found.start(1), _RANGE.split(found[1])[-1])
        for pattern in (_BEFORE, _UNTIL, _ENDS)
        for found in pattern.finditer(words)
    ]
    places += [(found.start(1), _GOES_ON.split(found[1])[0]) for found in _BY.finditer(words)]
    yield from (piece for _, piece in sorted(places))


def _read(said: str, now: datetime, zone: tzinfo) -> list[datetime]:
    """A time without a day is when something is, not until when."""
    try:
        if not list(read_days(said.casefold(), now.astimezone(zone).date())):
            return []
        return [one for one in read_moments(said, now, zone) if now < one < now + FARTHEST]
    except NoMomentError:
        return []
