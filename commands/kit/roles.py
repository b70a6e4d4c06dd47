"""Who may: roles in order, each may what those before it may."""

from enum import IntEnum


class Role(IntEnum):
    """Roles come from storage by the real user id, on every message and every press."""

    MEMBER = 0
    LIAISON = 1
    STAFF = 2
