"""What a text says of itself, how columns stand to each other, when a week is gathered. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from commands.kit import Command, Feature, Page, Role, clip
from storage.articles import FILES, TEXT, TITLE as A_TITLE
from storage.columns import Column

TITLE = 40
"""Characters of a first line that is a title; a longer one is text, and its beginning the title."""
TITLE_LONGEST = 100
BODY_LONGEST = 20_000
NAME_LONGEST = 20
PAGE = 3_300
"""UTF-16 units of a text on one page: with all around it, it fits into a message."""
LAST_OF_ONE_UNIT = 0xFFFF
FRIDAY, GATHERED_AT = 4, time(16)
WEEK = 7
MARKS = "#＃*•·- "
BOTH = re.compile(r"\s*[/／|｜\n]\s*")
"""Between a Chinese name and an English one."""
AROUND = re.compile(
    "请问|麻烦|我想|想要|需要准备|需要带|需要|要准备|要带|应该|怎么样|怎么办理?|怎样办理?"
    "|如何办理?|怎么申请|如何申请|怎么领取?|怎么弄|怎么|怎样|如何|哪些|什么|材料|证件|手续|流程"
    "|条件|指南|在哪里|在哪儿|在哪|去哪里|去哪儿|去哪|哪里|地点|准备|带|[吗呢啊呀吧么的了?？!！。，,]"
)
"""What is said around the thing itself, when somebody asks how it is done."""
BEGINS = re.compile("^(我要|要|想|去)?(办理|申请|领取|申领|办|领)")
ENDS = re.compile("(办理|申请|领取|申领|办|领)$")
ENGLISH = re.compile(
    r"\b(how|do|does|can|could|i|we|one|get|apply|for|a|an|the|to|where|what|is|are|needed|need"
    r"|papers|documents|guide|about|my|please)\b",
    re.IGNORECASE,
)


def propose(text: str) -> tuple[str, str]:
    """A title, and what else the text says: its first line, if that is short enough for one."""
    whole = text.strip()
    first, _, rest = whole.partition("\n")
    title = first.strip(MARKS)
    if len(title) <= TITLE:
        return title, rest.strip()
    return clip(title, TITLE), whole


def title_of(text: str) -> str:
    """A title that somebody wrote, as one line."""
    return clip(text.strip(), TITLE_LONGEST)


def changes(asked: str, said: str, *, has_title: bool) -> dict[str, object]:
    """What words change that answer a question; below files they count where there are none yet."""
    if not said or (asked == FILES and has_title):
        return {}
    if asked == A_TITLE:
        return {"title": title_of(said)}
    if asked == TEXT:
        return {"body": said[:BODY_LONGEST]}
    title, body = propose(said)
    return {"title": title, "body": body[:BODY_LONGEST]}


def read_names(text: str) -> tuple[str, str]:
    """A column's name, and the English one when both are given; empty when there are none."""
    names = [" ".join(one.split()) for one in BOTH.split(text.strip()) if one.strip()]
    if not names or len(names) > 2 or any(len(one) > NAME_LONGEST * 2 for one in names):  # noqa: PLR2004 - languages
        return "", ""
    return names[0], names[1] if len(names) > 1 else ""


def live(every: Iterable[Column]) -> tuple[Column, ...]:
    """Those that are listed: neither they nor the one above them is retired."""
    columns = tuple(every)
    there = {one.id for one in columns if one.retired_at is None}
    return tuple(
        one
        for one in columns
        if one.id in there and (one.parent_id is None or one.parent_id in there)
    )


def below(every: Iterable[Column], parent_id: int | None) -> tuple[Column, ...]:
    """The listed ones below another, or (None) those that stand for themselves."""
    return tuple(one for one in live(every) if one.parent_id == parent_id)


def the(every: Iterable[Column], column_id: int | None) -> Column | None:
    """The column with this id, retired or not."""
    return next((one for one in every if one.id == column_id), None)


def opener(column: Column, features: Iterable[Feature], role: Role) -> Command | None:
    """The command that a column opens for this role, where the bot has it."""
    every = (one for feature in features for one in feature.commands)
    found = (one for one in every if one.name == column.opens and one.is_listed_for(role))
    return next(found, None)


def writable(every: Iterable[Column]) -> tuple[Column, ...]:
    """Where articles can be put: what has no others below it; what opens a feature comes last."""
    columns = live(every)
    parents = {one.parent_id for one in columns}
    leaves = (one for one in columns if one.id not in parents)
    return tuple(sorted(leaves, key=lambda one: one.opens != ""))


def choices(writable: Sequence[Column], number: int, size: int) -> Page[Column]:
    """A page of them; those that open a feature begin a page of their own."""
    ordinary = [one for one in writable if not one.opens]
    others = [one for one in writable if one.opens]
    pages = [
        tuple(some[at : at + size])
        for some in (ordinary, others)
        for at in range(0, len(some), size)
    ]
    number = min(max(number, 1), max(len(pages), 1))
    return Page(pages[number - 1] if pages else (), number, max(len(pages), 1))


def articles_only(every: Iterable[Column]) -> tuple[Column, ...]:
    """Of these, those that open no feature."""
    return tuple(one for one in writable(every) if not one.opens)


def pages(body: str) -> tuple[str, ...]:
    """A long text in parts that each fit into a message, cut between lines where that can be."""
    parts, rest = [], body
    while (room := _room(rest)) < len(rest):
        cut = rest.rfind("\n", room // 2, room)
        cut = cut if cut > 0 else room
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip("\n")
    return (*parts, rest)


def _room(text: str) -> int:
    """How many characters fit on a page. Bot API: lengths are in UTF-16 units."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if ord(character) > LAST_OF_ONE_UNIT else 1
        if units > PAGE:
            return place
    return len(text)


def next_gathering(now: datetime, zone: tzinfo) -> datetime:
    """The next Friday afternoon, in UTC."""
    here = now.astimezone(zone)
    day: date = here.date() + timedelta((FRIDAY - here.weekday()) % WEEK)
    due = datetime.combine(day, GATHERED_AT, zone)
    if due <= here:
        due = datetime.combine(day + timedelta(WEEK), GATHERED_AT, zone)
    return due.astimezone(UTC)


def thing_asked(words: str) -> str:
    """What a question how something is done is about: 老年证 of 办老年证要带什么."""
    plain = ENGLISH.sub(" ", AROUND.sub(" ", words))
    parts = (ENDS.sub("", BEGINS.sub("", one)) for one in plain.split())
    left = " ".join(one for one in parts if one)
    return left or words.strip()


def is_sure(asked: str, titles: Sequence[str]) -> int | None:
    """The place of the one title that is meant; None when several or none may be."""
    if len(titles) == 1:
        return 0
    wanted = asked.replace(" ", "").casefold()
    meant = [n for n, one in enumerate(titles) if wanted in one.replace(" ", "").casefold()]
    return meant[0] if len(meant) == 1 else None
