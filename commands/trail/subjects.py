"""What of the record is told: by topic, the tables, and the columns that people know by a name."""

from locales import message
from storage.trails import Telling

FIELDS: dict[str, dict[str, str]] = {
    "organisations": {
        "name": message("name"),
        "short_name": message("short name"),
        "category": message("category"),
        "community": message("community"),
        "address": message("address"),
        "notes": message("remarks"),
        "former_names": message("former names"),
        "phone": message("telephone"),
        "hours": message("opening hours"),
        "offers": message("what it offers"),
        "needs": message("what it needs"),
        "retired_at": message("leaving the alliance"),
    },
    "visits": {
        "held_on": message("day"),
        "heard": message("what was heard"),
        "deleted_at": message("deletion"),
    },
    "promises": {
        "words": message("text"),
        "due_on": message("due day"),
        "state": message("state"),
    },
    "wishes": {
        "what": message("what is wished for"),
        "whom": message("for whom"),
        "amount": message("number"),
        "due_on": message("due day"),
        "state": message("state"),
        "thanked_at": message("thanks"),
    },
    "wish_claims": {
        "amount": message("number"),
        "given_at": message("handed over"),
        "received_at": message("received"),
        "returned_at": message("given back"),
    },
    "pairings": {"since": message("beginning"), "note": message("remarks")},
    "people": {"is_staff": message("staff")},
    "liaisons": {"is_deputy": message("deputy")},
    "notices": {
        "text": message("text"),
        "deadline": message("deadline"),
        "state": message("state"),
        "places": message("places"),
    },
    "answers": {
        "answer": message("answer"),
        "amount": message("number"),
        "detail": message("details"),
        "reason": message("difficulty"),
    },
    "activities": {
        "title": message("title"),
        "held_on": message("day"),
        "served": message("number of people served"),
        "joined": message("people who joined"),
        "place": message("place"),
        "minutes": message("duration in minutes"),
        "money": message("money in yuan"),
        "materials": message("materials"),
        "linkage": message("linkage"),
        "state": message("state"),
        "deleted_at": message("deletion"),
    },
    "partners": {"state": message("state")},
    "photos": {"hidden_at": message("hidden")},
    "chats": {
        "counts_reactions": message("reactions count as Received"),
        "is_joined": message("the bot is in the group"),
        "language": message("language"),
    },
    "preferences": {"value": message("value")},
    "tags": {"name": message("name"), "is_offered": message("is offered")},
    "schedules": {"is_paused": message("paused"), "rule": message("rule")},
    "announcements": {
        "held_on": message("day"),
        "starts": message("beginning"),
        "ends": message("end"),
        "place": message("place"),
        "places": message("places"),
        "called_off_at": message("called off"),
    },
    "courses": {
        "title": message("title"),
        "state": message("state"),
        "share": message("percent that have to be right"),
    },
    "lessons": {
        "title": message("title"),
        "text": message("text"),
        "place": message("place in the order"),
        "retired_at": message("taking out"),
    },
    "quiz_questions": {
        "text": message("text"),
        "place": message("place in the order"),
        "retired_at": message("taking out"),
    },
    "templates": {"text": message("text")},
    "rosters": {"audience": message("organisations")},
    "article_columns": {
        "name": message("name"),
        "english": message("English name"),
        "retired_at": message("leaving the list"),
    },
    "articles": {
        "title": message("title"),
        "body": message("text"),
        "state": message("state"),
    },
}
"""By table and column: the names of what changed."""
NAMED = {
    "pairings": message("a pair"),
    "chats": message("group"),
    "tags": message("a tag"),
    "templates": message("a template"),
    "rosters": message("a list"),
    "announcements": message("an announcement"),
    "promises": message("a promise"),
    "courses": message("the course"),
    "lessons": message("a lesson"),
    "lesson_files": message("a file of a lesson"),
    "quiz_questions": message("a question of a quiz"),
    "wishes": message("a micro-wish"),
    "wish_claims": message("what was taken on of a micro-wish"),
    "article_columns": message("a column"),
    "articles": message("an article"),
}
"""By table: what one of its rows is called."""
_ONLY_CHANGES = {"people", "photos", "notices", "wishes", "articles"}
"""Of these neither what came nor what went is told: everybody who writes comes, and each draft."""
TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (message("The register"), ("organisations", "pairings", "visits", "promises")),
    (message("Roles"), ("people", "liaisons", "memberships", "invitations")),
    (message("Notices"), ("notices", "schedules", "templates", "rosters")),
    (message("Replies"), ("answers",)),
    (
        message("Activities"),
        ("activities", "activity_tags", "partners", "photos", "features", "announcements"),
    ),
    (message("Courses"), ("courses", "lessons", "lesson_files", "quiz_questions")),
    (message("Settings"), ("preferences", "chats", "tags")),
    (message("Micro-wishes"), ("wishes", "wish_claims")),
    (message("Columns"), ("article_columns", "articles")),
)
"""What one can ask for alone; buttons name a topic by its place, from 1."""


def told(topic: int) -> dict[str, Telling]:
    """What is told of a topic; of everything for 0 and for what is no topic."""
    topics = TOPICS[topic - 1 : topic] if topic > 0 else TOPICS
    return {name: _telling(name) for _, names in topics or TOPICS for name in names}


def _telling(name: str) -> Telling:
    comes_and_goes = name not in _ONLY_CHANGES
    columns = frozenset(FIELDS.get(name, ()))
    return Telling(columns=columns, new=comes_and_goes, gone=comes_and_goes)
