"""Which topic is a column's, as staff see it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.columns import rules, views
from commands.columns.views import LINE
from commands.kit import Post, button, clip, in_rows, pack, page_of, pager
from locales import Words
from storage.chats import Chat
from storage.column_topics import Binding
from storage.columns import Column
from storage.topics import Topic

PAGE = 12
TOPICS = 20
LABEL = 20
NO_FORUM, NO_RIGHT = "not a forum", "not enough rights"


def which_group(words: Words, groups: Sequence[Chat]) -> Post:
    """The groups that I am in."""
    text = words.t(
        "🧵 <b>Topics of columns</b>\nIn a group with topics, new articles go to the topic of their"
        " column. Which group? You can also type /topic in a topic that is there already."
    )
    if not groups:
        return Post(words.t("I am in no group yet."))
    buttons = [
        button(words.list([clip(one.title, LABEL) or str(one.id)]), pack("columns.forum", one.id))
        for one in groups
    ]
    return Post(text, in_rows(buttons, 1))


def overview(
    words: Words, group: Chat, every: Sequence[Column], bindings: Sequence[Binding], number: int
) -> Post:
    """The columns with their topics."""
    here = {one.column_id: one for one in bindings if one.chat_id == group.id}
    page = page_of(rules.articles_only(every), number, PAGE)
    lines = [words.t("🧵 <b>{group}</b>", group=clip(group.title, views.NAME))]
    for one in page.items:
        name = views.called(words, one)
        topic = here.get(one.id)
        if topic is None:
            lines.append(words.t("• {column}: general part", column=name))
        elif topic.is_open:
            said = clip(topic.name, views.NAME) or "…"
            lines.append(words.t("• {column}: 🧵 {topic}", column=name, topic=said))
        else:
            lines.append(words.t("• {column}: ⚠️ its topic is closed or gone", column=name))
    buttons = [
        button(
            words.list([views.called(words, one, LABEL)]), pack("columns.topic", one.id, group.id)
        )
        for one in page.items
    ]
    make = button(words.t("➕ Topics for all that have none"), pack("columns.topic_all", group.id))
    turns = pager(page, "columns.forum", group.id)
    return Post(LINE.join(lines), (*in_rows(buttons), turns, (make,)))


def choices(
    words: Words, one: Column, group: Chat, known: Sequence[Topic], bindings: Sequence[Binding]
) -> Post:
    """A new topic, one that is there, or none."""
    ids = one.id, group.id
    own = next((b for b in bindings if (b.column_id, b.chat_id) == ids), None)
    make = button(words.t("➕ Open a new topic"), pack("columns.topic_new", *ids))
    there = []
    for topic in known[:TOPICS]:
        tick = "✅ " if own is not None and own.topic_id == topic.topic_id else ""
        label = words.list([tick + (clip(topic.name, LABEL) or "…")])
        there.append(button(label, pack("columns.topic_is", *ids, topic.topic_id)))
    rows = [(make,), *in_rows(there)]
    if own is not None:
        rows.append((button(words.t("✖️ No topic"), pack("columns.topic_no", *ids)),))
    rows.append((button(words.t("◀ Back"), pack("columns.forum", group.id)),))
    text = words.t(
        "🧵 Which topic of {group} is that of {column}?",
        group=clip(group.title, views.NAME),
        column=views.called(words, one),
    )
    return Post(text, tuple(rows))


def which_column(words: Words, writable: Sequence[Column], topic_id: int) -> Post:
    """Asked in the topic itself."""
    buttons = [
        button(
            words.list([views.called(words, one, LABEL)]), pack("columns.here", one.id, topic_id)
        )
        for one in writable[: PAGE * 2]
    ]
    text = words.t("🧵 Whose topic is this? New articles of that column come here (staff press).")
    return Post(text, in_rows(buttons))


def say_it_in_a_topic(words: Words) -> Post:
    return Post(
        words.t(
            "Please type /topic inside the topic that a column shall have. In our private chat it"
            " shows the topics of all groups."
        )
    )


def done(text: Markup) -> Post:
    """In place of the question."""
    return Post(text)


def refused(words: Words, why: str) -> Markup:
    """What is missing in the group, so that a topic can be opened."""
    said = why.lower()
    if NO_FORUM in said:
        return words.t(
            "This group has no topics. They are turned on in the group's settings: Topics."
        )
    if NO_RIGHT in said:
        return words.t(
            "I may not open topics there. Please give me the right to manage topics in the group."
        )
    return words.t("Telegram did not let me open the topic: {why}", why=clip(why, 80))
