"""What was announced is changed or called off, by buttons and replies; a draft as well."""

from datetime import date

from markupsafe import Markup

from commands.calendar import cards, handlers, panels, planning
from commands.calendar.rules import FIELDS, READ, Values, may_change
from commands.kit import Post, Talk, hours_of
from commands.kit.features import Delivery, Renderer, ReplyHandler
from locales import Words, message
from storage import announcements, rearrangements
from storage.announcements import ANNOUNCED, DRAFT, PATTERN, Announcement
from storage.database import Store

QUESTION = message("Question about an announced activity")


async def the_one(talk: Talk, numbers: tuple[int, ...]) -> Announcement | None:
    """The announcement of a button, for who may change it; else says why not."""
    one = await announcements.one(talk.store, numbers[0]) if numbers else None
    if one is None or one.state not in {DRAFT, ANNOUNCED, PATTERN}:
        await talk.say(cards.gone(talk.words, None))
        return None
    if not may_change(talk.asker, one):
        text = talk.words.t("Only liaisons of this organisation and staff can do this.")
        await (talk.toast(text, alert=True) if talk.query_id else talk.say(text))
        return None
    return one


async def manage(talk: Talk, numbers: tuple[int, ...]) -> None:
    """✏️ below one's own card."""
    one = await the_one(talk, numbers)
    if one is not None and not talk.place.is_private:
        await talk.toast(talk.words.t("Please open it in our private chat."), alert=True)
    elif one is not None and one.state == ANNOUNCED and handlers.is_taking(one):
        await talk.edit(panels.manage(talk.words, one))
    elif one is not None:
        await talk.toast(cards.gone(talk.words, one))


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for a reply about one field."""
    one = await the_one(talk, numbers[:1])
    place = numbers[1] if len(numbers) > 1 else -1
    if one is not None and 0 <= place < len(FIELDS):
        kind = kind_of(FIELDS[place])
        await announcements.ask(talk.store, kind, one.id, talk.place.id, talk.now)
        await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def off(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One is called off, once it was asked back."""
    one = await the_one(talk, numbers[:1])
    if one is None:
        return
    if numbers[1:] != (panels.SURE,):
        await talk.edit(panels.sure(talk.words, one, panels.OFF))
    elif await rearrangements.call_off(talk.store, one.id, talk.today, talk.now):
        await _settled(talk, one)
    else:
        await talk.toast(cards.gone(talk.words, one))


async def off_all(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What repeats ends."""
    one = await the_one(talk, numbers[:1])
    if one is None:
        return
    if numbers[1:] != (panels.SURE,):
        await talk.edit(panels.sure(talk.words, one, panels.OFF_ALL))
    elif await rearrangements.call_off_all(talk.store, one.id, talk.today, talk.now):
        await _settled(talk, one)
    else:
        await talk.toast(cards.gone(talk.words, one))


async def apply(talk: Talk, one: Announcement, values: Values) -> bool:
    """Changes a draft, one announcement, or a pattern; says why not."""
    if one.state == DRAFT:
        is_made = await announcements.revise(talk.store, one.id, values)
    elif one.state == PATTERN:
        kept = {name: new for name, new in values.items() if name not in {"held_on", "rule"}}
        is_made = await rearrangements.change_all(talk.store, one.id, kept, talk.today, talk.now)
    else:
        is_made = await _change(talk, one, values)
    if not is_made:
        await talk.say(cards.gone(talk.words, one))
    return is_made


def questions() -> tuple[Delivery, ...]:
    """A kind for each field, so a reply counts for what it answers."""
    return tuple(
        Delivery(kind_of(name), _asking(name), title=QUESTION, on_reply=_answering(name))
        for name in FIELDS
    )


def kind_of(field: str) -> str:
    return f"calendar.ask_{field}"


async def _change(talk: Talk, one: Announcement, values: Values) -> bool:
    new = {name: value for name, value in values.items() if name not in {"rule", "panel"}}
    day = new.get("held_on", one.held_on)
    hours = await hours_of(talk.store, talk.office)
    on = planning.occasion(day, hours) if isinstance(day, date) and day != one.held_on else None
    return await rearrangements.change(talk.store, one.id, new, talk.now, on) is not None


async def _settled(talk: Talk, one: Announcement) -> None:
    await talk.toast(talk.words.t("❌ Called off"))
    post = await handlers.own_card(talk, one.id)
    gone = Post(talk.words.t("❌ Called off. /week shows what is on."))
    await talk.edit(post or gone)


def _asking(field: str) -> Renderer:
    async def render(store: Store, words: Words, number: int) -> Post | None:
        one = await announcements.one(store, number)
        return panels.question(words, one, field) if one else None

    return render


def _answering(field: str) -> ReplyHandler:
    async def answered(talk: Talk, number: int) -> bool | None:
        one = await the_one(talk, (number,))
        if one is None:
            return True
        values = READ[field](talk.message.text, one, talk.today)
        if not values:
            await talk.say(talk.words.t(panels.NOT_READ[field]))
        elif await apply(talk, one, values | {"panel": ""}):
            await talk.say(said(talk, one))
        return True

    return answered


def said(talk: Talk, one: Announcement) -> Markup:
    """What a change came to."""
    if one.state == DRAFT:
        return talk.words.t("✅ Noted. The preview shows it.")
    return talk.words.t("✅ Changed. Who signed up is told in a minute.")
