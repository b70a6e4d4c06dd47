"""Visits (走访): who of staff went where, what was heard, what was promised and became of it."""

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
)
from commands.kit.features import PressHandler
from commands.visits import (
    books,
    choosing,
    handlers,
    hits,
    listing,
    promising,
    writing,
)
from commands.visits.asked import ASKED
from locales import message
from storage.promises import ASK_DUE, ASK_WHY, CARD, REMIND
from storage.sources import VISIT
from storage.visits import DATE, HEARD, PROMISE, QUESTIONS

HANDLERS: dict[str, PressHandler] = {
    "begin": handlers.begin,
    "at": handlers.chosen,
    "category": choosing.turned,
    "show": handlers.show,
    "list": listing.turned,
    "of": listing.of_one,
    "open": listing.opened,
    "new": listing.new,
    "step": writing.step,
    "date": writing.date,
    "heard": writing.ask_heard,
    "promise": writing.ask_promise,
    "edit": writing.edit,
    "redate": writing.redate,
    "who": writing.who,
    "move": writing.move,
    "close": writing.close,
    "delete": writing.delete,
    "restore": writing.restore,
    "kept": promising.kept,
    "broken": promising.broken,
    "void": promising.void,
    "later": promising.later,
    "due": promising.due,
    "reopen": promising.reopen,
}
QUESTION = message("Question about a visit")

FEATURE = Feature(
    name="visits",
    title=message("Visits"),
    commands=(
        Command(
            "visit",
            ("走访",),
            message("Note a visit to an organisation: what you heard, what you promised"),
            handlers.visit,
            who=Role.STAFF,
            example=message(
                "Xinglong 20 August parking is hard; promised: ask the manager by 1 September"
            ),
            personal=True,
        ),
        Command(
            "visits",
            ("走访记录",),
            message("Visits by organisation, with the promises that are still open"),
            listing.listed,
            who=Role.STAFF,
            example=message("Xinglong"),
            personal=True,
        ),
    ),
    questions=ASKED,
    presses=tuple(
        Press(f"visits.{name}", handle, who=Role.STAFF, alone=True)
        for name, handle in HANDLERS.items()
    ),
    deliveries=(
        Delivery(
            CARD,
            Making(handlers.card),
            title=message("Card of a visit"),
            on_reply=writing.added,
        ),
        Delivery(
            QUESTIONS[DATE], writing.date_question, title=QUESTION, on_reply=writing.date_answered
        ),
        Delivery(
            QUESTIONS[HEARD],
            writing.heard_question,
            title=QUESTION,
            on_reply=writing.heard_answered,
        ),
        Delivery(
            QUESTIONS[PROMISE],
            writing.promise_question,
            title=QUESTION,
            on_reply=writing.promise_answered,
        ),
        Delivery(ASK_DUE, promising.due_question, title=QUESTION, on_reply=promising.due_answered),
        Delivery(ASK_WHY, promising.why_question, title=QUESTION, on_reply=promising.why_answered),
        Delivery(
            REMIND,
            Making(promising.reminder),
            title=message("Reminder of a promise"),
        ),
        Delivery(books.BOOK, Making(books.make), title=message("Excel sheet of visits")),
    ),
    jobs=(Job(REMIND, promising.remind),),
    exports=(
        Export(
            name="visits",
            chinese=("走访",),
            help=message("Visits and promises, as an Excel sheet"),
            handle=books.export,
            example=message("Xinglong"),
        ),
    ),
    findables=(
        Findable(
            VISIT,
            title=message("<b>🚶 Visits</b>"),
            more=message("More visits ›"),
            show=hits.show,
            press="visits.show",
            who=Role.STAFF,
            in_groups=False,
            row=2,
        ),
    ),
)
