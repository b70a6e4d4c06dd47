"""Where the file keeps people: every column with somebody's number, and where words stand alone.

Two things follow from these lists: what `/mydata` hands out, and what `/forget` takes away.
"""

OF_PEOPLE: dict[str, tuple[str, ...]] = {
    "people": ("id",),
    "liaisons": ("person_id", "added_by"),
    "memberships": ("person_id", "added_by"),
    "phones": ("person_id",),
    "candidates": ("person_id", "invited_by", "predecessor", "decided_by"),
    "departures": ("person_id", "decided_by"),
    "invitations": ("created_by", "used_by", "predecessor"),
    "first_steps": ("person_id",),
    "nudges": ("asked_by",),
    "organisations": ("retired_by",),
    "pairings": ("paired_by",),
    "alterations": ("person_id",),
    "imports": ("person_id",),
    "notices": ("author_id", "decided_by", "closed_by"),
    "answers": ("person_id",),
    "changes": ("person_id",),
    "papers": ("person_id",),
    "wordings": ("person_id",),
    "reads": ("person_id",),
    "reactions": ("person_id",),
    "reminders": ("person_id", "reminded_by"),
    "calls": ("person_id",),
    "turns": ("person_id",),
    "schedules": ("set_by",),
    "templates": ("made_by",),
    "rosters": ("made_by",),
    "activities": ("reporter_id", "reviewed_by", "featured_by", "deleted_by"),
    "photos": ("person_id", "hidden_by"),
    "partners": ("confirmed_by",),
    "revisions": ("person_id",),
    "queries": ("asked_by", "answered_by"),
    "objections": ("person_id", "decided_by"),
    "features": ("featured_by",),
    "likes": ("person_id",),
    "announcements": ("announced_by",),
    "visits": ("recorded_by", "deleted_by"),
    "visitors": ("person_id",),
    "promises": ("promised_by", "settled_by"),
    "exports": ("person_id",),
    "trail": ("doer_id", "person_id"),
}
"""By table, the columns with a person's number."""
OF_CHATS: dict[str, tuple[str, ...]] = {
    "imports": ("chat_id",),
    "activities": ("chat_id",),
    "photos": ("chat_id",),
    "features": ("chat_id",),
    "likes": ("chat_id",),
    "announcements": ("chat_id",),
    "candidates": ("chat_id",),
    "departures": ("chat_id",),
    "notices": ("chat_id",),
    "attachments": ("chat_id",),
    "reactions": ("chat_id",),
    "deliveries": ("chat_id",),
    "seen_files": ("chat_id",),
    "exports": ("chat_id",),
}
"""A private chat has the number of the person in it."""
RAW: dict[str, str] = {"inbox": "raw", "confirmations": "raw"}
"""What Telegram sent, as it came: the number stands in its JSON."""
NUMBERS: dict[str, str] = {
    "message_id": "the number of a message within its chat",
    "reply_to": "the same",
    "update_id": "the number of an update",
    "topic_id": "the number of a topic within its group",
    "chats.id": "a group; private chats are not kept there",
    "topics.chat_id": "a group",
    "destinations.chat_id": "a group that a notice goes to",
    "parts.message_id": "the number of a message within its chat",
}
"""Columns of Telegram's numbers that are nobody's, by name or by table and name."""
NOBODYS: dict[str, str] = {
    "tags": "names of kinds of activities",
    "activity_tags": "numbers of ours alone",
    "searches": "what was looked for, not by whom; names in it are deleted with the person",
    "preferences": "settings of the alliance",
    "abilities": "what BotFather allows the bot",
    "chats": "names of groups",
    "topics": "names of topics",
    "export_files": "names of files that are gone after a day",
    "asked": "numbers of ours alone",
    "parts": "numbers of ours alone",
    "jobs": "what is due",
    "pulses": "when Telegram was heard",
    "menus": "which menu Telegram was given; taken away with the role",
    "unindexed": "what the index has yet to take in",
    "destinations": "groups that a notice goes to",
    "broadcasts": "how far a notice's copies have got",
    "forgotten": "when somebody was forgotten, under the new number",
}
"""Tables in which no row is somebody's, with the reason."""
