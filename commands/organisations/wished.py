"""What an organisation did for small wishes, on its card: everybody may see that."""

from collections.abc import Iterator

from markupsafe import Markup

from locales import Words
from storage.wish_lists import Standing


def lines(words: Words, wishes: Standing) -> Iterator[Markup]:
    """How many it put up and came true, and how many it made true itself; nothing for none."""
    if wishes.put_up:
        yield words.n(
            "🎁 {count} micro-wish put up, {done} came true",
            "🎁 {count} micro-wishes put up, {done} came true",
            wishes.put_up,
            done=wishes.fulfilled,
        )
    if wishes.given:
        yield words.n(
            "💛 Helped with {count} micro-wish",
            "💛 Helped with {count} micro-wishes",
            wishes.given,
        )
