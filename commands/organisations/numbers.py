"""The phone numbers of an organisation's people, below its card; in private chats alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from commands.kit import Post, clip
from locales import Words
from storage.people import Person

NAME = 24
MOST = 10


def below(words: Words, post: Post, people: Sequence[Person], numbers: Mapping[int, str]) -> Post:
    """The card with the numbers of those who let theirs be kept."""
    lines = [
        words.t(
            "📞 {name}: {number}", name=clip(one.name, NAME) or str(one.id), number=numbers[one.id]
        )
        for one in people
        if one.id in numbers
    ]
    return replace(post, text=Markup("\n").join([post.text, *lines[:MOST]]))
