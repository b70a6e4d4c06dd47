"""Another text for a draft."""

from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup

from commands.notices import rules
from commands.notices.drafts.panels import MAIN, WORDING, Panel
from commands.notices.drafts.templates import BLANK
from locales import Words, message
from storage.notices import Notice


def read_wording(text: str, now: datetime, _zone: tzinfo) -> dict[str, Any] | None:
    """The words of a reply; None when there are none. `Tomorrow` in them is seen from now."""
    wording = rules.wording(text)
    return {"text": wording, "created_at": now, "panel": MAIN} if wording else None


def _asked(words: Words, notice: Notice) -> Markup:
    """For the first text, for another one, or for what belongs into its blanks."""
    if not notice.text:
        return words.t("✏️ What does the notice say? Please reply to this message with its text.")
    asked = words.t("✏️ Please reply to this message with the new text of the notice.")
    if BLANK in notice.text:
        asked += Markup("\n\n<code>{}</code>").format(notice.text)
    return asked


WORDINGS = (Panel(WORDING, hint=message("The text of the notice"), ask=_asked),)
