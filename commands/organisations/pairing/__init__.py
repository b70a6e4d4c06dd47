"""Who is paired with which community (结对子): staff pair them, everybody sees it on both cards."""

from commands.kit import Delivery, Press, Role
from commands.organisations.pairing import noting, pairing
from locales import message
from storage.pairings import NOTE, QUESTION

PRESSES = (
    Press("organisations.pairs", pairing.show, who=Role.STAFF),
    Press("organisations.pair", pairing.pair, who=Role.STAFF),
    Press("organisations.unpair", pairing.unpair, who=Role.STAFF),
    Press("organisations.began", pairing.began, who=Role.STAFF),
    Press("organisations.when", pairing.ask, who=Role.STAFF),
    Press("organisations.pair_note", noting.ask, who=Role.STAFF),
    Press("organisations.no_note", noting.clear, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        QUESTION,
        pairing.question,
        title=message("A question about a pair"),
        on_reply=pairing.answer,
    ),
    Delivery(
        NOTE,
        noting.question,
        title=message("A question about a pair"),
        on_reply=noting.answer,
    ),
)
