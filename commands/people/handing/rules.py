"""Whose role may be handed over. Pure."""

from collections.abc import Sequence

from storage.people import Liaison, Person


def whose(liaisons: Sequence[Liaison], asker: Person, chosen: int | None) -> tuple[Liaison, ...]:
    """Of an organisation's liaisons those whose role the asker may hand over.

    One's own; staff any, or the one they chose. Deputies have none to give.
    """
    real = [one for one in liaisons if not one.is_deputy]
    if not asker.is_staff:
        return tuple(one for one in real if one.id == asker.id)
    picked = tuple(one for one in real if one.id == chosen)
    return picked or tuple(real)
