"""Which tables the record of changes watches, and how: by triggers of our own connection alone.

A TEMP trigger is there for the connection that made it. So whatever the bot writes is noted, in the
transaction that writes it, and what somebody writes into the file with another program is not: that
is how it is found out later.
"""

from collections.abc import Container, Iterator
from functools import cache

from sqlalchemy import Column, DefaultClause, Table, TextClause

from storage.tables import metadata

FETCHING = frozenset({"tries", "due_at", "fault"})
"""How the fetching of a photo gets on."""
COMPOSING = frozenset({"panel", "steps"})
"""What staff have open on their screens while they write."""
ASKING = frozenset({"panel", "planned_on"})
"""What is open of an announcement while it is written, and when its days were looked at."""
WALKING = frozenset({"step"})
"""What is asked next of who writes step by step."""

WATCHED: dict[str, frozenset[str]] = {
    "organisations": frozenset(),
    "people": frozenset(),
    "alterations": frozenset(),
    "pairings": frozenset(),
    "liaisons": frozenset(),
    "memberships": frozenset(),
    "invitations": frozenset(),
    "candidates": frozenset(),
    "departures": frozenset(),
    "chats": frozenset(),
    "preferences": frozenset(),
    "notices": COMPOSING,
    "asked": frozenset(),
    "answers": frozenset(),
    "changes": frozenset(),
    "papers": frozenset(),
    "attachments": frozenset(),
    "wordings": frozenset(),
    "reads": frozenset(),
    "reminders": frozenset(),
    "calls": frozenset(),
    "turns": frozenset(),
    "destinations": frozenset(),
    "schedules": frozenset(),
    "templates": frozenset(),
    "rosters": frozenset(),
    "activities": frozenset(),
    "photos": FETCHING,
    "tags": frozenset(),
    "activity_tags": frozenset(),
    "partners": frozenset(),
    "revisions": frozenset(),
    "queries": frozenset(),
    "objections": frozenset(),
    "features": frozenset(),
    "likes": frozenset(),
    "announcements": ASKING,
    "cohosts": frozenset(),
    "signups": frozenset(),
    "visits": WALKING,
    "visitors": frozenset(),
    "promises": frozenset(),
    "nudges": frozenset(),
    "points": frozenset(),
    "point_checks": frozenset(),
    "point_complaints": frozenset(),
    "courses": frozenset(),
    "lessons": frozenset(),
    "lesson_files": frozenset(),
    "quiz_questions": frozenset(),
    "wishes": WALKING,
    "wish_claims": frozenset(),
    "article_columns": frozenset(),
    "articles": frozenset({"panel"}),
    "article_versions": frozenset(),
    "column_topics": frozenset(),
    "voice_passes": frozenset(),
    "voice_verdicts": frozenset(),
}
"""By name, with the columns that are left out because they say nothing of the alliance."""

UNWATCHED: dict[str, str] = {
    "forgotten": "who was forgotten has no name any more",
    "trail": "it is the record; each of its rows proves those before it",
    "phones": "a number is nowhere any more once it was taken back",
    "inbox": "what came and is not yet done; what it led to is watched",
    "deliveries": "what is to be said; it follows from what is watched",
    "parts": "the messages of an album that was delivered",
    "seen_files": "files of the last two days that nobody used yet",
    "jobs": "what is due; it follows from what is watched",
    "pulses": "when Telegram was heard",
    "confirmations": "commands that wait for a press",
    "menus": "what Telegram was told of commands",
    "findings": "the index; it follows from what is watched",
    "unindexed": "what the index has yet to take in",
    "searches": "questions, kept for the buttons to their pages",
    "point_drafts": "what is being written of a service point; what becomes of it is watched",
    "imports": "files that were sent; what became of them is watched",
    "exports": "files that were asked for; they are gone after a day",
    "export_files": "the same",
    "reactions": "the nods behind answers, and those are watched",
    "topics": "names of topics, as Telegram tells them",
    "broadcasts": "how far a notice's copies have got",
    "first_steps": "who was shown how to begin",
    "course_writings": "what staff are about to write of a course; what they wrote is watched",
    "studies": "which lesson somebody has opened is nobody else's business",
    "completions": "who has finished a course is the same; others read how many",
    "sittings": "how often somebody tried a quiz is nobody else's business either",
    "quiz_items": "the same",
    "course_reminders": "who wished to be reminded of a course, once",
    "wish_details": "where somebody lives is nowhere any more once a wish came true",
    "wish_words": "what a giver and a community tell each other goes with the handing over",
    "article_files": "what goes along with articles; the files themselves are Telegram's",
    "article_openings": "how often articles were opened; an entry would say by whom",
    "follows": "what somebody likes to read is nobody's business",
    "gatherings": "the same",
    "abilities": "what Telegram says that BotFather allows",
    "voices": "the record would say when somebody without a name spoke",
    "voice_parts": "the same; what staff do with it is watched",
}
"""By name, with the reason."""

NOTED = "noted"
DOING = "doing"
"""The table of what is not sealed yet, and the function that says whose write it is."""
MAKE = (
    f"CREATE TEMP TABLE {NOTED} (doing INTEGER, subject TEXT, key TEXT, before TEXT, after TEXT,"
    " organisation_id INTEGER, person_id INTEGER, notice_id INTEGER, activity_id INTEGER)"
)
ABOUT = {
    "organisations": "organisation_id",
    "people": "person_id",
    "notices": "notice_id",
    "activities": "activity_id",
}
"""What an entry may be about, and the column of other tables that says so; in the trail's order."""


def columns_of(table: Table) -> tuple[Column[object], ...]:
    """The columns that are watched."""
    left_out = WATCHED[table.name]
    return tuple(c for c in table.columns if c.computed is None and c.name not in left_out)


def key_of(table: Table) -> tuple[str, ...]:
    """The columns by which a row is known."""
    return tuple(column.name for column in table.primary_key)


def default_of(column: Column[object]) -> object:
    """What a row has there that is older than the column."""
    made = column.server_default
    if not isinstance(made, DefaultClause):
        return None
    return int(made.arg.text) if isinstance(made.arg, TextClause) else made.arg


def about(table: Table, there: Container[str], row: str = "") -> tuple[str, ...]:
    """SQL: of which organisation, person, notice, activity a row is; `row` is `new.` or `old.`."""
    return tuple(
        f"{row}id" if table.name == target else f"{row}{name}" if name in there else "NULL"
        for target, name in ABOUT.items()
    )


@cache
def script() -> str:
    """What makes a connection note its changes of watched tables."""
    triggers = (one for name in WATCHED for one in _triggers(metadata.tables[name]))
    return ";\n".join((MAKE, *triggers))


def json_of(table: Table, there: Container[str], row: str = "") -> str:
    """SQL: the watched columns of a row as JSON, as far as the file has them."""
    names = (column.name for column in columns_of(table) if column.name in there)
    pairs = ", ".join(f"'{name}', {row}\"{name}\"" for name in names)
    return f"json_object({pairs})"


def key_json_of(table: Table, row: str = "") -> str:
    """SQL: the key of a row as JSON."""
    names = ", ".join(f'{row}"{name}"' for name in key_of(table))
    return f"json_array({names})"


def _triggers(table: Table) -> Iterator[str]:
    names = [column.name for column in columns_of(table)]
    old, new = json_of(table, names, "old."), json_of(table, names, "new.")
    differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    yield _trigger(table, "INSERT", "", "new.", "NULL", new)
    yield _trigger(table, "UPDATE", f"OF {listed}", "new.", old, new, f"WHEN {differs}")
    yield _trigger(table, "DELETE", "", "old.", old, "NULL")


def _trigger(  # noqa: PLR0913, PLR0917 - the parts of the statement
    table: Table, event: str, of: str, row: str, before: str, after: str, when: str = ""
) -> str:
    names = [column.name for column in table.columns]
    name = f"noted_{table.name}_{event.lower()}"
    ids = ", ".join(about(table, names, row))
    values = ", ".join((f"'{table.name}'", key_json_of(table, row), before, after))
    return (
        f"CREATE TEMP TRIGGER {name} AFTER {event} {of} ON main.{table.name} {when} BEGIN"  # noqa: S608 - names of ours
        f" INSERT INTO {NOTED} VALUES ({DOING}(), {values}, {ids}); END"
    )
