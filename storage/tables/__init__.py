"""The tables, a file for each part of the alliance's life; one metadata for all."""

from storage.tables.activities import activities, photos
from storage.tables.alliance import chats, invitations, liaisons, organisations, people
from storage.tables.columns import metadata
from storage.tables.notices import (
    answers,
    asked,
    attachments,
    changes,
    notices,
    papers,
    reads,
    reminders,
    wordings,
)
from storage.tables.plumbing import confirmations, deliveries, inbox, jobs, menus, pulses

__all__ = [
    "activities",
    "answers",
    "asked",
    "attachments",
    "changes",
    "chats",
    "confirmations",
    "deliveries",
    "inbox",
    "invitations",
    "jobs",
    "liaisons",
    "menus",
    "metadata",
    "notices",
    "organisations",
    "papers",
    "people",
    "photos",
    "pulses",
    "reads",
    "reminders",
    "wordings",
]
