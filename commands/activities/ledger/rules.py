"""Whose ledger somebody may have. Pure decisions."""

from collections.abc import Sequence

from commands.activities.ledger.asked import Asked
from commands.kit import Asker
from storage.organisations import Organisation


class NotYoursError(Exception):
    """It is another organisation's, and the one who asks is no staff."""


class UnclearError(Exception):
    """Several organisations may be meant."""

    def __init__(self, candidates: Sequence[Organisation]) -> None:
        super().__init__()
        self.candidates = tuple(candidates)


def whose(asker: Asker, named: Sequence[Organisation]) -> Organisation | None:
    """The organisation whose ledger it is; None: everybody's, for staff alone.

    `named` are those that the words may mean; none: the words name nobody.
    """
    own = {one.id for one in asker.organisations}
    if asker.person.is_staff:
        candidates = tuple(named)
    else:
        candidates = tuple(one for one in named if one.id in own) if named else asker.organisations
        if not candidates:
            raise NotYoursError
    if len(candidates) > 1:
        raise UnclearError(candidates)
    return candidates[0] if candidates else None


def may_have(asker: Asker, asked: Asked) -> bool:
    """Staff may have every ledger, a liaison that of an organisation that is theirs today."""
    return asker.person.is_staff or asked.organisation_id in {one.id for one in asker.organisations}
