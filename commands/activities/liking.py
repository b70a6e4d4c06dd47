"""A reaction to a card of an activity, or to its photos: somebody likes it."""

from commands.kit import Talk
from storage import features, likes
from storage.likes import Reaction

STYLE = "\ufe0f"
"""Some apps send emoji with it, some without."""
LIKES = frozenset("👍❤🔥🎉👏🥰😁🤩😍💯🏆🙏👌🤗😇🫡⚡🍾💋🕊🐳🤝💘😘🆒🦄✍")
"""Bot API, ReactionTypeEmoji: those that say something kind."""
LIKES_OF_TWO = frozenset({"❤‍🔥"})


def means_like(reactions: frozenset[str]) -> bool:
    """Whether one of the reactions says something kind; others say nothing."""
    known = LIKES | LIKES_OF_TWO
    return any(one.replace(STYLE, "") in known for one in reactions)


async def react(talk: Talk, activity_id: int) -> None:
    """Nothing is said: the number on the card changes."""
    is_like = means_like(talk.reactions or frozenset())
    person_id = talk.asker.person.id
    reaction = Reaction(talk.place.id, talk.message.id, person_id, is_like)
    await likes.react(talk.store, activity_id, reaction, talk.now)


async def react_to_feature(talk: Talk, feature_id: int) -> None:
    """One to a featured card is one to its activity."""
    feature = await features.one(talk.store, feature_id)
    if feature is not None:
        await react(talk, feature.activity_id)
