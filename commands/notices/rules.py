"""What a notice's words and presses mean. Plain decisions, nothing is read or sent."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from commands.kit import Message, clip
from commands.kit.posts import TEXT_CHARACTERS
from commands.notices.layout import units
from locales.text import clean
from storage.boards import Board, Standing
from storage.notices import COME
from storage.organisations import CATEGORIES, Organisation
from storage.votes import MOST_COMING, Answer, Vote

CUT_FROM = TEXT_CHARACTERS - 96
"""A message that people's apps cut has nearly this length: the command took its share of
Telegram's 4,096 characters, and the apps like to cut between two words."""
NUMBER = re.compile(r"[第#＃]?\s*(\d{1,9})\s*号?")
OPTION_MARK = re.compile(r"^\s*(?:[0-9０-９]{1,2}|[A-Za-zＡ-Ｚａ-ｚ])[.．、)）:：]\s*")
OPTION = 60
"""Characters of an option."""
NODS = frozenset("👍👌❤🙏💯🫡✍🤝👏")
EMOJI_STYLE = "\ufe0f"
"""Some apps write a heart with it, some without."""
BLOCKS = 10
MORNING = time(9)
"""When offices are reminded, in the alliance's zone."""


def notice_text(args: str, said: Message) -> str:
    """The words after the command, or those of the message that it answers; empty for neither.

    Addresses that hide behind words are written out: a notice's text is kept as text.
    """
    text = said.spelt_out(args) if args else said.reply_to.spelt_out() if said.reply_to else ""
    return wording(text)


def wording(text: str) -> str:
    """The text if anything of it can be seen; else an empty one."""
    is_seen = any(unicodedata.category(character)[0] not in "CZ" for character in text)
    return text if is_seen else ""


def reason(text: str) -> str:
    """A difficulty's reason, whole and in its lines; empty when there are no words."""
    return wording(text.strip())


def may_be_cut(text: str) -> bool:
    """True when Telegram may have left the end of it to a second message."""
    return units(text) >= CUT_FROM


def options(text: str) -> tuple[str, ...]:
    """The options of a choice, one in each line, without what people number them with."""
    lines = (clip(OPTION_MARK.sub("", clean(line)).strip(), OPTION) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def read_number(args: str) -> int | None:
    """A notice's number as people write it (`3`, `#3`, `第3号`); None for other words."""
    number = NUMBER.fullmatch(args.strip())
    return int(number[1]) if number else None


def means_received(reactions: Iterable[str]) -> bool:
    """Whether one of the reactions says Received; thumbs down and tears say nothing."""
    return any(one.removesuffix(EMOJI_STYLE) in NODS for one in reactions)


def two(numbers: Sequence[int]) -> tuple[int, int]:
    """A button's two numbers; what a forged button lacks is 0, which nothing has as its id."""
    first, second = (*numbers, 0, 0)[:2]
    return first, second


def next_morning(now: datetime, zone: tzinfo) -> datetime:
    """The next nine o'clock in the zone, in UTC: today's while it is to come, else tomorrow's."""
    today = now.astimezone(zone).date()
    mornings = (datetime.combine(today + timedelta(days), MORNING, zone) for days in (0, 1))
    return next(one.astimezone(UTC) for one in mornings if one.timestamp() > now.timestamp())


def coming(count: int | None) -> Answer | None:
    """So many people who come, as an answer; None for a number that makes no sense."""
    return Answer(answer=COME, amount=count) if count and 1 <= count <= MOST_COMING else None


def bar(answered: int, asked: int) -> str:
    """Progress in ten blocks: none is full before somebody answered, all only when all did."""
    full = max(answered * BLOCKS // asked, min(answered, 1)) if asked else 0
    return "🟩" * full + "⬜" * (BLOCKS - full)


@dataclass(frozen=True)
class Tally:
    """What became of a press, organisation by organisation."""

    counted: tuple[Vote, ...]
    """Its first answer."""
    changed: tuple[Vote, ...]
    repeated: tuple[Vote, ...]
    """The same person had given the same answer."""
    others: tuple[Vote, ...]
    """Another liaison had given the same answer."""
    confirmed: tuple[Vote, ...] = ()
    """Staff had written the same answer down."""


def tally(votes: Iterable[Vote], person_id: int) -> Tally:
    """Sorts the votes of a press; an organisation counts once, whoever pressed."""
    votes = tuple(votes)
    same = [vote for vote in votes if vote.before == vote.given and not vote.is_noted]
    return Tally(
        counted=tuple(vote for vote in votes if vote.before is None),
        changed=tuple(vote for vote in votes if vote.before not in {None, vote.given}),
        repeated=tuple(vote for vote in same if vote.by and vote.by.id == person_id),
        others=tuple(vote for vote in same if vote.by and vote.by.id != person_id),
        confirmed=tuple(one for one in votes if one.before == one.given and one.is_noted),
    )


def counts(organisations: Iterable[Organisation]) -> dict[str, int]:
    """How many there are of each category that occurs, in the register's order."""
    categories = [organisation.category for organisation in organisations]
    return {
        category: categories.count(category) for category in CATEGORIES if category in categories
    }


def by_category(standings: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Standings under the category of their organisation, in the register's order."""
    standings = list(standings)
    found: dict[str, list[Standing]] = {}
    for category in CATEGORIES:
        same = [one for one in standings if one.organisation.category == category]
        if same:
            found[category] = same
    return found


def own_standings(board: Board, organisations: Iterable[Organisation]) -> tuple[Standing, ...]:
    """Where a liaison's own organisations stand, as far as they are asked."""
    own = {organisation.id for organisation in organisations}
    return tuple(one for one in board.standings if one.organisation.id in own)
