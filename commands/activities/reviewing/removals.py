"""What is asked and said when an activity is deleted."""

from dataclasses import replace

from markupsafe import Markup

from commands.activities.looking import facts, standings
from commands.activities.looking.standings import REASONS
from commands.activities.reviewing.cards import NEXT
from commands.kit import Post, button, pack
from locales import Words, plain
from storage.activities import Activity

LEAVE, DELETE_FOR = "activities.delete_not", "activities.delete_for"
OTHER = "activities.delete_why"


def which_reason(words: Words, activity: Activity) -> Post:
    """Asks before anything happens."""
    text = words.t(
        "Delete activity {number}, {title}? It goes from all lists and figures, with its photos."
        " Staff can bring it back. Why is it deleted?",
        number=activity.id,
        title=facts.name(activity.title),
    )
    reasons = [
        (button(words.t(said), pack(DELETE_FOR, activity.id, number)),)
        for number, said in enumerate(REASONS.values())
    ]
    other = button(words.t("Another reason"), pack(OTHER, activity.id))
    return Post(
        text, (*reasons, (other,), (button(words.t("Do not delete it"), pack(LEAVE, activity.id)),))
    )


def which_words(words: Words, activity: Activity) -> Post:
    """Asks for a reason in own words."""
    text = words.t(
        "Activity {number}, {title}: why is it deleted? Please reply to this message.",
        number=activity.id,
        title=facts.name(activity.title),
    )
    return Post(text, placeholder=plain(words.t("It did not take place")))


def deleted(words: Words, activity: Activity, *, goes_on: bool = False) -> Post:
    """That it is gone, why, and how it comes back."""
    post = standings.removed(words, activity)
    onward = (button(words.t("Next report ▶"), pack(NEXT, activity.id)),)
    return replace(post, buttons=(*post.buttons, onward)) if goes_on else post


def stays(words: Words) -> Markup:
    return words.t("It stays.")


def restored(words: Words, activity: Activity) -> Markup:
    return words.t(
        "↩ Activity {number}, {title}, is back, with all that it had.",
        number=activity.id,
        title=facts.name(activity.title),
    )


def only_staff(words: Words) -> Markup:
    return words.t("Staff can bring it back, and who deleted it.")


def words_wanted(words: Words) -> Markup:
    return words.t("Please write the reason in a few words, as a reply to the same message.")
