"""What goes along with a draft: what a message brings, and the panel that takes it off again."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from commands.kit import Button, Message, Row, button, clip, in_rows, pack
from commands.kit.messages import files_of
from commands.notices.drafts.panels import ENCLOSURES, Panel, opens, press
from commands.notices.enclosed import counted
from locales import Words, message
from storage.attachments import DOCUMENT, MOST, Attachment, Sent
from storage.drafts import Proposal

NAME = 18
"""Characters of a file's name on a button."""
KINDS = {
    "photo": message("Photo {number}"),
    "video": message("Video {number}"),
    DOCUMENT: message("File {number}"),
}


def meant(said: Message, chat_id: int) -> tuple[Sent, ...]:
    """The files of the message that it answers, and its own."""
    return (*files_of(said.reply_to, chat_id), *files_of(said, chat_id))


def has_room(before: Sequence[Attachment], new: Sent) -> bool:
    """False when as many of its kind go along as one album takes."""
    return sum(one.goes_as == new.goes_as for one in before) < MOST


def is_brother(before: Iterable[Attachment], new: Sent) -> bool:
    """True when others of its album go along, so that nothing need be said of this one."""
    return new.media_group_id is not None and new.album in {one.album for one in before}


def entry(words: Words, proposal: Proposal) -> Button | None:
    """Behind "more": the way to add the first; later the preview itself has it."""
    if proposal.attachments:
        return None
    return opens(words, proposal.notice, ENCLOSURES, message("📎 Add files"))


def shortcut(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """On the preview, while something goes along."""
    if not proposal.attachments:
        return ()
    return ((opens(words, proposal.notice, ENCLOSURES, message("📎 Add or take off files")),),)


def line(words: Words, proposal: Proposal) -> list[Markup]:
    """What goes along, in the preview."""
    if not proposal.attachments:
        return []
    return [words.t("📎 Goes along: {files}", files=counted(words, proposal.attachments))]


def _taking_off(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, files = proposal.notice, proposal.attachments
    keys = [
        button(Markup("✖ ") + _name(words, one, n), pack("notices.take_off", notice.id, one.place))
        for n, one in enumerate(files, start=1)
    ]
    all_of_them = press(words, notice, "take_off", message("Take all off"), 0)
    return (*in_rows(keys), *((all_of_them,) if files else ()))


def _name(words: Words, one: Attachment, number: int) -> Markup:
    """A file has a name; the others are told by where they stand."""
    if one.kind == DOCUMENT and one.name.strip():
        return Markup("{}").format(clip(one.name, NAME))
    return words.t(KINDS[one.kind], number=number)


ENCLOSING = (
    Panel(
        ENCLOSURES,
        _taking_off,
        question=message(
            "📎 Please reply to this message with photos, videos or files: they go along with the"
            " notice, right above it. Ten photos and videos and ten files have room."
        ),
        hint=message("Photos, videos or files"),
    ),
)
