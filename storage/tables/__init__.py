"""The tables, a file for each part of the alliance's life; one metadata for all."""

from storage.tables.activities import activities, photos
from storage.tables.alliance import (
    chats,
    invitations,
    liaisons,
    organisations,
    people,
    preferences,
    topics,
)
from storage.tables.columns import metadata
from storage.tables.notices import (
    answers,
    asked,
    attachments,
    calls,
    changes,
    notices,
    papers,
    reads,
    reminders,
    wordings,
)
from storage.tables.plumbing import (
    confirmations,
    deliveries,
    inbox,
    jobs,
    menus,
    parts,
    pulses,
    seen_files,
)
from storage.tables.sendings import (
    broadcasts,
    destinations,
    rosters,
    schedules,
    templates,
)

__all__ = [
    "activities",
    "answers",
    "asked",
    "attachments",
    "broadcasts",
    "calls",
    "changes",
    "chats",
    "confirmations",
    "deliveries",
    "destinations",
    "inbox",
    "invitations",
    "jobs",
    "liaisons",
    "menus",
    "metadata",
    "notices",
    "organisations",
    "papers",
    "parts",
    "people",
    "photos",
    "preferences",
    "pulses",
    "reads",
    "reminders",
    "rosters",
    "schedules",
    "seen_files",
    "templates",
    "topics",
    "wordings",
]
