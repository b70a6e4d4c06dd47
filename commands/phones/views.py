"""What is said about one's own number: above all who sees it."""

from markupsafe import Markup

from commands.kit import Post, button, pack, private_link
from commands.phones.rules import packed
from locales import Words, plain
from storage.phones import Phone

LINE = Markup("\n")


def in_private(words: Words) -> Post:
    """In a group nobody shall write a number."""
    text = words.t("Please not here: your number is none of the group's business.")
    return Post(text, ((private_link(words.t("Open our private chat"), "phone"),),))


def offer(words: Words) -> Post:
    """Nothing is kept: what it would be for, who would see it, and the button."""
    text = LINE.join(
        [
            words.t("📱 With your number the street office can call you when something is urgent."),
            _who(words),
            words.t(
                "Press the button below the text field, or write <code>/phone 13800000000</code>."
                " I ask once more before I keep it."
            ),
        ]
    )
    return Post(text, asks_contact=plain(words.t("📱 Share my number")))


def consent(words: Words, number: str) -> Post:
    """The question, with the whole sentence that is agreed to."""
    text = LINE.join([words.t("Keep the number <b>{number}</b>?", number=number), _who(words)])
    yes = button(words.t("I agree, keep it"), pack("phones.save", packed(number)))
    no = button(words.t("Do not keep it"), pack("phones.leave"))
    return Post(text, ((yes,), (no,)))


def kept(words: Words, phone: Phone) -> Post:
    """What is kept, since when, and the way back."""
    text = LINE.join(
        [
            words.t(
                "📱 Your number is <b>{number}</b>; you agreed on {moment}.",
                number=phone.number,
                moment=words.moment(phone.consented_at, words.zone),
            ),
            _who(words),
            words.t("Another number: <code>/phone 13800000000</code>"),
        ]
    )
    return Post(text, ((button(words.t("Take my number back"), pack("phones.take_back")),),))


def saved(words: Words, number: str) -> Post:
    text = words.t(
        "✅ {number} is kept. /phone shows it, and takes it back at any time.", number=number
    )
    return Post(text, clears_keyboard=True)


def not_saved(words: Words) -> Post:
    return Post(words.t("Good, I keep no number."), clears_keyboard=True)


def taken_back(words: Words, *, had: bool) -> Post:
    if had:
        return Post(words.t("✅ Your number is deleted. Nobody sees it any more."))
    return Post(words.t("No number of yours is kept."))


def not_ones_own(words: Words) -> Post:
    """A card of somebody else's."""
    return Post(
        words.t(
            "This card is not your own, so I did not keep it. Everybody shares the own number:"
            " /phone"
        )
    )


def no_number(words: Words) -> Post:
    return Post(
        words.t(
            "I cannot read that as a phone number. Digits alone are enough, without an extension:"
            " <code>/phone 13800000000</code>"
        )
    )


def gone(words: Words) -> Markup:
    return words.t("Please do that in our private chat: /phone")


def _who(words: Words) -> Markup:
    return words.t(
        "🔒 It is seen by the street office's staff and by those who answer for your organisation,"
        " in private chats alone: in no group, no file, no search. You can take it back at any"
        " time."
    )
