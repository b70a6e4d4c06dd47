"""What is asked of who keeps a service point up, and what is said of it. Pure."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, button, clip, in_rows, pack, page_of, pager
from locales import Words, message, plain
from storage.organisations import Organisation
from storage.point_drafts import (
    ADDRESS,
    HOURS,
    NAME,
    OFFERS,
    PHONE,
    PLACE,
    Draft,
    Outcome,
)

LABEL, PAGE, SHOWN = 16, 16, 200
LINE = Markup("\n")
ASKED = {
    NAME: message("What is the service point called? For example: Xinglong clinic."),
    ADDRESS: message("What is its address, down to the door?"),
    PLACE: message(
        "Where is it on the map? Send its location (📎 → Location), best of all from the door; or"
        " type latitude and longitude from a map."
    ),
    HOURS: message("When is it open? With breaks and holidays, in your own words."),
    PHONE: message("Which phone number of the office may people call?"),
    OFFERS: message("What do people get there? A few words, so that it is found."),
}
HINTS = {
    NAME: message("Xinglong clinic"),
    ADDRESS: message("1 Xinglong Street, ground floor"),
    PLACE: message("34.8012, 113.6506"),
    HOURS: message("Mon-Fri 9:00-12:00 14:00-17:30; Sat 9-12"),
    PHONE: message("0371-60001234"),
    OFFERS: message("blood pressure, vaccinations"),
}
SAID = {
    Outcome.DONE: message("✅ Done."),
    Outcome.MEANWHILE: message(
        "Somebody changed it meanwhile. Please look at what is there now, and decide again."
    ),
    Outcome.TAKEN: message("The organisation has a service point of this name already."),
    Outcome.UNFINISHED: message("It still needs a name, and from which map the numbers are."),
    Outcome.GONE: message("This was settled before."),
}


def question(words: Words, draft: Draft, field: str) -> Post:
    """To be answered by a reply."""
    lines = [words.t(ASKED[field])]
    now = getattr(draft.new, field, "") if field not in {HOURS, PLACE} else ""
    if now:
        lines.append(words.t("Until now: {said}", said=clip(now, SHOWN)))
    return Post(LINE.join(lines), placeholder=plain(words.t(HINTS[field])))


def whose(words: Words, own: Sequence[Organisation], number: int) -> Post:
    """Of which organisation the new point is."""
    page = page_of(own, number, PAGE)
    buttons = [
        button(words.list([clip(one.short_name, LABEL)]), pack("points.add", one.id))
        for one in page.items
    ]
    turns = pager(page, "points.add", 0)
    return Post(words.t("Whose service point is it?"), (*in_rows(buttons), turns))


def outcome(words: Words, became: Outcome) -> Markup:
    return words.t(SAID[became])


def is_serious(became: Outcome) -> bool:
    """True for what a glance at a toast would miss."""
    return became is not Outcome.DONE


def meanwhile(words: Words) -> Markup:
    return words.t(SAID[Outcome.MEANWHILE])


def settled(words: Words) -> Markup:
    return words.t(SAID[Outcome.GONE])


def not_yours(words: Words) -> Markup:
    return words.t("You keep up the service points of your own organisation only.")


def no_baidu(words: Words) -> Markup:
    return words.t(
        "Baidu’s coordinates (BD-09) are shifted once more and I do not take them. Please look the"
        " place up in Amap or Tencent Maps, or send its location here."
    )
