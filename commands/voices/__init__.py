"""What people want to say or need (我想说): under their name or without, to and fro, to its end."""

from commands.kit import Command, Delivery, Export, Feature, Job, Making, Press, Role, Task
from commands.kit.features import PressHandler, ReplyHandler
from commands.voices import books, handlers, handling, listing, passing, speaking
from commands.voices.asked import ASKED as QUESTIONS
from locales import message
from storage.cloaks import Cloak
from storage.database import Store
from storage.voice_ends import ENDED, TOGETHER, wipe
from storage.voice_passes import ANSWERED, ASK_DAY, ASKED, LATE, PASSING, REMIND, SETTLE
from storage.voice_queries import addressee, addressee_of_part
from storage.voice_turns import BRING
from storage.voices import AGAIN, CARD, CASE, HEARD

OF_ALL: dict[str, PressHandler] = {
    "as": handlers.chosen,
    "never": handlers.never,
    "hand_in": handlers.hand_in,
    "empty": handlers.empty,
    "drop": handlers.drop,
    "say": handlers.again,
    "mine": speaking.mine,
    "yes": speaking.yes,
    "no": speaking.no,
    "back": speaking.back,
    "surely": speaking.surely,
    "list": listing.turned,
}
OF_HANDLERS: dict[str, PressHandler] = {
    "card": listing.card,
    "answer": handling.how,
    "solve": handling.solve,
    "solved": handling.solved,
    "photos": handling.photos,
    "places": handling.places,
}
OF_STAFF: dict[str, PressHandler] = {
    "pass": passing.pass_on,
    "to": passing.to,
    "liaison": passing.liaison,
    "by": passing.by,
    "redate": passing.redate,
    "abuse": passing.abuse,
    "refuse": passing.refuse,
    "leave": passing.leave,
    "join": passing.join,
    "part": passing.part,
    "figures": listing.speed,
    "book": books.pressed,
}
REPLIES: dict[str, ReplyHandler] = {
    "mine": speaking.said_more,
    "answer": handling.answered,
    "card": handling.answered,
    "solved": handling.solved_by,
}
WHO = ((OF_ALL, Role.MEMBER), (OF_HANDLERS, Role.LIAISON), (OF_STAFF, Role.STAFF))
TO_SPEAKER = message("News of what somebody said")
TO_HANDLER = message("What somebody said")


async def _wiped(store: Store, voice_id: int, _person_id: int, _now: object) -> None:
    """Who heard of the end is known no more."""
    await wipe(store, voice_id)


async def _of_part(store: Store, cloak: Cloak, part_id: int) -> int | None:
    return await addressee_of_part(store, part_id, cloak)


async def _of_voice(store: Store, cloak: Cloak, voice_id: int) -> int | None:
    return await addressee(store, voice_id, cloak)


FEATURE = Feature(
    name="voices",
    title=message("I want to say"),
    commands=(
        Command(
            "say",
            ("我想说",),
            message("Say what you want or need, under your name or without; the answer comes back"),
            handlers.say,
            example=message("The light in the stairs is broken"),
            tasks=(Task(message("I want to report a problem or say what I need")),),
        ),
        Command(
            "voices",
            ("诉求",),
            message("What was said and how it stands: your own, or those you handle"),
            listing.voices,
            example=message("37"),
            personal=True,
        ),
    ),
    questions=QUESTIONS,
    veiled=True,
    written=handlers.written,
    edited=handlers.edited,
    presses=tuple(
        Press(f"voices.{name}", handle, who=who, alone=True, on_reply=REPLIES.get(name))
        for handlers, who in WHO
        for name, handle in handlers.items()
    ),
    deliveries=(
        Delivery(CARD, Making(handling.card), title=TO_HANDLER),
        Delivery(CASE, Making(handling.case), title=TO_HANDLER),
        Delivery(HEARD, handling.heard, title=TO_HANDLER),
        Delivery(AGAIN, handling.again, title=TO_HANDLER),
        Delivery(LATE, Making(handling.late), title=TO_HANDLER),
        Delivery(
            ASK_DAY,
            Making(passing.day_question),
            title=message("Question about what somebody said"),
            on_reply=passing.day_answered,
        ),
        Delivery(PASSING, speaking.passing, title=TO_SPEAKER, addressee=_of_voice),
        Delivery(ANSWERED, speaking.answered, title=TO_SPEAKER, addressee=_of_part),
        Delivery(ASKED, speaking.asked, title=TO_SPEAKER, addressee=_of_voice),
        Delivery(TOGETHER, speaking.together, title=TO_SPEAKER, addressee=_of_voice),
        Delivery(ENDED, speaking.ended, title=TO_SPEAKER, addressee=_of_voice, reached=_wiped),
        Delivery(books.BOOK, Making(books.make), title=message("Excel sheet of what people say")),
    ),
    jobs=(
        Job(BRING, passing.bring),
        Job(REMIND, passing.remind),
        Job(SETTLE, passing.settle),
    ),
    exports=(
        Export(
            name="voices",
            chinese=("诉求",),
            help=message("How fast what people say is seen to, as an Excel sheet"),
            handle=books.export,
            example=message("all"),
        ),
    ),
)
