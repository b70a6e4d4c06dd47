"""How an activity's photos stand: what its receipt says of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import clip
from locales import Words
from storage.activities import Activity
from storage.kinds import Flaw
from storage.photos import Photo
from storage.sightings import Sighting

NAME = 24
NAMES = 3
PLACES = 3
"""So many activities are named where photos were used before."""


def summary(words: Words, activity: Activity) -> Markup:
    """How many there are, and how many of them are on disk."""
    photos = activity.photos
    if not photos:
        return words.t("📷 No photos yet. To add some, send them as a reply to this message.")
    states = Counter(photo.state for photo in photos)
    counted, kept = counts(words, photos), states["kept"]
    if kept == len(photos):
        return words.t("📷 {photos}, saved", photos=counted)
    if states["waiting"]:
        return words.t("📷 {photos}, being saved ({kept})", photos=counted, kept=kept)
    return words.t("📷 {photos}, saved {kept}", photos=counted, kept=kept)


def counts(words: Words, photos: Sequence[Photo]) -> Markup:
    """How many photos, and how many films."""
    films = sum(photo.is_film for photo in photos)
    said = []
    if films < len(photos):
        said.append(words.n("{count} photo", "{count} photos", len(photos) - films))
    if films:
        said.append(words.n("{count} film", "{count} films", films))
    return words.list(said)


def warnings(words: Words, activity: Activity, seen: Sequence[Sighting]) -> Iterator[Markup]:
    """What is to be done or known about them, a line each."""
    if _is_cut_short(activity.photos):
        yield words.t(
            "⚠️ Of this album I see one photo only. Please send the others as a reply to this"
            " message."
        )
    failed = sum(photo.state == "failed" for photo in activity.photos)
    if failed:
        yield words.n(
            "⚠️ {count} photo could not be saved. Please send it again as a reply to this message.",
            "⚠️ {count} photos could not be saved. Please send them again as a reply to this"
            " message.",
            failed,
        )
    if large := [photo for photo in activity.photos if photo.state == "too_large"]:
        yield words.t(
            "⚠️ {names}: more than 20 MB, which Telegram does not let me save. It stays here in the"
            " chat. To have it saved, send it smaller: a photo as a photo and not as a file, a film"
            " shorter.",
            names=_names(words, large),
        )
    yield from _flaws(words, activity.photos)
    yield from _repeated(words, activity, seen)
    if activity.hidden_photos:
        yield words.n(
            "🚫 {count} photo is not shown: /photos {number}",
            "🚫 {count} photos are not shown: /photos {number}",
            activity.hidden_photos,
            number=activity.id,
        )


def _is_cut_short(photos: Iterable[Photo]) -> bool:
    """Bot API: an album has 2-10 photos. With privacy mode only the one with the command comes."""
    albums = Counter(photo.media_group_id for photo in photos)
    return any(count == 1 for group, count in albums.items() if group is not None)


def _flaws(words: Words, photos: Sequence[Photo]) -> Iterator[Markup]:
    reasons = {
        Flaw.NO_PICTURE: words.t("not a photo"),
        Flaw.DAMAGED: words.t("damaged or cut off on the way"),
        Flaw.STUCK: words.t("cannot be opened"),
        Flaw.TOO_MANY_PIXELS: words.t("more than 64 million pixels"),
        Flaw.NO_DECODER: words.t("HEIC, which cannot be opened here"),
        Flaw.NOTES: words.t("a film with more in it than picture and sound"),
    }
    for flaw, reason in reasons.items():
        if flawed := [photo for photo in photos if photo.flaw == flaw]:
            yield words.t(
                "⚠️ {names}: {reason}. Kept as it came, but not shown. Please send it once more as a"
                " photo or video, not as a file.",
                names=_names(words, flawed),
                reason=reason,
            )


def _repeated(words: Words, activity: Activity, seen: Sequence[Sighting]) -> Iterator[Markup]:
    here = sum(one.activity_id == activity.id for one in seen)
    if here:
        yield words.n("🔁 {count} photo came twice.", "🔁 {count} photos came twice.", here)
    elsewhere = [one for one in seen if one.activity_id != activity.id]
    places = list(dict.fromkeys((one.activity_id, one.is_same) for one in elsewhere))
    for number, is_same in places[:PLACES]:
        there = [one for one in elsewhere if (one.activity_id, one.is_same) == (number, is_same)]
        title = facts.name(there[0].title)
        if is_same:
            yield words.n(
                "🔁 {count} photo stood in activity {number} before: {title}",
                "🔁 {count} photos stood in activity {number} before: {title}",
                len(there),
                number=number,
                title=title,
            )
        else:
            yield words.n(
                "🔁 {count} photo looks much like one of activity {number}: {title}",
                "🔁 {count} photos look much like some of activity {number}: {title}",
                len(there),
                number=number,
                title=title,
            )


def _names(words: Words, photos: Sequence[Photo]) -> Markup:
    """What the files are called, the first few; photos have no names."""
    named = [clip(photo.name, NAME) for photo in photos if photo.name][:NAMES]
    others = len(photos) - len(named)
    rest = [words.n("{count} photo", "{count} photos", others)] if others else []
    return words.list([*named, *rest])
