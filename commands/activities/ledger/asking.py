"""Somebody asks for a ledger: by words, or by a button."""

from datetime import date

from markupsafe import Markup

from commands.activities.ledger import rules, views
from commands.activities.ledger.asked import FORMS, Asked
from commands.activities.ledger.rules import NotYoursError, UnclearError
from commands.activities.looking.searches import read_search, span
from commands.kit import Button, Talk
from storage import exports, organisations
from storage.organisations import Organisation


async def ordered(talk: Talk, args: str, chat_id: int) -> Markup | None:
    """`/export activities 2016-08 Xinglong`."""
    search = read_search(args, talk.today)
    register = await organisations.every(talk.store)
    found = organisations.named(register, search.words)
    if search.words and not found:
        return views.unknown(talk.words, search.words)
    return await _order(talk, found, span(search.year, search.month), chat_id)


async def days_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A year and a month, offered below `/export`."""
    year, month = (*numbers, 0, 0)[:2]
    if talk.private_chat is None:
        await talk.toast(views.start_first(talk.words))
    else:
        why_not = await _order(talk, (), span(year, month), talk.private_chat)
        await talk.toast(why_not or views.under_way(talk.words))


async def form_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same ledger in another form, or once more."""
    export_id, place = (*numbers, -1, -1)[:2]
    before = await exports.one(talk.store, export_id)
    if before is None or before.kind != views.LEDGER or place not in range(len(FORMS)):
        await talk.toast(views.gone(talk.words))
        return
    asked = Asked.model_validate_json(before.asked).model_copy(update={"form": FORMS[place]})
    if not rules.may_have(talk.asker, asked):
        await talk.toast(views.not_yours(talk.words), alert=True)
    elif talk.private_chat is None:
        await talk.toast(views.start_first(talk.words))
    else:
        await _keep(talk, asked, talk.private_chat)
        await talk.toast(views.under_way(talk.words))


async def offers(talk: Talk) -> tuple[Button, ...]:
    """Last month's and this year's ledger."""
    return views.offers(talk.words, talk.today, is_private=talk.place.is_private)


async def _order(
    talk: Talk,
    found: tuple[Organisation, ...],
    days: tuple[date, date] | None,
    chat_id: int,
) -> Markup | None:
    try:
        own = rules.whose(talk.asker, found)
    except NotYoursError:
        return views.not_yours(talk.words)
    except UnclearError as error:
        return views.which(talk.words, error.candidates)
    first, last = days or (None, None)
    asked = Asked(organisation_id=own.id if own else None, first=first, last=last)
    is_new = await _keep(talk, asked, chat_id)
    return None if is_new else views.under_way(talk.words)


async def _keep(talk: Talk, asked: Asked, chat_id: int) -> bool:
    told = asked.model_dump_json(exclude_none=True)
    person = talk.asker.person.id
    facts = (person, chat_id, talk.words.language, talk.now)
    return await exports.order(talk.store, views.LEDGER, told, *facts)
