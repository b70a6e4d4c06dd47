"""An activity's photos as a post shows them: by Telegram's own id, or cleaned from the disk."""

from collections.abc import Sequence

from commands.kit import File, Kept, Photo as Shown
from storage.photos import Photo

ALBUM = 10
"""Bot API: an album has 2-10 photos."""
LAST = 1 << 30
"""Behind all that are chosen."""
Photos = tuple[Shown | Kept, ...]


def in_order(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """Those that everybody sees, in the order in which they came."""
    return tuple(photo for photo in photos if photo.hidden_at is None and can_go(photo))


def showable(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """The same, the best first as far as staff have chosen some."""
    return tuple(sorted(in_order(photos), key=lambda photo: photo.chosen or LAST))


def can_go(photo: Photo) -> bool:
    """True when Telegram can show it, hidden or not.

    Telegram takes place and device off photos, and not off files: of those only the picture is
    shown, once it is on disk. Bot API: files go in no album of photos, so films that came as files
    are shown nowhere.
    """
    is_picture = photo.state == "kept" and not photo.is_film
    return photo.is_sound and (photo.kind != "document" or is_picture)


def parts(photos: Sequence[Photo]) -> tuple[Photos, tuple[File, ...]]:
    """Photos and films for one post, from those that are showable."""
    pictures = tuple(_picture(photo) for photo in photos if not photo.is_film)
    films = tuple(File("video", photo.file_id) for photo in photos if photo.is_film)
    return pictures, films


def _picture(photo: Photo) -> Shown | Kept:
    if photo.kind == "document" and photo.path is not None:
        return Kept(photo.path)
    return Shown(photo.file_id)
