"""Files to take along: the calendar for a phone, and for liaisons who comes, as an Excel sheet."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.calendar import cards, handlers, icals
from commands.calendar.changing import the_one
from commands.calendar.terms import LINE, when
from commands.kit import Document, Post, Studio, Talk, button, clip, hours_of, pack
from commands.kit.cells import Cell, Page, Styles
from locales import Words, message, plain
from storage import announcement_lists, announcements, people, signup_lists
from storage.announcements import PATTERN, Announcement
from storage.database import Store
from storage.signups import Signup

ONE, EVERY, BOOK = "calendar.one_file", "calendar.all_file", "calendar.book"
"""The deliveries: one as a file (its subject), all (the person), who comes (the announcement)."""
SHEET = "calendar.sheet"
NAMES = 60
"""So many names are shown; the sheet has all."""
TOP = 3
COLUMNS = (
    message("Name"),
    message("Come along"),
    message("In all"),
    message("State"),
    message("Signed up"),
)


async def take(talk: Talk, numbers: tuple[int, ...]) -> None:
    """📥 below one card."""
    one = await handlers.current(talk, numbers[0]) if numbers else None
    if one is None:
        await talk.toast(cards.gone(talk.words, None))
    else:
        await _owe(talk, ONE, one.id)


async def take_all(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """📥 below the week."""
    await _owe(talk, EVERY, talk.asker.person.id)


async def export(talk: Talk, _words: str, chat_id: int) -> Markup | None:
    """`/export calendar`."""
    await announcements.ask(talk.store, EVERY, talk.asker.person.id, chat_id, talk.now)
    return None


async def names(talk: Talk, numbers: tuple[int, ...]) -> None:
    """📋 who comes: for who may change it, and in private alone."""
    one = await the_one(talk, numbers)
    if one is None:
        return
    if not talk.place.is_private:
        await talk.toast(talk.words.t("Please open it in our private chat."), alert=True)
        return
    found = await signup_lists.of(talk.store, one.id)
    await talk.edit(listed(talk.words, one, found))


async def sheet(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same as an Excel sheet."""
    one = await the_one(talk, numbers)
    if one is not None and talk.place.is_private:
        await _owe(talk, BOOK, one.id)
    elif one is not None:
        await talk.toast(talk.words.t("Please open it in our private chat."), alert=True)


async def make_one(store: Store, studio: Studio, number: int) -> Post | None:
    """Of what repeats all of it, with its days."""
    found = await announcements.one(store, number)
    whole = await announcements.one(store, found.pattern_id or found.id) if found else None
    if whole is None:
        return None
    text = studio.words.t("📥 {title}: open the file, and it is in your calendar.",
        title=clip(whole.title, 40))  # fmt: skip
    return Post(text, document=await _file(store, studio, (whole,), whole.title))


async def make_all(store: Store, studio: Studio, person_id: int) -> Post | None:
    """All that is ahead, as far as the person may see it."""
    person, own = await people.known(store, person_id)
    today = studio.now.astimezone(studio.office.zone).date()
    sees_meetings = person is not None and (person.is_staff or bool(own))
    every = await announcement_lists.whole(store, today)
    seen = [one for one in every if sees_meetings or not one.is_meeting]
    count = len(seen)
    text = studio.words.n(
        "📥 The calendar with {count} entry: open the file, and it is in yours.",
        "📥 The calendar with {count} entries: open the file, and they are in yours.",
        count,
    )
    name = plain(studio.words.t("Calendar"))
    return Post(text, document=await _file(store, studio, seen, name))


async def make_book(store: Store, studio: Studio, number: int) -> Post | None:
    one = await announcements.one(store, number)
    if one is None:
        return None
    found = await signup_lists.of(store, number)
    words = studio.words
    text = words.t("📋 Who comes: {title}", title=clip(one.title, 40))
    name = f"{_safe(one.title)}-{one.held_on}.xlsx"
    return Post(text, document=Document(name, workbook(words, one, found, studio.now)))


def listed(words: Words, one: Announcement, found: Sequence[Signup]) -> Post:
    """Names, who waits at the end."""
    lines = [
        words.t("📋 <b>Who comes: {title}</b>", title=clip(one.title, 40)),
        words.t("📅 {when}", when=when(words, one)),
        *cards.counts(words, one),
        *(_line(words, place, each) for place, each in enumerate(found[:NAMES], start=1)),
    ]
    if not found:
        lines.append(words.t("Nobody has signed up yet."))
    if len(found) > NAMES:
        lines.append(words.t("… the Excel sheet has all"))
    back = button(words.t("‹ Back"), pack(cards.OPEN, one.id))
    excel = button(words.t("📊 Excel sheet"), pack(SHEET, one.id))
    return Post(LINE.join(lines), ((excel, back),))


def workbook(words: Words, one: Announcement, found: Sequence[Signup], now: datetime) -> bytes:
    """A row for each who signed up."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"title": one.title, "created": now.astimezone(UTC)})
    page = Page(book, Styles(book, words.zone), plain(words.t("Who comes")))
    page.write(0, 0, one.title, "title")
    page.write(1, 0, plain(when(words, one)), "plain")
    rows: list[list[Cell]] = [
        [
            *(each.name or str(each.person_id), each.companions, each.heads),
            plain(words.t("waits") if each.is_waiting else words.t("has a place")),
            each.signed_at,
        ]
        for each in found
    ]
    titles = [plain(words.t(title)) for title in COLUMNS]
    page.table(TOP, titles, rows, (24, 10, 10, 14, 18), ["plain"] * len(rows))
    page.keep_in_sight(TOP + 1, 1)
    book.close()
    return written.getvalue()


def _line(words: Words, place: int, one: Signup) -> Markup:
    name = clip(one.name, 24) or str(one.person_id)
    parts = [Markup("{}. {}").format(place, name)]
    if one.companions:
        parts.append(Markup("＋{}").format(one.companions))
    if one.is_waiting:
        parts.append(words.t("waits"))
    if not one.is_reachable:
        parts.append(words.t("(I cannot write to them)"))
    return Markup(" ").join(parts)


async def _owe(talk: Talk, kind: str, subject: int) -> None:
    """A file goes to the private chat."""
    chat_id = talk.private_chat
    if chat_id is None:
        await talk.toast(
            talk.words.t("Please open our private chat and press Start first."), alert=True
        )
        return
    await announcements.ask(talk.store, kind, subject, chat_id, talk.now)
    await talk.toast(talk.words.t("📥 The file comes in our private chat."))


async def _file(store: Store, studio: Studio, every: Sequence[Announcement], name: str) -> Document:
    hours = await hours_of(store, studio.office)
    whole = []
    for one in every:
        held = await announcement_lists.series(store, one.id) if one.state == PATTERN else ()
        whole.append((one, held))
    data = icals.file(studio.words, hours, whole, studio.now, name)
    return Document(f"{_safe(name)}.ics", data)


def _safe(name: str) -> str:
    """Nothing in it that any system refuses."""
    return "".join(one if one.isalnum() or one == "-" else "_" for one in name)[:60]
