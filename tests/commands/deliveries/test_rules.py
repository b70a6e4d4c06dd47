"""Why a message is in doubt, and whose update could not be handled."""

from datetime import timedelta

import pytest

from commands.deliveries.rules import Why, entries, sender, three, why
from storage.doubts import Overview
from tests.commands.deliveries.scene import NOW, aside, doubt


@pytest.mark.parametrize(
    ("state", "fault", "reason"),
    [
        ("unknown", "TimedOut: Timed out", Why.NO_ANSWER),
        ("unknown", "NetworkError: Bad Gateway", Why.NO_ANSWER),
        ("unknown", None, Why.INTERRUPTED),
        ("failed", "Forbidden: Forbidden: bot was blocked by the user", Why.BLOCKED),
        (
            "failed",
            "Forbidden: Forbidden: bot can't initiate conversation with a user",
            Why.NEVER_STARTED,
        ),
        ("failed", "Forbidden: Forbidden: user is deactivated", Why.DEACTIVATED),
        (
            "failed",
            "Forbidden: Forbidden: bot was kicked from the supergroup chat",
            Why.NOT_THERE,
        ),
        ("failed", "BadRequest: Chat not found", Why.NOT_THERE),
        ("failed", "BadRequest: Message is too long", Why.REFUSED),
        ("failed", "LookupError('nothing to show')", Why.OURS),
        ("failed", None, Why.OURS),
    ],
)
def test_the_reason_is_read_from_telegrams_words(
    state: str, fault: str | None, reason: Why
) -> None:
    assert why(doubt(state, fault)) is reason


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ('{"update_id": 1, "message": {"from": {"first_name": "陈", "last_name": "姐"}}}', "陈 姐"),
        ('{"callback_query": {"from": {"first_name": "Emma"}}}', "Emma"),
        ('{"message": {"from": {"first_name": 7}}}', ""),
        ('{"message": {"chat": {}}}', ""),
        ('{"message": null}', ""),
        ("[" * 100_000, ""),
        ("[1]", ""),
        ("", ""),
        ("{", ""),
    ],
)
def test_who_sent_an_update(raw: str, name: str) -> None:
    assert sender(raw) == name


def test_the_newest_is_first() -> None:
    late = doubt().model_copy(update={"due_at": NOW + timedelta(hours=1)})
    overview = Overview(doubts=(doubt(), late), asides=(aside(),))
    assert entries(overview) == (late, doubt(), aside())


def test_a_forged_button_names_nothing() -> None:
    assert three(()) == (0, 0, 0)
    assert three((1, 2, 3, 4)) == (1, 2, 3)
