"""What a person hears whose wish met a fault of ours, or a button that is out of use."""

from markupsafe import Markup

from locales import Words


def unknown_button(words: Words) -> Markup:
    """For a button that no feature knows any more."""
    return words.t("This button is out of use. Type /help for what works now.")


def out_of_reach(words: Words) -> Markup:
    """For a press whose message is gone, or is not the bot's."""
    return words.t("This message can no longer change. Type the command again for a new one.")


def too_much(words: Words) -> Markup:
    """For one person's flood: the one word before silence."""
    return words.t(
        "That is more than I can take in from one person. I listen to you again in a minute; what"
        " you send until then is not noted."
    )


def not_now(words: Words) -> Markup:
    """For a disk that is full or a file that is locked: what was sent waits, and is not lost."""
    return words.t(
        "I cannot write anything down just now. What you sent is not lost: I answer by myself as"
        " soon as I can, so there is no need to send it again."
    )


def apology(words: Words, fault: str) -> Markup:
    """For a fault of ours; the log bears the same id."""
    return words.t(
        "Sorry, that went wrong on our side. What you sent is kept. If it matters, tell the street"
        " office this number: {fault}",
        fault=fault,
    )
