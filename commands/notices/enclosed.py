"""What goes along with a notice, in words and as a message."""

from collections.abc import Iterable

from markupsafe import Markup

from commands.kit import File, Post
from locales import Words
from storage.attachments import DOCUMENT, Attachment
from storage.notices import RECALLED, Notice


def counted(words: Words, attachments: Iterable[Attachment]) -> Markup:
    """How many there are of each kind: 3 photos, 1 file."""
    kinds = [one.kind for one in attachments]
    photos, videos, files = (kinds.count(kind) for kind in ("photo", "video", DOCUMENT))
    said = [
        words.n("{count} photo", "{count} photos", photos) if photos else None,
        words.n("{count} video", "{count} videos", videos) if videos else None,
        words.n("{count} file", "{count} files", files) if files else None,
    ]
    return words.list([one for one in said if one is not None])


def post(words: Words, notice: Notice, attachments: Iterable[Attachment], kind: str) -> Post | None:
    """The files that one delivery brings, as an album or alone; they go when it is recalled."""
    files = tuple(File(one.kind, one.file_id) for one in attachments if one.goes_as == kind)
    if not files:
        return None
    caption = words.t("📎 Goes with notice {number}", number=notice.number or 0)
    return Post(caption, files=files, is_withdrawn=notice.state == RECALLED)
