"""The groups, and in which of them a reaction to a notice counts as Received."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, pack, page_of, pager
from locales import Words
from storage.chats import Chat

SIZE = 8
"""Groups on a page."""
TITLE = 30
"""Characters of a group's title."""


def reactions(words: Words, groups: Sequence[Chat], number: int = 1) -> Post:
    """What counts where, with a button for each group; and where something is still to be done."""
    page = page_of(groups, number, SIZE)
    lines = [
        words.t(
            "👍 In the groups that you turn on, a reaction to a notice (👍 👌 ❤ 🙏 …) counts as"
            " “Received” for the organisation of whoever gave it. Taking it away takes that back."
            " Other reactions mean nothing, and only notices that ask for “Received” are answered"
            " so. Who types 收到 there, below no message, is counted too if one notice alone of the"
            " last day can be meant; my 👍 below it says so."
        ),
        *_lacking(words, page.items),
    ]
    if not groups:
        lines += [Markup(), words.t("I am in no group yet.")]
    rows: list[Row] = [(_turned(words, one, page.number),) for one in page.items]
    rows.append(pager(page, "preferences.reactions"))
    rows.append((button(words.t("◀ Settings"), pack("preferences.show")),))
    return Post(Markup("\n").join(lines), tuple(row for row in rows if row))


def _lacking(words: Words, groups: Sequence[Chat]) -> Iterator[Markup]:
    """Bot API: message_reaction comes only where the bot is an administrator."""
    deaf = [one for one in groups if one.counts_reactions and not one.is_administrator]
    if deaf:
        yield Markup()
        yield words.t(
            "⚠️ In {groups} I am no administrator, so Telegram does not show me reactions. Please"
            " make me one in the group's settings; the right to pin messages is enough.",
            groups=words.list([clip(one.title, TITLE) for one in deaf]),
        )


def _turned(words: Words, group: Chat, page: int) -> Button:
    mark = "✅ {}" if group.counts_reactions else "▫️ {}"
    label = Markup(mark).format(clip(group.title, TITLE) or words.t("a group"))  # noqa: S704 - ours
    return button(label, pack("preferences.count", group.id, int(not group.counts_reactions), page))
