"""What a person hears who may not."""

from markupsafe import Markup

from commands.kit.roles import Role
from locales import Words


def in_private_alone(words: Words) -> Markup:
    """Of a button that somebody forged where others see."""
    return words.t("This is for our private chat only.")


def refusal(words: Words, role: Role) -> Markup:
    """Who may do it, and how to become one of them."""
    if role is Role.STAFF:
        return words.t(
            "Only staff of the street office can do this. If you are one of them, ask a colleague"
            " to reply to a message of yours with /staff."
        )
    return words.t(
        "Only liaisons and staff can do this. Do you speak for an organisation? Tell the street"
        " office with /join."
    )
