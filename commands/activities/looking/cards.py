"""One activity whole, with its photos, ten at a time as Telegram's albums are."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import Photo, Post, Row, button, clip, pack
from locales import Words
from storage.activities import Activity

ALBUM = 10
"""Bot API: an album has 2-10 photos."""
MORE = "activities.photos"
CAPTION = 300
"""So much of the reporter's words fits into an album's caption (Bot API: 1024) with the facts."""
WORDS = 1500


def card(words: Words, activity: Activity, today: date) -> Post:
    """All facts, and the first photos."""
    photos = _photos(activity, 1)
    text = facts.LINE.join(_lines(words, activity, today, CAPTION if photos else WORDS))
    return Post(text, _more(words, activity, 1), photos)


def more_photos(words: Words, activity: Activity, page: int) -> Post | None:
    """The next photos of an activity; None when there are no more."""
    photos = _photos(activity, page) if page >= 1 else ()
    if not photos:
        return None
    first = (page - 1) * ALBUM + 1
    text = words.t(
        "Activity {number}: photos {first} to {last} of {count}",
        number=activity.id,
        first=first,
        last=first + len(photos) - 1,
        count=len(activity.photos),
    )
    return Post(text, _more(words, activity, page), photos)


def which(words: Words) -> Markup:
    """For /activity without a number."""
    return words.t(
        "Which activity? Write its number, for example <code>/activity 3</code>. /activities shows"
        " all of them."
    )


def _lines(words: Words, activity: Activity, today: date, room: int) -> Iterator[Markup]:
    title = facts.name(activity.title)
    yield words.t("<b>Activity {number}: {title}</b>", number=activity.id, title=title)
    if activity.organisation is not None:
        yield words.t("🏢 {name}", name=facts.name(activity.organisation))
    held_on = activity.held_on
    yield words.t("📅 {day}", day=words.day(held_on, today) if held_on else words.t("no date"))
    if people := facts.people(words, activity):
        yield words.t("👥 {people}", people=people)
    if count := len(activity.photos):
        yield words.n("📷 {count} photo", "📷 {count} photos", count)
    if activity.caption != activity.title:
        yield words.t("<blockquote>{words}</blockquote>", words=clip(activity.caption, room))
    day = words.day(activity.reported_at.astimezone(words.zone).date(), today)
    yield words.t("Reported by {name}, {day}", name=facts.name(activity.reporter), day=day)


def _photos(activity: Activity, page: int) -> tuple[Photo, ...]:
    shown = activity.photos[(page - 1) * ALBUM :][:ALBUM]
    return tuple(Photo(photo.file_id) for photo in shown)


def _more(words: Words, activity: Activity, page: int) -> tuple[Row, ...]:
    left = len(activity.photos) - page * ALBUM
    if left <= 0:
        return ()
    label = words.n("📷 {count} more photo", "📷 {count} more photos", left)
    return ((button(label, pack(MORE, activity.id, page + 1)),),)
