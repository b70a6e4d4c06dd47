"""Another text for a draft."""

from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup

from commands.notices import rules
from commands.notices.drafts.panels import MAIN, WORDING, Panel
from commands.notices.layout import CARD_UNITS, beginning
from commands.notices.templates.blanks import filled, has_blanks
from locales import Words, message
from storage.notices import Notice


def read_wording(notice: Notice, text: str, now: datetime, _zone: tzinfo) -> dict[str, Any] | None:
    """The words of a reply, or the text with its blanks filled in; None when there are no words.

    `Tomorrow` in them is seen from now.
    """
    wording = rules.wording(filled(notice.text, text))
    return {"text": wording, "created_at": now, "panel": MAIN} if wording else None


def _asked(words: Words, notice: Notice) -> Markup:
    """For the first text, for what belongs into its blanks, or for another one."""
    if not notice.text:
        return words.t("✏️ What does the notice say? Please reply to this message with its text.")
    if not has_blanks(notice.text):
        return words.t("✏️ Please reply to this message with the new text of the notice.")
    return words.t(
        "✏️ Please reply to this message with what belongs into the blanks, a line each in their"
        " order; or with the whole text. To copy:\n\n<code>{text}</code>",
        text=beginning(notice.text, CARD_UNITS),
    )


WORDINGS = (Panel(WORDING, hint=message("The text of the notice"), ask=_asked),)
