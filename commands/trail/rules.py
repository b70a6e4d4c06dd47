"""What somebody asked the record for. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commands.trail.subjects import TOPICS
from storage.trails import Which

ORGANISATION, PERSON, NOTICE, ACTIVITY = 1, 2, 3, 4
"""What buttons name a scope by; 0 is everything."""
_NUMBERED = re.compile(
    r"(?P<kind>通知|notice|活动|activity)?\s*(?:第|#|no\.?\s*)?(?P<number>\d{1,9})\s*号?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Scope:
    """Whose changes are shown, of which topic, and which page of them."""

    kind: int = 0
    subject: int = 0
    topic: int = 0
    page: int = 1

    @property
    def which(self) -> Which:
        """The same for storage."""
        names = {
            ORGANISATION: "organisation_id",
            PERSON: "person_id",
            NOTICE: "notice_id",
            ACTIVITY: "activity_id",
        }
        return Which(**{names[self.kind]: self.subject}) if self.kind in names else Which()


def scope_of(numbers: Sequence[int]) -> Scope:
    """A button's scope; what is missing is everything, or the first page."""
    kind, subject, topic, page = (*numbers, *(0, 0, 0, 1)[len(numbers) :])[:4]
    return Scope(kind, subject, topic if 0 <= topic <= len(TOPICS) else 0, max(1, page))


def numbered(words: str) -> tuple[int, int] | None:
    """`通知 12` -> a notice and its number, `活动5` likewise; a number alone is a notice's."""
    found = _NUMBERED.fullmatch(words.strip())
    if found is None:
        return None
    kind = (found["kind"] or "通知").lower()
    return (NOTICE if kind in {"通知", "notice"} else ACTIVITY), int(found["number"])
