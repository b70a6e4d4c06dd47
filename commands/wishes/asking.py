"""What is asked of who puts a wish up, step by step; usual answers are buttons."""

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, in_rows, pack, page_of, pager
from commands.wishes.rules import LIMITS
from commands.wishes.views import LABEL, LINE, NAME, thing
from locales import Words, message, plain
from storage.organisations import Organisation
from storage.wishes import AMOUNT, DETAILS, DUE, STEPS, WHAT, WHOM, Wish

PAGE = 16
SKIP, NONE = 0, 0
WHOM_ANSWERS = (
    message("an old person living alone"),
    message("families in need"),
    message("people with a disability"),
    message("children"),
    message("anybody who needs it"),
)
"""A button bears the place here, from 1; new ones go to the end."""
AMOUNTS = (1, 2, 5, 10, 20, 50)
DAYS = (7, 14, 30)
ASKED = {
    WHAT: message(
        "What is wished for? Write it in a few words: a school bag, a wheelchair, an hour of"
        " company, winter coats."
    ),
    WHOM: message(
        "For whom, in general words? In the group nobody's name, telephone number or house stands."
    ),
    AMOUNT: message("How many?"),
    DUE: message("By when?"),
    DETAILS: message(
        "🔒 Where is it handed over, and who is to be met? Only who takes the wish on sees this, in"
        " private, and it is deleted once all is handed over."
    ),
}
HINTS = {
    WHAT: message("Winter coats"),
    WHOM: message("a family in need"),
    AMOUNT: message("20"),
    DUE: message("15 December"),
    DETAILS: message("Service hall of the community, ask for the duty desk"),
}
ANSWERED = {
    WHAT: message("✅ What: {said}"),
    WHOM: message("✅ For: {said}"),
    AMOUNT: message("✅ How many: {said}"),
    DUE: message("✅ By: {said}"),
    DETAILS: message("✅ Noted for who takes it on."),
}


def which(words: Words, every: Sequence[Organisation], number: int, search_id: int) -> Post:
    """Whose wish it is, where it may be several's."""
    page = page_of(every, number, PAGE)
    buttons = [
        button(words.list([clip(one.short_name, LABEL)]), pack("wishes.at", one.id, search_id))
        for one in page.items
    ]
    text = words.t(
        "🎁 Whose wish is it? In one line it goes as well: <code>/wish winter coats 20 for families"
        " in need by 15 December</code>"
    )
    return Post(text, (*in_rows(buttons), pager(page, "wishes.which", search_id)))


def only_communities(words: Words) -> Post:
    """For liaisons of other organisations."""
    text = words.t(
        "Wishes are put up by communities and the street office. Do you know of a need? Tell the"
        " community; or take a wish on yourself."
    )
    return Post(text, ((button(words.t("🎁 Open wishes"), pack("wishes.list", 1)),),))


def question(words: Words, wish: Wish, step: str, today: date, *, is_asked: bool) -> Post:
    """A step, while it waits for an answer; afterwards what was answered."""
    if not is_asked:
        return Post(words.t(ANSWERED[step], said=_answer(words, wish, step)))
    head = words.t("🎁 Wish of {name}", name=clip(wish.organisation, NAME))
    place = words.t("step {number} of {count}", number=STEPS.index(step) + 1, count=len(STEPS))
    title = words.t("{head} · {place}", head=head, place=place) if wish.step in STEPS else head
    said = [title, words.t("<b>{question}</b>", question=words.t(ASKED[step]))]
    return Post(
        LINE.join(said), _rows(words, wish, step, today), placeholder=_hint(words, wish, step)
    )


def too_long(words: Words, step: str, length: int) -> Markup:
    limit = LIMITS[step]
    return words.t("It has {length} characters; {limit} are allowed.", length=length, limit=limit)


def refused(words: Words) -> Markup:
    """Nothing of it was kept."""
    return words.t(
        "🔒 There is a telephone or identity card number in it, and this would stand in the group."
        " I have not kept it. Please write it once more without; where to hand it over is asked"
        " later, for the giver alone."
    )


def refused_details(words: Words) -> Markup:
    return words.t(
        "🔒 There is an identity card number in it; nobody needs that. I have not kept it. Please"
        " write it once more without."
    )


def no_amount(words: Words) -> Markup:
    return words.t("Please write a number from 1 to 9999, for example 20.")


def no_day(words: Words) -> Markup:
    return words.t("I do not see a day that is to come. For example: 15 December.")


def no_words(words: Words) -> Markup:
    return words.t("Please write it in words.")


def _hint(words: Words, wish: Wish, step: str) -> str:
    """While it is written step by step nothing has to be a reply, so no keyboard opens as one."""
    return plain(words.t(HINTS[step])) if wish.step not in STEPS or step == WHAT else ""


def _rows(words: Words, wish: Wish, step: str, today: date) -> tuple[Row, ...]:
    buttons = []
    if step == WHOM:
        buttons = [
            button(words.t(said), pack("wishes.whom", wish.id, place))
            for place, said in enumerate(WHOM_ANSWERS, start=1)
        ]
    elif step == AMOUNT:
        buttons = [
            button(words.list([str(one)]), pack("wishes.amount", wish.id, one))
            for one in AMOUNTS
            if one >= wish.claimed
        ]
    elif step == DUE:
        buttons = [
            button(
                words.list([words.day(today + timedelta(days), today)]),
                pack("wishes.due", wish.id, (today + timedelta(days)).toordinal()),
            )
            for days in DAYS
        ]
        buttons.append(button(words.t("Any time"), pack("wishes.due", wish.id, NONE)))
    elif step == DETAILS:
        buttons = [button(words.t("Nothing private"), pack("wishes.details", wish.id, SKIP))]
    width = 3 if step == AMOUNT else 2
    stop: Row = ()
    if wish.step in STEPS:
        stop = (button(words.t("🗑 Do not put it up"), pack("wishes.discard", wish.id)),)
    return tuple(row for row in (*in_rows(buttons, width), stop) if row)


def _answer(words: Words, wish: Wish, step: str) -> Markup:
    if step == AMOUNT:
        return words.list([f"{wish.amount}{wish.unit}"])
    if step == DUE:
        return words.list([words.day(wish.due_on)]) if wish.due_on else words.t("no day")
    if step == WHAT:
        return words.list([clip(wish.what, 60)]) if wish.what else thing(words, wish)
    return words.list([clip(wish.whom, 60)]) if wish.whom else words.t("not said")
