"""What staff are told and asked about a template."""

from markupsafe import Markup

from commands.kit import Post
from commands.notices.layout import CARD_UNITS, beginning
from commands.notices.templates.blanks import blanked
from locales import Words, message, plain
from storage.notices import Notice

ASKED = message("💾 Under which name? Please reply to this message, for example: monthly meeting.")
HINT = message("The name of the template")


def asked(words: Words, notice: Notice) -> Post:
    """Of a sent notice: its text as it will be kept, and the question for a name."""
    shown = words.t(
        "💾 Notice {number} as a template, with a blank ＿＿ for each day and time:\n\n{text}",
        number=notice.number or 0,
        text=beginning(blanked(notice.text), CARD_UNITS),
    )
    name = words.t(ASKED)
    return Post(Markup("{}\n\n{}").format(shown, name), placeholder=plain(words.t(HINT)))


def in_private(words: Words) -> Markup:
    return words.t("Please reply to my question in our private chat with a name.")


def no_words(words: Words) -> Markup:
    return words.t("There were no words in your reply.")
