"""Featuring an activity: which photos, where; the card that everybody sees."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.photos import albums
from commands.activities.photos.albums import ALBUM
from commands.activities.reviewing.cards import REVIEW, WITHDRAW
from commands.kit import Button, Post, button, clip, in_rows, pack, private_link
from locales import Words
from storage.activities import Activity
from storage.features import Feature, Place
from storage.photos import Photo

CHOOSE, SEND = "activities.feature_photo", "activities.feature_send"
GENERAL = 0
"""A button's number for the general part of a group."""
LABEL = 24
NUMBERS = 5
QUOTED = 600


def choices(words: Words, activity: Activity, places: Sequence[Place]) -> Post:
    """Numbers as in the album above, each on or off; then the places, a press sends it there."""
    shown = albums.in_order(activity.photos)[:ALBUM]
    numbers = [_number(activity, photo, number) for number, photo in enumerate(shown, 1)]
    there = [_there(words, activity, place) for place in places]
    back = button(words.t("◀ Back"), pack(REVIEW, activity.id))
    rows = (*in_rows(numbers, NUMBERS), *in_rows(there, 1), (back,))
    return Post(_question(words, activity, shown, places), rows)


def _question(
    words: Words, activity: Activity, shown: Sequence[Photo], places: Sequence[Place]
) -> Markup:
    heading = words.t(
        "🌟 Feature activity {number}, {title}",
        number=activity.id,
        title=facts.name(activity.title),
    )
    lines = [heading]
    if not places:
        lines.append(words.t("I am in no group. Bring me into one first."))
        return facts.LINE.join(lines)
    if len(shown) > 1:
        lines.append(
            words.t(
                "Press the numbers of its best photos, in the order in which they shall be shown;"
                " without a choice all of them go along."
            )
        )
    lines.append(words.t("Then press where it shall be shown."))
    return facts.LINE.join(lines)


def _number(activity: Activity, photo: Photo, number: int) -> Button:
    label = Markup("🌟 {}") if photo.chosen is not None else Markup("{}")
    return button(label.format(number), pack(CHOOSE, activity.id, photo.id))


def _there(words: Words, activity: Activity, place: Place) -> Button:
    name = clip(place.title, LABEL)
    if place.topic:
        name = clip(f"{place.topic} · {place.title}", LABEL)
    where = (place.chat_id, place.topic_id or GENERAL)
    return button(words.t("🌟 To {place}", place=name), pack(SEND, activity.id, *where))


def best(activity: Activity) -> tuple[int, ...]:
    """The photos that go along: the chosen ones in their order, else as many as an album has."""
    shown = albums.showable(activity.photos)
    chosen = [photo.id for photo in shown if photo.chosen is not None]
    return tuple(chosen or [photo.id for photo in shown])[:ALBUM]


def featured(words: Words, activity: Activity, place: Place) -> Post:
    """For staff: where it is, and the way back."""
    text = words.t(
        "🌟 Activity {number}, {title}, is featured in {place}.",
        number=activity.id,
        title=facts.name(activity.title),
        place=clip(place.topic or place.title, LABEL),
    )
    undo = button(words.t("Feature it no more"), pack(WITHDRAW, activity.id))
    return Post(text, ((undo,),))


def card(words: Words, feature: Feature, activity: Activity | None) -> Post:
    """The words below the photos; withdrawn, it goes."""
    if activity is None or feature.withdrawn_at is not None:
        return Post(words.t("This is not featured any more."), is_withdrawn=True)
    whole = private_link(words.t("See it whole"), "activity", str(activity.id))
    return Post(facts.LINE.join(_lines(words, activity)), ((whole,),))


def _lines(words: Words, activity: Activity) -> Iterator[Markup]:
    yield words.t("🌟 <b>{title}</b>", title=facts.name(activity.title))
    yield from facts.organisations(words, activity)
    if activity.held_on is not None:
        yield words.t("📅 {day}", day=words.day(activity.held_on))
    yield from facts.told(words, activity)
    if activity.caption != activity.title:
        yield words.t("<blockquote>{words}</blockquote>", words=clip(activity.caption, QUOTED))
    yield from facts.liked(words, activity)


def album(feature: Feature) -> Post:
    """The photos; once one of them may not be seen any more, all of it goes."""
    shown = albums.in_order(feature.photos)
    is_whole = len(shown) == len(feature.photos)
    if feature.withdrawn_at is not None or not is_whole:
        return Post(Markup(), is_withdrawn=True)
    photos, films = albums.parts(shown)
    return Post(Markup(), photos=photos, files=films)


def there_already(words: Words) -> Markup:
    return words.t("It is featured there already.")


def unknown_place(words: Words) -> Markup:
    """For a group or topic that the bot cannot write to any more."""
    return words.t("I cannot write there any more. Please choose another place.")
