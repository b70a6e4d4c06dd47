"""What is said when a sent notice changes: to staff, and to those who had answered it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, button, clip, pack
from commands.notices.layout import CARD_UNITS, beginning
from commands.notices.terms import NAME
from commands.notices.views import unchangeable
from locales import Words, plain
from storage.amendments import Amendment
from storage.deadlines import Change
from storage.notices import OPEN, Notice
from storage.people import Person

SEEN = 20
"""So many who saw it are named; the others are counted."""


def asked(words: Words, change: Change) -> Markup:
    """What asking for another text came to."""
    if not change.is_made:
        return unchangeable(words, change.notice)
    return words.t("Please reply to my question in our private chat with the new text.")


def question(words: Words, notice: Notice) -> Post:
    """Asks staff for another text."""
    sentence = words.t(
        "✏️ Notice {number}: please reply to this message with the whole new text. Who has answered"
        " will be told.",
        number=notice.number or 0,
    )
    return Post(sentence, placeholder=plain(words.t("The whole new text")))


def no_words(words: Words) -> Markup:
    return words.t("There were no words in your reply, so the notice stays as it is.")


def nothing(words: Words) -> Markup:
    return words.t("There is no such notice any more.")


def reworded(words: Words, done: Amendment) -> Post:
    """To staff, with the choice to have everybody answer anew."""
    notice = done.change.notice
    if notice is None or notice.state != OPEN:
        return Post(unchangeable(words, notice))
    if not done.change.is_made:
        return Post(words.t("Nothing was changed: the notice says just that already."))
    number = notice.number or 0
    lines = [words.t("Notice {number} shows the new text.", number=number)]
    if done.told:
        lines.append(
            words.n(
                "{count} person who had answered is told in private.",
                "{count} people who had answered are told in private.",
                done.told,
            )
        )
    if not notice.answered:
        return Post(Markup("\n").join(lines))
    again = button(words.t("Have all answer anew"), pack("notices.ask_again", notice.id))
    return Post(Markup("\n").join(lines), ((again,),))


def amended(words: Words, notice: Notice) -> Post:
    """To somebody who had answered."""
    sentence = words.t(
        "✏️ Notice {number}, which you answered, was changed. It says now:\n\n{text}",
        number=notice.number or 0,
        text=beginning(notice.text, CARD_UNITS),
    )
    show = button(words.t("Show or change"), pack("notices.show", notice.number or 0))
    return Post(sentence, ((show,),))


def asked_again(words: Words, count: int) -> Markup:
    if not count:
        return words.t("There is no answer to take back.")
    return words.n(
        "{count} answer was taken back; it is asked for anew.",
        "{count} answers were taken back; they are asked for anew.",
        count,
    )


def sure(words: Words, notice: Notice, seen: Sequence[Person]) -> Post:
    """Before a notice is recalled: who has seen it, and a button to do it."""
    lines = [
        words.t(
            "Recall notice {number}? It disappears from the group (after 48 hours it is struck"
            " out), and takes no answers any more.",
            number=notice.number or 0,
        )
    ]
    if seen:
        names = words.list([clip(one.name, NAME) for one in seen[:SEEN]])
        lines.append(
            words.n(
                "{count} person has surely seen it: {names}",
                "{count} people have surely seen it: {names}",
                len(seen),
                names=names,
            )
        )
    return Post(
        Markup("\n").join(lines),
        ((button(words.t("Recall it"), pack("notices.recall_surely", notice.id)),),),
    )


def recalled(words: Words, change: Change) -> Markup:
    if change.notice is None or not change.is_made:
        return words.t("Nothing was changed: somebody was faster.")
    return words.t("Notice {number} is recalled.", number=change.notice.number or 0)


def copied(words: Words) -> Markup:
    return words.t("A new draft like it is in our private chat.")
