"""To whom a voice goes, and by which day it is to be answered."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import (
    CATEGORY_NAMES,
    Button,
    Calendar,
    Post,
    button,
    clip,
    in_rows,
    pack,
    page_of,
)
from commands.voices.drafts import short
from commands.voices.letters import NAME
from commands.voices.rules import WORKING_DAYS, after
from locales import Words
from storage.organisations import CATEGORIES, Organisation
from storage.people import Liaison
from storage.voices import Pass, Voice

ALL = -1
"""Instead of a category's place: all of them, or the categories."""
FEW, PAGE, LABEL = 24, 16, 16
ANYBODY = 0
"""Instead of a liaison: all of the organisation's."""


def which(words: Words, voice: Voice, every: Sequence[Organisation], place: int, turn: int) -> Post:
    """The organisations where they are few; else first the categories."""
    text = words.t("📬 To whom does no. {number} go?", number=voice.number or 0)
    if len(every) > FEW and not 0 <= place < len(CATEGORIES):
        return Post(text, in_rows(_categories(words, voice, every)))
    inside = [one for one in every if len(every) <= FEW or one.category == CATEGORIES[place]]
    page = page_of(inside, turn, PAGE)
    buttons = [
        button(words.list([clip(one.short_name, LABEL)]), pack("voices.to", voice.id, one.id))
        for one in page.items
    ]
    turns = tuple(
        button(
            Markup("{} {}/{}").format(arrow, number, page.count),
            pack("voices.pass", voice.id, place, number),
        )
        for arrow, number in (("◀", page.number - 1), ("▶", page.number + 1))
        if 1 <= number <= page.count
    )
    back = button(words.t("◀ Back"), pack("voices.pass", voice.id, ALL, 1))
    return Post(text, (*in_rows(buttons), turns, *(((back,),) if len(every) > FEW else ())))


def whom(words: Words, voice: Voice, one: Organisation, liaisons: Sequence[Liaison]) -> Post:
    """One of several liaisons, or all of them."""
    text = words.t("Who of {name} is to see to it?", name=clip(one.short_name, NAME))
    everybody = button(words.t("All liaisons"), pack("voices.liaison", voice.id, one.id, ANYBODY))
    buttons = [
        button(
            words.list([clip(who.name, LABEL)]), pack("voices.liaison", voice.id, one.id, who.id)
        )
        for who in liaisons
    ]
    return Post(text, (*in_rows(buttons), (everybody,)))


def nobody(words: Words, one: Organisation) -> Markup:
    return words.t(
        "{name} has no liaison whom I can write to. Please choose another organisation, or invite"
        " a liaison first.",
        name=clip(one.short_name, NAME),
    )


def day(words: Words, voice: Voice, asked: Pass, today: date, calendar: Calendar) -> Post:
    """By when; once it is chosen, that."""
    name = clip(asked.organisation, NAME)
    if asked.ended_at is not None:
        return Post(words.t("No. {number} went to somebody else.", number=voice.number or 0))
    if asked.passed_at is not None and asked.answer_by is not None:
        chosen = words.t(
            "📬 No. {number} is with {name}, to be answered by {day}.",
            number=voice.number or 0,
            name=name,
            day=words.day(asked.answer_by, today),
        )
        question = words.t("Another day? Press it, or reply with one.")
    else:
        chosen = words.t("📬 No. {number} goes to {name}.", number=voice.number or 0, name=name)
        question = words.t("<b>To be answered by when?</b> Press, or reply with another day.")
    lines = [chosen, words.list([short(voice, 60)]), question]
    buttons = [
        button(
            words.n(
                "{count} working day ({day})",
                "{count} working days ({day})",
                days,
                day=words.day(after(calendar, today, days), today),
            ),
            pack("voices.by", asked.id, days),
        )
        for days in WORKING_DAYS
    ]
    return Post(Markup("\n").join(lines), in_rows(buttons, 1))


def _categories(words: Words, voice: Voice, every: Sequence[Organisation]) -> list[Button]:
    counted = [
        (place, sum(one.category == name for one in every)) for place, name in enumerate(CATEGORIES)
    ]
    return [
        button(
            words.t(
                "{category} · {count}",
                category=words.t(CATEGORY_NAMES[CATEGORIES[place]]),
                count=count,
            ),
            pack("voices.pass", voice.id, place, 1),
        )
        for place, count in counted
        if count
    ]
