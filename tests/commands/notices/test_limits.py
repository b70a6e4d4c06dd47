"""Whatever people write and are called: all that a notice shows is what Telegram takes.

Held against the simulator's reading of HTML, which is TDLib's; in both languages.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from commands.kit import Post
from commands.kit.posts import DATA_BYTES, TEXT_CHARACTERS
from commands.notices.answers import replies
from commands.notices.calling import cards as calling, lists as calls
from commands.notices.changes import amendments, timings
from commands.notices.drafts import previews
from commands.notices.following import pending, reminder_views, summaries, weights
from commands.notices.layout import units
from commands.notices.reading import cards, lists
from commands.notices.records import difficulties, links
from commands.notices.sending import copies
from commands.notices.templates import questions
from locales import Words
from simulator.world.html_text import parse
from storage.boards import Board, Entry, Standing
from storage.calls import Call
from storage.chats import Chat
from storage.drafts import Proposal
from storage.listings import Listing
from storage.notices import (
    CHOSEN,
    CLOSED,
    DISCARDED,
    DRAFT,
    FORMS,
    OPEN,
    RECALLED,
    WRITTEN,
    Notice,
)
from storage.organisations import Organisation
from storage.people import Liaison, Person
from storage.private_copies import Copy
from storage.reminders import Reminder
from storage.votes import ANSWERS, Answer
from tests.commands.notices.anything import BIG, NAMES, answers, boards
from tests.commands.notices.scene import ANY_HOUR, EN, NOW, ZH, notice, organisation, studio

ENTITIES = 100
"""Telegram keeps no more of one message."""
KEYS, PLACEHOLDER = 100, 64
"""Bot API: 100 buttons below a message; the hint of a reply has 64 characters."""
LABEL = 44
FEW = 3
STATES = (OPEN, DRAFT, CLOSED, RECALLED, DISCARDED)
BOUNDED = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a smaller example takes minutes to find
    suppress_health_check=list(HealthCheck),
)


def shown(words: Words, board: Board, own: Answer, name: str) -> Iterator[Post | None]:
    """Every message that shows this notice or is about it."""
    one, stand = board.notice, board.standings
    mine = [standing.organisation for standing in stand]
    yield previews.preview(studio(words), ANY_HOUR, proposal(one, mine, name))
    yield cards.card(words, board)
    yield cards.short(words, board, mine)
    for page, for_staff in product((1, 2), (False, True)):
        yield cards.whole(words, board, mine, page, now=NOW, own=own, for_staff=for_staff)
    facts = {"id": BIG, "person_id": BIG, "notice": one, "is_called_off": False}
    yield copies.shown(words, Copy(own=stand, answer=own if one.asks_people else None, **facts))
    yield from (pending.in_private(words, board, page) for page in (1, 2, BIG))
    yield pending.in_group(words, board)
    yield summaries.summary(words, board)
    yield weights.unheard(words, board)
    yield from (reminder_views.reminder(words, one, board) for one in reminded())
    yield from (reminder_views.mention(words, one, board) for one in reminded())
    yield amendments.question(words, one)
    yield amendments.amended(words, one)
    yield amendments.sure(words, one, [Person(id=1, name=name)] * 30)
    yield timings.question(words, one)
    yield replies.question(words, one)
    yield cards.reason_wanted(words, one)
    yield lists.open_notices(words, [one] * 21)
    yield lists.owed(words, [(one, [name] * 3)] * 20, NOW.date(), is_private=True)
    for private in (True, False):
        listing = Listing(notices=(one,) * 8, number=2, count=999)
        yield lists.listing(words, listing, NOW.date(), is_private=private)
    yield from (difficulties.page(words, board, page) for page in (1, 2, 3))
    yield links.to_whom(words, board)
    yield links.to_forward(words, one, "https://t.me/gongjian_bot?start=notice-1")
    yield questions.asked(words, one)
    taken = [
        Call(id=BIG, notice_id=BIG, organisation_id=one.id, person_id=1, taken_at=NOW)
        for one in mine
    ]
    yield calls.mine(words, board, taken)
    yield calls.chooser(words, board, [one.id for one in mine])
    for call, standing in zip(taken[:FEW], stand[:FEW], strict=True):
        yield calling.card(words, call, board, standing)
        yield calling.news(words, board, standing)


def proposal(one: Notice, asked: list[Organisation], name: str) -> Proposal:
    """With a group of this name."""
    ids = frozenset(range(len(asked)))
    facts = {"notice": one, "organisations": asked, "askable": asked, "served": ids}
    return Proposal.model_validate(facts | {"reached": ids, "groups": (Chat(id=-1, title=name),)})


def reminded() -> Iterator[Reminder]:
    """To the first liaison, in time and late, by itself and by somebody."""
    for promised, by in product((None, NOW - timedelta(hours=1)), (None, 1)):
        facts = {"id": BIG, "notice_id": BIG, "person_id": BIG, "reminded_at": NOW}
        late = {"promised_at": promised, "reminded_by": by, "is_shown": True}
        yield Reminder.model_validate(facts | late)


def check(post: Post) -> None:
    """Telegram takes it as it is."""
    text, entities = parse(post.text)
    assert units(text) <= TEXT_CHARACTERS
    assert text.strip(), "there are no words"
    assert len(entities) <= ENTITIES
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= units(text)
    keys = [key for row in post.buttons for key in row]
    assert len(keys) <= KEYS
    assert all(len(row) <= 8 for row in post.buttons)
    for key in keys:
        assert key.label.strip()
        assert len(key.label) <= LABEL
        assert bool(key.data) + bool(key.url) + bool(key.start) == 1
        assert len(key.data.encode()) <= DATA_BYTES
    assert len(post.placeholder) <= PLACEHOLDER


@pytest.mark.slow  # of everything very much
@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@BOUNDED
def test_telegram_takes_all_that_a_notice_shows(form: str, data: st.DataObject) -> None:
    board = data.draw(boards(form, data.draw(st.sampled_from(STATES))))
    own, name = data.draw(answers(form)), data.draw(NAMES)
    for words in (ZH, EN):
        for post in shown(words, board, own, name):
            if post is not None:
                check(post)


@pytest.mark.slow  # of everything very much
@pytest.mark.parametrize("form", FORMS)
def test_three_hundred_organisations_of_any_name(form: str) -> None:
    said = {CHOSEN: "1,2", WRITTEN: "<&>" * 1300}
    given = ANSWERS[form][0]
    for name in ("<b>&" * 32, "😀" * 64):
        people = (Liaison(id=BIG, name=name, is_reachable=True),) * 3
        stand = tuple(
            Standing(
                organisation=organisation(number, name),
                liaisons=people,
                answer=given if number % 2 else "",
                amount=3,
                detail=said.get(given, ""),
                reason=name * 30,
                answered_by=name,
            )
            for number in range(1, 301)
        )
        one = notice("<&" * 2048, form=form, options=f"{name[:60]}\n乙", asked=300, answered=150)
        entries = tuple(
            Entry(name=name, is_waiting=True, **stand[0].given.model_dump()) for _ in stand
        )
        board = Board(notice=one, standings=stand, entries=entries, chosen=(150, 150))
        for words in (ZH, EN):
            for post in shown(words, board, stand[0].given, name):
                if post is not None:
                    check(post)
