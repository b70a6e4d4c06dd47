"""Another text for a draft."""

from datetime import datetime, tzinfo
from typing import Any

from commands.notices import rules
from commands.notices.drafts.panels import MAIN, WORDING, Panel
from locales import message


def read_wording(text: str, _now: datetime, _zone: tzinfo) -> dict[str, Any] | None:
    """The words of a reply; None when there are none."""
    wording = rules.wording(text)
    return {"text": wording, "panel": MAIN} if wording else None


WORDINGS = (
    Panel(
        WORDING,
        question=message("✏️ Please reply to this message with the new text of the notice."),
        hint=message("The new text"),
    ),
)
