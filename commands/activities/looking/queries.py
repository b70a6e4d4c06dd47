"""What everybody may ask: which activities there are, and one of them with its photos."""

from commands.activities.looking import cards, lists, standings
from commands.activities.looking.lists import PAGE, Scope
from commands.activities.looking.searches import read_search, span
from commands.activities.numbers import read_number
from commands.activities.reporting import questions
from commands.kit import Post, Talk
from storage import activities, activity_lists, organisations
from storage.activity_lists import Wanted


async def listed(talk: Talk) -> None:
    """`/activities`, with a part of an organisation's name, a month, or both."""
    search = read_search(talk.args, talk.today)
    found = organisations.named(await organisations.every(talk.store), search.words)
    if search.words and not found:
        await talk.say(lists.unknown_organisation(talk.words, search))
    elif len(found) > 1:
        await talk.reply(lists.which_organisation(talk.words, search, found))
    else:
        own = found[0] if found else None
        await talk.reply(await _page(talk, Scope(own, search.year, search.month), 1))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page, or the chosen organisation's first one, in place of what was shown."""
    scope = await _scope(talk, numbers)
    if scope is None:
        await talk.toast(lists.unknown_page(talk.words))
    else:
        await talk.edit(await _page(talk, scope, numbers[-1]))


async def shown(talk: Talk) -> None:
    """`/activity 3`."""
    number = read_number(talk.args)
    if number is None:
        await talk.say(cards.which(talk.words))
    else:
        await _show(talk, number)


async def show_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A number below a list."""
    await _show(talk, numbers[0] if numbers else 0)


async def more_photos(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next ten photos, as messages of their own."""
    number, page = (*numbers, 0, 0)[:2]
    activity = await activities.one(talk.store, number)
    post = cards.more_photos(talk.words, activity, page) if activity else None
    if post is None:
        await talk.toast(questions.gone(talk.words))
    else:
        await talk.stop_spinner()  # many photos may have to wait for the group's pace
        await talk.reply(post)


async def _scope(talk: Talk, numbers: tuple[int, ...]) -> Scope | None:
    """What a page's button is of; anybody may forge its numbers."""
    if len(numbers) != len(("organisation", "year", "month", "page")):
        return None
    organisation_id, year, month, _ = numbers
    own = await organisations.one(talk.store, organisation_id) if organisation_id else None
    is_known = own is not None or organisation_id == 0
    is_dated = span(year, month) is not None or (year, month) == (0, 0)
    return Scope(own, year, month) if is_known and is_dated else None


async def _page(talk: Talk, scope: Scope, number: int) -> Post:
    first, last = span(scope.year, scope.month) or (None, None)
    own = scope.organisation.id if scope.organisation else None
    wanted = Wanted(organisation_id=own, first=first, last=last)
    listing = await activity_lists.page(talk.store, wanted, number, PAGE)
    view = lists.in_private if talk.place.is_private else lists.in_group
    return view(talk.words, listing, scope, talk.today)


async def _show(talk: Talk, number: int) -> None:
    is_staff = talk.asker.person.is_staff
    activity = await activities.one(talk.store, number, with_deleted=is_staff)
    if activity is not None and activity.part_of is not None:
        activity = await activities.one(talk.store, activity.part_of, with_deleted=is_staff)
    if activity is None:
        await talk.say(questions.gone(talk.words))
    elif activity.deleted_at is not None:
        await talk.reply(standings.removed(talk.words, activity))
    else:
        await talk.reply(cards.card(talk.words, activity, talk.today))
