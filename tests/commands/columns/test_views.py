"""Columns and articles as people see them: whatever stands in them, always within limits."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from commands.columns import cards, forums, history, managed, views
from commands.columns.cards import Desk
from commands.columns.views import Board
from commands.kit import Page
from locales import Catalogues, plain
from storage.article_lists import Version
from storage.articles import DISCARDED, DRAFT, PUBLISHED, WITHDRAWN, Article
from storage.attachments import Attachment
from storage.chats import Chat
from storage.column_topics import Binding
from storage.columns import Column
from storage.hitches import NO_GROUP, NO_TOPIC
from storage.topics import Topic
from tests.commands.posts import HOSTILE, check_limits, data, starts

FAMILY = Catalogues("zh_CN", zone=ZoneInfo("Asia/Shanghai"))
CHINESE, ENGLISH = (FAMILY.words(language) for language in ("zh_CN", "en"))
NOW = datetime(2026, 8, 20, 1, tzinfo=UTC)
TODAY = date(2026, 8, 20)
GUIDES = Column(id=4, name="便民指南", english="Guides", position=4)
CHILD = Column(id=7, name="证件", parent_id=4, position=5)
GROUP = Chat(id=-1001, title="共建联盟")


def article(state: str = PUBLISHED, **more: object) -> Article:
    known: dict[str, object] = {
        "id": 3,
        "column_id": 7,
        "title": "老年证",
        "body": "带身份证",
        "state": state,
        "panel": "",
        "chat_id": GROUP.id,
        "group": GROUP.title,
        "author_id": 1001,
        "written_at": NOW,
        "published_at": NOW,
        "trouble": "",
    }
    return Article.model_validate(known | more)


def file(kind: str, place: int) -> Attachment:
    return Attachment(chat_id=1, message_id=place, kind=kind, file_id=f"f{place}", place=place)


def desk(*topics: Binding) -> Desk:
    return Desk((GUIDES, CHILD), (CHILD,), (GROUP,), topics)


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize("said", [*HOSTILE, "短"])
def test_whatever_stands_in_them_they_keep_telegrams_limits(said: str, words: object) -> None:
    assert words is CHINESE or words is ENGLISH
    spoken = CHINESE if words is CHINESE else ENGLISH
    title = said.strip()[:100] or "—"
    hostile = Column(id=7, name=title[:40], english=title[:40], parent_id=4)
    one = article(title=title, body=said, group=title)
    version = Version(
        id=1, article_id=3, field="body", old=said, new=said, person_id=1, changed_at=NOW
    )
    board = Board((GUIDES, hostile), {4: 2}, TODAY, is_private=True)
    around = Desk((GUIDES, hostile), (hostile,), (Chat(id=-1, title=title),), ())
    signed = views.signed(spoken, one, "便民指南", "街道")
    bound = Binding(column_id=7, chat_id=-1, topic_id=5, name=title)
    known = Topic(chat_id=-1, topic_id=5, name=title)
    posts = [
        views.columns(spoken, board, ()),
        views.column(spoken, GUIDES, board, Page((one,) * 8, 1, 2), ()),
        *(views.article(spoken, one, signed, number) for number in (1, 2, 99)),
        views.posted(spoken, one, hostile, signed),
        *(
            cards.card(spoken, article(state, title=title, body=said, panel=panel), around)
            for state in (DRAFT, PUBLISHED, WITHDRAWN, DISCARDED)
            for panel in ("", "column:1", "group")
        ),
        cards.hitch(spoken, one.model_copy(update={"trouble": NO_TOPIC})),
        history.overview(spoken, one, [version] * 9, (hostile,), 1),
        history.one(spoken, one, version, (hostile,)),
        managed.overview(spoken, (GUIDES, hostile), 1),
        managed.column(spoken, hostile, (GUIDES, hostile), managed.Standing(1, 2)),
        managed.which_above(spoken, hostile, (GUIDES, hostile)),
        forums.overview(spoken, Chat(id=-1, title=title), (GUIDES, hostile), (bound,), 1),
        forums.choices(spoken, hostile, Chat(id=-1, title=title), [known] * 30, (bound,)),
        forums.which_column(spoken, (hostile,), 5),
    ]
    for post in posts:
        check_limits(post)


def test_in_a_group_an_article_leads_to_the_private_chat() -> None:
    board = Board((GUIDES, CHILD), {7: 1}, TODAY, is_private=False)
    post = views.column(CHINESE, CHILD, board, Page((article(),), 1, 1), ())
    assert starts(post) == ["article_3"]
    assert data(post) == ["columns.open:4:1"]
    signed = views.signed(CHINESE, article(), "便民指南 › 证件", "刘寨街道")
    posted = views.posted(CHINESE, article(body="长" * 700), CHILD, signed)
    assert starts(posted) == ["article_3", "columns_7"]
    assert "长" * 600 + "…" in posted.text


@pytest.mark.parametrize(
    ("kinds", "text", "sent"),
    [
        ((), 10, [0]),
        (("photo",), 10, [1]),
        (("photo",), 2_000, [1, 0]),
        (("photo", "photo"), 2_000, [2]),
        (("photo", "document"), 10, [1, 1]),
        (("document", "document"), 10, [2]),
    ],
)
def test_files_go_with_the_words_as_telegram_takes_them(
    kinds: tuple[str, ...], text: int, sent: list[int]
) -> None:
    files = tuple(file(kind, place) for place, kind in enumerate(kinds, start=1))
    one = article(body="字" * text, files=files)
    post = views.article(CHINESE, one, views.signed(CHINESE, one, "", ""))
    posts = views.with_files(post, one)
    assert [len(each.files) for each in posts] == sent
    assert plain(posts[-1].text) == plain(post.text)
    for each in posts:
        assert len({f.kind == "document" for f in each.files}) <= 1


def test_a_card_says_where_it_goes_and_what_went_wrong() -> None:
    topic = Binding(column_id=4, chat_id=GROUP.id, topic_id=5, name="指南")
    there = plain(cards.card(CHINESE, article(DRAFT), desk(topic)).text)
    assert "📢 发到：共建联盟 › 指南" in there
    closed = topic.model_copy(update={"is_open": False})
    assert "话题已关闭，发到公共区" in cards.card(CHINESE, article(DRAFT), desk(closed)).text
    nowhere = article(DRAFT, chat_id=None)
    assert "不发群，只放进栏目" in cards.card(CHINESE, nowhere, desk()).text
    lost = article(trouble=NO_GROUP)
    assert "我已不在那个群里" in cards.card(CHINESE, lost, desk()).text


def test_english_readers_read_the_english_name_where_there_is_one() -> None:
    assert views.path(ENGLISH, CHILD, (GUIDES, CHILD)) == "Guides › 证件"
    assert views.path(CHINESE, CHILD, (GUIDES, CHILD)) == "便民指南 › 证件"
