"""One activity whole, with its photos, ten at a time as Telegram's albums are."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts, filters, standings
from commands.activities.photos import albums, standing
from commands.activities.photos.albums import ALBUM
from commands.kit import Post, Row, button, clip, pack, private_link
from locales import Words
from storage.activities import Activity
from storage.photos import Photo

MORE = "activities.photos"
CAPTION = 300
"""So much of the reporter's words is enough where more is asked than to read them."""
WORDS = 1500
ACCOUNTS = 2
"""So many other reports of the same activity are quoted."""


def card(words: Words, activity: Activity, today: date) -> Post:
    """All facts, below the first photos."""
    text = facts.LINE.join(
        [
            *lines(words, activity, today, WORDS),
            *standings.standing(words, activity),
            *facts.liked(words, activity),
        ]
    )
    return Post(text, _buttons(words, activity, 1))


def album(activity: Activity) -> Post | None:
    """The first photos, the best before the others; None: it has none to show."""
    photos, films = albums.parts(_page(activity, 1))
    return Post(Markup(), photos=photos, files=films) if photos or films else None


def more_photos(words: Words, activity: Activity, page: int) -> Post | None:
    """The next photos of an activity; None when there are no more."""
    shown = _page(activity, page) if page >= 1 else ()
    if not shown:
        return None
    first = (page - 1) * ALBUM + 1
    text = words.t(
        "Activity {number}: photos {first} to {last} of {count}",
        number=activity.id,
        first=first,
        last=first + len(shown) - 1,
        count=len(albums.showable(activity.photos)),
    )
    return Post(text, _buttons(words, activity, page), *albums.parts(shown))


def which(words: Words) -> Post:
    """For /activity without a number."""
    text = words.t(
        "Which activity? Write its number, for example <code>/activity 3</code>. /activities shows"
        " all of them."
    )
    return Post(text, (filters.everything(words),))


def lines(words: Words, activity: Activity, today: date, room: int) -> Iterator[Markup]:
    """All facts, the words in which it was told as far as there is room."""
    title = facts.name(activity.title)
    yield words.t("<b>Activity {number}: {title}</b>", number=activity.id, title=title)
    yield from facts.organisations(words, activity)
    held_on = activity.held_on
    yield words.t("📅 {day}", day=words.day(held_on, today) if held_on else words.t("no date"))
    yield from facts.told(words, activity)
    if activity.photos:
        yield words.t("📷 {photos}", photos=standing.counts(words, activity.photos))
    if activity.caption != activity.title:
        yield words.t("<blockquote>{words}</blockquote>", words=clip(activity.caption, room))
    for one in activity.accounts[:ACCOUNTS]:
        yield words.t(
            "<blockquote>{words}</blockquote>{name}",
            words=clip(one.caption, room // 2),
            name=facts.name(one.organisation or one.reporter),
        )
    day = words.day(activity.reported_at.astimezone(words.zone).date(), today)
    yield words.t("Reported by {name}, {day}", name=facts.name(activity.reporter), day=day)


def _page(activity: Activity, page: int) -> tuple[Photo, ...]:
    return albums.showable(activity.photos)[(page - 1) * ALBUM :][:ALBUM]


def _buttons(words: Words, activity: Activity, page: int) -> tuple[Row, ...]:
    """To the photos that no album has room for, and to each alone, where it can be hidden."""
    shown = albums.showable(activity.photos)
    one_by_one = private_link(words.t("Photos one by one"), "photos", str(activity.id))
    rows: tuple[Row, ...] = ((one_by_one,),) if shown and page == 1 else ()
    left = len(shown) - page * ALBUM
    if left <= 0:
        return rows
    label = words.n("📷 {count} more photo", "📷 {count} more photos", left)
    return ((button(label, pack(MORE, activity.id, page + 1)),), *rows)
