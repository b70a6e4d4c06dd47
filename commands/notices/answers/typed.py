"""What somebody types below a notice where a button would do: 收到, 有困难, 参加3人. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from commands.kit.numbers import NUMBER as A_NUMBER
from commands.notices import rules
from commands.notices.answers.replies import named_first, number_in
from storage.notices import (
    CANNOT,
    CHOICE,
    CHOSEN,
    DIFFICULT,
    DIFFICULTY,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
    Notice,
)
from storage.organisations import Organisation
from storage.votes import Answer

LONGEST = 30
"""Longer words are more than an answer, unless they give the reason of a difficulty."""
THUMBS = re.compile("[👌👍🆗✅\U0001f3fb-\U0001f3ff\ufe0f]+")
"""With the tones of skin that a phone adds."""
BESIDE = re.compile(r"[^\w]+")
LEADING = re.compile(r"^[^\w]+")
FINE = "好的|好|嗯|ok|okay"
KNOWN = (
    "收到|已收到|收到了|收到啦|已阅|已阅知|知道了|知悉|已知悉|已知晓|明白|明白了"
    "|received|noted|gotit|willdo"
)
BESIDES = (
    "(?:收到|谢谢|感谢|多谢|辛苦了|马上(?:办|安排|落实)|(?:准时|按时|一定)参加|thank(?:s|you))*"
)
TAKEN = re.compile(f"(?:{FINE})?(?:{KNOWN}|{FINE}){BESIDES}")
"""Below a notice."""
TAKEN_ALONE = re.compile(f"(?:{FINE})?(?:{KNOWN}){BESIDES}")
"""Below none, in private: fine may be said to anything."""
RECEIVED_ALONE = re.compile("(?:好的|ok)?(?:收到|已收到|收到了|收到啦|received)(?:谢谢|thanks)?")
"""Below none, in a group: what people say to a notice, and to little else."""
DIFFICULT_TO_US = re.compile(r"(?:我们)?(?:有困难|有点困难|有些困难|difficulty|difficulties)")
WE = "(?:我们单位|我单位|本单位|我们|我|we|i)?"
STAYS = re.compile(
    f"{WE}(?:不参加|不能参加|参加不了|无法参加|不来|来不了|不去|去不了|不报名|cannotcome|cantcome|no)"
    "(?:了)?"
)
COMES = re.compile(
    f"(?:#(?:人|个人|个|位|名|people)?)?{WE}(?:都|要|想|能)?(?:参加|报名|出席|来|去|到|come|comes|coming|yes)"
    "(?:#?(?:人|个人|个|位|名|people)?)?"
)


@dataclass(frozen=True)
class Typed:
    """An answer, and for whom."""

    answer: Answer
    organisation_id: int | None = None
    """For this one alone, which was named."""
    reason: str = ""
    """Of a difficulty, said in one breath with it."""

    @property
    def lacks_reason(self) -> bool:
        return self.answer.answer == DIFFICULTY and not self.reason


def read(notice: Notice, said: str, organisations: Sequence[Organisation]) -> Typed | None:
    """None for words that are no answer: a reason, or ordinary talk."""
    whose, text = named_first(said.strip(), organisations)
    found = _answer(notice, text)
    if found is None:
        return None
    answer, reason = found
    return Typed(answer, whose.id if whose and len(organisations) > 1 else None, reason)


def means_an_answer(text: str) -> bool:
    """Whether words in private, below no notice, are an answer to one."""
    if means_a_difficulty(text):
        return True
    return len(text) <= LONGEST and bool(TAKEN_ALONE.fullmatch(_bare(text)))


def means_a_difficulty(text: str) -> bool:
    """Whether words begin by saying so."""
    return bool(DIFFICULT_TO_US.match(text.strip().casefold()))


def means_received(text: str) -> bool:
    """Whether words in a group, below no notice, could answer one."""
    return len(text) <= LONGEST and bool(RECEIVED_ALONE.fullmatch(_bare(text)))


def _answer(notice: Notice, text: str) -> tuple[Answer, str] | None:
    bare = _bare(text)
    if notice.form == DIFFICULT and (begins := DIFFICULT_TO_US.match(text.casefold())):
        return Answer(answer=DIFFICULTY), LEADING.sub("", text[begins.end() :]).strip()
    if len(text) > LONGEST:
        return None
    if notice.form in {DIFFICULT, RECEIPT}:
        is_taken = TAKEN.fullmatch(bare) or THUMBS.fullmatch(text.strip())
        return (Answer(answer=RECEIVED), "") if is_taken else None
    if notice.form == SIGN_UP:
        coming = _coming(bare)
        return (coming, "") if coming else None
    place = _option(notice, bare) if notice.form == CHOICE else 0
    return (Answer(answer=CHOSEN, detail=str(place)), "") if place else None


def _coming(bare: str) -> Answer | None:
    if STAYS.fullmatch(bare):
        return Answer(answer=CANNOT)
    if not COMES.fullmatch(re.sub(A_NUMBER, "#", bare)):
        return None
    return rules.coming(number_in(bare) if re.search(A_NUMBER, bare) else 1)


def _option(notice: Notice, bare: str) -> int:
    """The place of the option that is named by its number or by its words; 0 for none."""
    for place, option in enumerate(notice.choices, start=1):
        if bare in {str(place), _bare(option)}:
            return place
    return 0


def _bare(text: str) -> str:
    """Letters and digits alone, without full-width forms and capitals."""
    return BESIDE.sub("", unicodedata.normalize("NFKC", text).casefold())
