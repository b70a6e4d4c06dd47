"""Decisions: who sees which photos one by one, and who may hide them."""

from collections.abc import Sequence

from commands.activities.photos.albums import can_go
from commands.activities.rules import may_correct
from commands.kit import Asker
from storage.activities import Activity
from storage.photos import Photo


def may_hide(asker: Asker, activity: Activity, photo: Photo) -> bool:
    """Who posted it, and who may correct the activity."""
    return asker.person.id == photo.person_id or may_correct(asker, activity)


def may_show_again(asker: Asker, photo: Photo) -> bool:
    """Staff, and others what they hid themselves."""
    return asker.person.is_staff or asker.person.id == photo.hidden_by


def seen_one_by_one(asker: Asker, activity: Activity, photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """What everybody sees, and the hidden ones for those who may hide them."""
    return tuple(
        photo
        for photo in photos
        if can_go(photo) and (photo.hidden_at is None or may_hide(asker, activity, photo))
    )
