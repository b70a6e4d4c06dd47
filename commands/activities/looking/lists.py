"""Activities in lists: whose, of which month, in all; short in a group, with pages in private."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts, filters
from commands.activities.looking.filters import TURN
from commands.activities.looking.scopes import Scope
from commands.activities.looking.searches import Search
from commands.kit import LINKAGE_NAMES, Page, Post, button, clip, in_rows, pack, pager, private_link
from locales import Words
from storage.activity_lists import Line, Listing
from storage.organisations import Organisation

PAGE = 8
SHORT = 20
HITS = 12
NUMBERS = 4
SHOW = "activities.show"


def in_private(words: Words, listing: Listing, scope: Scope, today: date) -> Post:
    """A page with a button for each activity, and to the pages beside it."""
    if not listing.lines:
        return Post(_nothing(words, scope), () if scope.is_any else filters.rows(words, scope))
    page = Page(listing.lines, listing.number, listing.pages)
    shown = [
        button(words.t("No. {number}", number=line.id), pack(SHOW, line.id))
        for line in listing.lines
    ]
    turns = pager(page, TURN, *scope.numbers)
    below = (*in_rows(shown, NUMBERS), turns, *filters.rows(words, scope))
    return Post(_text(words, listing, scope, today), below)


def in_group(words: Words, listing: Listing, scope: Scope, today: date) -> Post:
    """The newest few; the rest is for the private chat."""
    if not listing.lines:
        return Post(_nothing(words, scope))
    more = private_link(words.t("See all, with photos, in private"), "activities", scope.args)
    return Post(_text(words, listing, scope, today), ((more,),))


def which_organisation(words: Words, asked: Search, found: Sequence[Organisation]) -> Post:
    """Several organisations match: whose activities?"""
    text = words.t(
        "Several organisations have “{words}” in their names. Whose activities?",
        words=facts.name(asked.words),
    )
    if len(found) > HITS:
        text += facts.LINE + words.t("There are more. Type more of the name to see them.")
    buttons = [
        button(
            words.list([clip(one.short_name, SHORT)]),
            pack(TURN, *Scope(one, asked.year, asked.month, asked.linkage).numbers, 1),
        )
        for one in found[:HITS]
    ]
    return Post(text, in_rows(buttons))


def unknown_page(words: Words) -> Markup:
    """For a button that was made by nobody of ours, or whose organisation is gone."""
    return words.t("I do not know this list any more. Type /activities.")


def _text(words: Words, listing: Listing, scope: Scope, today: date) -> Markup:
    totals = words.n(
        "{count} activity, {served} people served",
        "{count} activities, {served} people served",
        listing.activities,
        served=words.number(listing.served),
    )
    lines = [_heading(words, scope), totals, Markup("")]
    lines += [line_of(words, line, today) for line in listing.lines]
    return facts.LINE.join(lines)


def _heading(words: Words, scope: Scope) -> Markup:
    named = _scope(words, scope)
    if not named:
        return words.t("<b>Activities</b>")
    return words.t("<b>Activities</b>: {scope}", scope=named)


def _scope(words: Words, scope: Scope) -> Markup:
    parts = []
    if scope.organisation:
        parts.append(words.list([facts.name(scope.organisation.short_name)]))
    if scope.year:
        parts.append(facts.month_of(words, scope.year, scope.month))
    if scope.linkage:
        parts.append(words.t(LINKAGE_NAMES[scope.linkage]))
    if scope.community:
        place = clip(scope.community.community, SHORT)
        parts.append(words.t("community {name}", name=place))
    if scope.is_mine:
        parts.append(words.t("mine"))
    if scope.search:
        parts.append(words.t("“{words}”", words=clip(scope.search.words, SHORT)))
    return words.list(parts)


def line_of(words: Words, line: Line, today: date) -> Markup:
    """An activity in a list."""
    title = clip(line.title, SHORT)
    day = facts.short_day(words, line.held_on, today) if line.held_on else words.t("no date")
    if line.organisation is None:
        text = words.t("{number} · {day} {title}", number=line.id, day=day, title=title)
    else:
        text = words.t(
            "{number} · {day} {title} ({organisation})",
            number=line.id,
            day=day,
            title=title,
            organisation=clip(line.organisation, SHORT),
        )
    marks = [("📷{}", line.photo_count), ("❤{}", line.likes)]
    return text + Markup().join(Markup(mark).format(count) for mark, count in marks if count)  # noqa: S704 - ours


def _nothing(words: Words, scope: Scope) -> Markup:
    named = _scope(words, scope)
    if named:
        return words.t(
            "No activities are on record for {scope}. <code>/activities</code> shows all.",
            scope=named,
        )
    return words.t(
        "No activities are on record yet. A liaison reports one by sending photos with a caption"
        " like <code>/report 13 August Autumn study aid, served 12</code>"
    )
