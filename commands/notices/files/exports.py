"""A notice to take along: its Excel sheet, and the picture of its board."""

import asyncio

from markupsafe import Markup

from commands.kit import (
    Button,
    Document,
    Picture,
    Post,
    Studio,
    Talk,
    button,
    clip,
    pack,
    private_link,
)
from commands.kit.lettering import UnfitFontError
from commands.notices import rules, views
from commands.notices.files import posters, sheets as books
from commands.notices.rules import bar
from locales import Words
from storage import listings, sheets
from storage.database import Store
from storage.notices import Notice
from storage.sheets import POSTER, SHEET, Sheet

OFFERED = 4
"""So many of the newest notices are offered."""
LABEL = 20


async def sheet(talk: Talk, args: str, chat_id: int) -> Markup | None:
    """`/export notice 12`."""
    return await _order(talk, SHEET, args, chat_id)


async def poster(talk: Talk, args: str, chat_id: int) -> Markup | None:
    """`/export board 12`."""
    return await _order(talk, POSTER, args, chat_id)


async def sheet_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _pressed(talk, SHEET, rules.two(numbers)[0])


async def poster_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _pressed(talk, POSTER, rules.two(numbers)[0])


async def offers(talk: Talk) -> tuple[Button, ...]:
    """The newest notices; from the group the buttons lead to the private chat."""
    newest = await listings.listed(talk.store, 1, OFFERED)
    return tuple(_offer(talk, one) for one in newest.notices)


async def make_sheet(store: Store, studio: Studio, notice_id: int) -> Post | None:
    found = await sheets.sheet(store, notice_id)
    if found is None:
        return None
    words, now = studio.words, studio.now
    data = await asyncio.to_thread(books.workbook, words, found, now)
    name = books.file_name(words, found.notice, now, ".xlsx")
    number = found.notice.number or 0
    picture = button(words.t("Picture of the board"), pack("notices.poster", number))
    caption = words.t("📊 <b>Notice {number}</b>, as an Excel sheet", number=number)
    text = Markup("\n").join([caption, *standing(words, found)])
    return Post(text, ((picture,),), document=Document(name, data))


async def make_poster(store: Store, studio: Studio, notice_id: int) -> Post | None:
    found = await sheets.sheet(store, notice_id)
    if found is None:
        return None
    words, number = studio.words, found.notice.number or 0
    drawn = await asyncio.to_thread(_drawn, studio, found)
    if not drawn:
        again = button(words.t("Try again"), pack("notices.poster", number))
        return Post(_no_font(words), ((again,),))
    caption = words.t("🖼 <b>Notice {number}</b>, the board as a picture", number=number)
    text = Markup("\n").join([caption, *standing(words, found)])
    book = button(words.t("Excel sheet"), pack("notices.sheet", number))
    return Post(text, ((book,),), photos=tuple(Picture(one) for one in drawn))


def _drawn(studio: Studio, found: Sheet) -> tuple[bytes, ...]:
    """The pictures; none when no font here can write Chinese."""
    font = studio.find_font()
    if font is None:
        return ()
    try:
        return posters.pictures(studio.words, found, studio.now, font)
    except UnfitFontError:
        return ()


def _no_font(words: Words) -> Markup:
    return words.t(
        "I cannot draw the picture yet: the computer on which I run has no Chinese font. Please ask"
        " whoever looks after it to install one (Debian: <code>apt install fonts-noto-cjk</code>),"
        " or to name a font file in <code>GONGJIAN_FONT</code>. Then press the button."
    )


def standing(words: Words, found: Sheet) -> list[Markup]:
    """How far it is answered, in two lines."""
    asked = len(found.lines)
    if found.notice.asks_people:
        return [books.counted(words, found)]
    if not asked:
        return [words.t("It asks no organisation.")]
    answered = asked - found.missing
    lines = [Markup("{} {}/{}").format(bar(answered, asked), answered, asked)]
    lines.append(
        words.t(
            "Missing {missing}, with difficulties {difficulties}",
            missing=found.missing,
            difficulties=found.difficulties,
        )
    )
    return lines


async def _order(talk: Talk, kind: str, args: str, chat_id: int) -> Markup | None:
    number = rules.read_number(args)
    if number is None:
        return talk.words.t("Which notice? Write its number: <code>/export notice 12</code>")
    facts = talk.words.language, talk.now
    is_owed = await sheets.order(talk.store, kind, number, chat_id, *facts)
    return None if is_owed else views.no_such_notice(talk.words)


async def _pressed(talk: Talk, kind: str, number: int) -> None:
    if talk.private_chat is None:
        await talk.toast(talk.words.t("Please open our private chat and press Start first."))
        return
    why_not = await _order(talk, kind, str(max(number, 0)), talk.private_chat)
    await talk.toast(why_not or talk.words.t("One moment, it is on its way."))


def _offer(talk: Talk, notice: Notice) -> Button:
    number = notice.number or 0
    first = clip(notice.text.strip().partition("\n")[0], LABEL)
    label = talk.words.t("No. {number}: {text}", number=number, text=first)
    if talk.place.is_private:
        return button(label, pack("notices.sheet", number))
    return private_link(label, "export", f"notice {number}")
