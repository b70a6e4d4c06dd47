"""Values to ask with: something of what there is in the file."""

import random
from dataclasses import dataclass

from benchmarks.town.size import GROUP, NOW, STAFF, Size
from storage.photos import Sent

IDS = 20
"""So many hits a page of `/find` has at most."""


@dataclass(frozen=True)
class Draw:
    """Values of which there is something in the file."""

    size: Size
    chance: random.Random

    def _to(self, most: int) -> int:
        return self.chance.randrange(most) + 1

    @property
    def organisation(self) -> int:
        return self._to(self.size.organisations)

    @property
    def person(self) -> int:
        return self._to(self.size.people)

    @property
    def liaison(self) -> int:
        return STAFF + self._to(self.size.organisations)

    @property
    def activity(self) -> int:
        return self._to(self.size.activities)

    @property
    def notice(self) -> int:
        return self._to(self.size.notices)

    @property
    def newest_notice(self) -> int:
        return self.size.notices

    @property
    def visit(self) -> int:
        return self._to(self.size.visits)

    @property
    def few(self) -> int:
        """Of what there are at least some dozens."""
        return self._to(40)

    @property
    def sent(self) -> Sent:
        """A photo as it comes."""
        place = self.activity
        return Sent(
            chat_id=GROUP,
            message_id=10_000_000 + place,
            media_group_id=f"album{place // 2}",
            person_id=self.liaison,
            file_id=f"f{place}",
            file_unique_id=f"u{place}",
            sent_at=NOW,
        )

    def some(self, most: int) -> tuple[int, ...]:
        return tuple(self._to(most) for _ in range(IDS))
