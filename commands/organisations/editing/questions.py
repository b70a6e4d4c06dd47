"""What staff are asked for, to be answered by a reply."""

from commands.kit import Post, clip
from commands.organisations.labels import LABELS, label, value
from locales import Words, message, plain
from storage import alterations
from storage.alterations import Alteration
from storage.database import Store
from storage.inquiries import NEWCOMER

NAME = 40
FULL_NAME, IN_SHORT = message("Huiji District Court, Party branch"), message("Huiji Court")
EXAMPLES = {
    "name": FULL_NAME,
    "short_name": IN_SHORT,
    "community": message("Xinglong"),
    "address": message("8 Liuzhai Road"),
    "place": message("34.7866, 113.6506"),
    "phone": message("0371-60001234"),
    "hours": message("Mon-Fri 9:00-17:00"),
    "offers": message("a meeting room for 50"),
    "needs": message("volunteers for the reading room"),
    "former_names": message("Old name 1; Old name 2"),
    "notes": message("enter by the east gate"),
}
"""What an answer may look like."""


async def question(store: Store, words: Words, alteration_id: int) -> Post | None:
    """Asks for a new value, and shows what is there."""
    asked = await alterations.one(store, alteration_id)
    if asked is None:
        return None
    return _newcomer(words) if asked.field == NEWCOMER else _asked(words, asked)


def _asked(words: Words, asked: Alteration) -> Post | None:
    if asked.field not in LABELS:
        return None
    example = words.t(EXAMPLES[asked.field])
    text = words.t(
        "✏️ {name}, {field}: what shall it say? Now it says: {old}\nPlease reply to this message,"
        " for example <code>{example}</code>",
        name=clip(asked.organisation or "", NAME),
        field=label(words, asked.field),
        old=value(words, asked.field, asked.old),
        example=example,
    )
    return Post(text, placeholder=plain(example))


def _newcomer(words: Words) -> Post:
    text = words.t(
        "➕ Who joins the alliance? Please reply to this message with the full name, and on a"
        " second line the short name for everyday, for example\n<code>{name}\n{short_name}</code>",
        name=words.t(FULL_NAME),
        short_name=words.t(IN_SHORT),
    )
    return Post(text, placeholder=plain(words.t("Full name, then the short name")))
