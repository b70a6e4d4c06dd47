"""Micro-wishes (微心愿): put up by a community, taken on, handed over, thanked with a photo."""

from commands.kit import (
    Command,
    Delivery,
    Export,
    Feature,
    Findable,
    Job,
    Making,
    Press,
    Role,
    Talk,
    Task,
)
from commands.kit.features import PressHandler, ReplyHandler
from commands.wishes import (
    books,
    claiming,
    gathering,
    handing,
    handlers,
    hits,
    thanking,
    writing,
)
from commands.wishes.asked import ASKED
from locales import message
from storage.sources import WISH
from storage.wish_claims import REMIND, TAKEN, THANK, TOLD, WORD
from storage.wish_lists import GATHERED
from storage.wish_thanks import PREVIEW, THANKS
from storage.wish_words import ASK_COMMUNITY, ASK_GIVER
from storage.wishes import CARD, OWN, QUESTIONS

OF_EVERYBODY: dict[str, PressHandler] = {
    "open": handlers.opened,
    "mine": handlers.mine,
    "for": claiming.for_whom,
    "claim": claiming.claim,
    "taken": claiming.show,
    "back": claiming.back,
    "name": claiming.name,
    "given": handing.given,
    "not_brought": handing.not_brought,
    "speak": handing.speak,
}
"""Buttons in private; a claim is its maker's alone, which is asked of storage."""
OF_COMMUNITIES: dict[str, PressHandler] = {
    "new": handlers.new,
    "which": handlers.which,
    "at": handlers.at,
    "own": handlers.own,
    "ask": writing.ask,
    "whom": writing.whom,
    "amount": writing.amount,
    "due": writing.due,
    "details": writing.details,
    "edit": writing.edit,
    "publish": writing.publish,
    "discard": writing.discard,
    "withdraw": writing.withdraw,
    "told": claiming.show_told,
    "free": claiming.free,
    "received": handing.received,
    "not_here": handing.not_here,
    "answer": handing.answer,
    "thank": thanking.ask,
    "say": thanking.say,
    "unthank": thanking.take_back,
}
"""Buttons in private of who answers for the community, which is asked of storage, and of staff."""
QUESTION = message("Question about a wish")


def _replied(step: str) -> ReplyHandler:
    async def replied(talk: Talk, wish_id: int) -> bool:
        return await writing.replied(talk, wish_id, step)

    return replied


FEATURE = Feature(
    name="wishes",
    title=message("Micro-wishes"),
    commands=(
        Command(
            "wishes",
            ("微心愿", "心愿"),
            message("Small wishes of residents that wait for somebody: take one on"),
            handlers.listed,
            personal=True,
            tasks=(Task(message("I want to help with a small wish"), is_alone=True),),
        ),
        Command(
            "wish",
            ("发心愿",),
            message("Put up a small wish for somebody in your community"),
            handlers.wish,
            who=Role.LIAISON,
            example=message("winter coats 20 for families in need by 15 December"),
            personal=True,
        ),
    ),
    questions=ASKED,
    presses=(
        Press("wishes.list", handlers.turned),
        Press("wishes.show", handlers.shown),
        *(Press(f"wishes.{name}", handle, alone=True) for name, handle in OF_EVERYBODY.items()),
        *(
            Press(f"wishes.{name}", handle, who=Role.LIAISON, alone=True)
            for name, handle in OF_COMMUNITIES.items()
        ),
    ),
    deliveries=(
        Delivery(CARD, handlers.card, title=message("Card of a wish")),
        Delivery(OWN, handlers.own_card, title=message("Card of a wish, for its community")),
        *(
            Delivery(kind, writing.question(step), title=QUESTION, on_reply=_replied(step))
            for step, kind in QUESTIONS.items()
        ),
        Delivery(TAKEN, claiming.card, title=message("What somebody took on")),
        Delivery(TOLD, claiming.told, title=message("Who took a wish on")),
        Delivery(ASK_GIVER, handing.giver_question, title=QUESTION, on_reply=handing.giver_said),
        Delivery(
            ASK_COMMUNITY,
            handing.community_question,
            title=QUESTION,
            on_reply=handing.community_said,
        ),
        Delivery(
            WORD, handing.word, title=message("Words about a wish"), on_reply=handing.word_answered
        ),
        Delivery(REMIND, Making(handing.reminder), title=message("Reminder of a wish")),
        Delivery(THANK, thanking.question, title=QUESTION, on_reply=thanking.answered),
        Delivery(PREVIEW, thanking.preview, title=message("Thanks for a wish")),
        Delivery(THANKS, thanking.thanks, title=message("Thanks for a wish")),
        Delivery(GATHERED, gathering.gathered, title=message("Wishes that still wait")),
        Delivery(books.BOOK, Making(books.make), title=message("Excel sheet of wishes")),
    ),
    jobs=(Job(REMIND, handing.remind),),
    exports=(
        Export(
            name="wishes",
            chinese=("微心愿", "心愿"),
            help=message("Micro-wishes and who helped, as an Excel sheet"),
            handle=books.export,
            example=message("all"),
        ),
    ),
    hourly=(gathering.look,),
    findables=(
        Findable(
            WISH,
            title=message("<b>🎁 Micro-wishes</b>"),
            more=message("More wishes ›"),
            show=hits.show,
            press="wishes.show",
            row=2,
        ),
    ),
    written=writing.written,
)
