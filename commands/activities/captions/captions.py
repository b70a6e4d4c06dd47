"""A caption's words: what was done, when, where, with whom, for how many, by how many."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from commands.activities.captions.counts import read_counts
from commands.activities.captions.durations import read_served
from commands.activities.captions.findings import Finding
from commands.activities.captions.goods import read_goods
from commands.activities.captions.held import Held, read_held
from commands.activities.captions.hosts import Hosts, read_hosts
from commands.activities.captions.kinds import Kind, read_kind
from commands.activities.captions.money import read_given
from commands.activities.captions.places import read_place, spans
from commands.activities.captions.records import TITLE_CHARACTERS
from commands.kit import clip
from storage.organisations import Organisation, folded
from storage.tags import Tag

CLAUSE_ENDS = re.compile("[，。；;！!？?\n]|,(?![0-9])|(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")
"""A space ends a clause between Chinese characters, where nothing else needs one."""
LEADING_TO_DAY = re.compile(r"(?:\bon|\bfrom|[于在自])\s*$", re.IGNORECASE)
TITLED = re.compile(r"(?:主题|题目|名称|活动内容)\s*[:：]\s*(?P<title>[^\s，。；;！!？?\n]+)")
HELD_IT = re.compile(r"^.{2,40}?(?:开展|举办|举行|召开)了?(?P<title>.{2,})$")
"""Who held it, and where, are no part of what it is called."""
POSSESSIVE = re.compile(r"^['’]s\s+")
LOOSE_SIGNS = " \t\u3000:：、.·~～—-"
BLANK = "□"


@dataclass(frozen=True)
class Known:
    """What a reader has to know of the alliance, and of the one who writes."""

    now: datetime
    """When it was written, in the alliance's zone."""
    register: Sequence[Organisation] = ()
    own: Sequence[Organisation] = ()
    """Whom the one who writes answers for; none: staff."""
    tags: Sequence[Tag] = ()
    is_staff: bool = False
    """True: may report for any organisation."""


@dataclass(frozen=True)
class Reading:
    """What was found, each for sure, perhaps, or not at all."""

    title: str
    held_on: Finding[date]
    place: Finding[str]
    kind: Kind
    hosts: Hosts
    served: Finding[int]
    joined: Finding[int]
    minutes: Finding[int]
    money: Finding[int]
    materials: Finding[str]


def read_caption(text: str, known: Known) -> Reading:
    """Reads a caption. What one reader has taken, a later one does not take for something else."""
    held = read_held(text, known.now)
    hosts = read_hosts(text, known.register, known.own, is_staff=known.is_staff)
    served_for = read_served(_blanked(text, held.words))
    rest = _blanked(text, (*held.said, *served_for.said))
    goods = read_goods(rest)
    rest = _blanked(rest, goods.said)
    given = read_given(rest)
    counts = read_counts(_blanked(rest, (*given.said, *hosts.said)))
    names = (name for one in known.register for name in (one.name, one.short_name))
    return Reading(
        _title(text, held, hosts, names),
        held.day,
        read_place(_blanked(text, held.said)),
        read_kind(_blanked(text, (*hosts.said, *spans(text))), known.tags),
        hosts,
        counts.served,
        counts.joined,
        served_for.minutes,
        given.money,
        goods.materials,
    )


def _blanked(text: str, said: Iterable[tuple[int, int]]) -> str:
    """The text with some of its words covered; what is left stands where it stood."""
    for start, end in said:
        text = f"{text[:start]}{BLANK * (end - start)}{text[end:]}"
    return text


def _title(text: str, held: Held, hosts: Hosts, names: Iterable[str]) -> str:
    """What is said to be the title, else the first clause that is neither the day nor a name."""
    if titled := TITLED.search(text):
        return clip(titled["title"], TITLE_CHARACTERS)
    rest = _without(text, *held.said[0]) if held.said else text
    passed_over = {folded(name) for name in names}
    clauses = (clause for clause in _clauses(rest) if folded(clause) not in passed_over)
    title = next(clauses, text)
    is_named = any(text[start:end] in title for start, end in hosts.said)
    held_it = HELD_IT.match(title) if is_named or title.startswith(("在", "于", "我")) else None
    return clip(held_it["title"] if held_it else title, TITLE_CHARACTERS)


def _without(text: str, start: int, end: int) -> str:
    """The text without its day, which ends a clause; words on both sides of it keep it."""
    before, after = text[:start], text[end:]
    if before.endswith(("(", "（")) and after.startswith((")", "）")):
        before, after = before[:-1], after[1:]
    before = LEADING_TO_DAY.sub("", before)
    before_it, after_it = before.rstrip()[-1:], after.lstrip()[:1]
    touches = (before[-1:] == before_it or before_it.isascii()) and before_it.isalnum()
    touched = (after[:1] == after_it or after_it.isascii()) and after_it.isalnum()
    return text if touches and touched else f"{before}\n{after}"


def _clauses(text: str) -> Iterator[str]:
    for clause in CLAUSE_ENDS.split(text):
        bare = POSSESSIVE.sub("", clause.strip(LOOSE_SIGNS))
        if any(character.isalnum() for character in bare):
            yield bare
