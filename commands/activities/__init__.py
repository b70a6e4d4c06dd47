"""Activities: what organisations did, told by an album of photos and its caption."""

from commands.activities import (
    announcing,
    featuring,
    gallery,
    handlers,
    ledger,
    liking,
    looking,
    monthly,
    photos,
    reporting,
    reviewing,
    tagging,
    views,
)
from commands.activities.looking import queries, showing
from commands.activities.looking.cards import MORE
from commands.activities.looking.filters import FILTER, TURN
from commands.activities.looking.lists import SHOW
from commands.activities.numbers import itself
from commands.activities.questions import QUESTIONS
from commands.activities.reporting import asking, edits
from commands.kit import Command, Delivery, Feature, Making, Media, Press, Role, Task
from locales import message
from storage.photos import ASK_WORDS, RECEIPT
from storage.showings import CARD, PHOTOS

FEATURE = Feature(
    name="activities",
    title=message("Activities"),
    commands=(
        Command(
            name="report",
            chinese=("活动",),
            help=message("Report an activity: as a caption to its photos"),
            handle=handlers.report,
            who=Role.LIAISON,
            example=message("13 August Autumn study aid, served 12, 30 took part"),
            tasks=(Task(message("I want to report an activity (as a caption)"), Role.LIAISON),),
        ),
        Command(
            name="activities",
            chinese=("活动列表",),
            help=message("Activities: of an organisation, a month, a kind, or with a word"),
            handle=queries.listed,
            example=message("grain depot 2016-08"),
            tasks=(Task(message("What did an organisation do?")),),
        ),
        Command(
            name="activity",
            chinese=("活动详情",),
            help=message("One activity with its photos"),
            handle=showing.shown,
            example=message("3"),
        ),
        *announcing.COMMANDS,
        *gallery.COMMANDS,
        *photos.COMMANDS,
        *reviewing.COMMANDS,
        *monthly.COMMANDS,
        tagging.COMMAND,
    ),
    questions=QUESTIONS,
    presses=(
        *reporting.PRESSES,
        *tagging.PRESSES,
        *ledger.PRESSES,
        *monthly.PRESSES,
        Press(views.USE_WORDS, asking.use_words, Role.LIAISON),
        Press(views.JOIN, asking.join, Role.LIAISON),
        Press(views.DISMISS, asking.dismiss, Role.LIAISON),
        Press(TURN, queries.turned),
        Press(FILTER, queries.narrowed),
        Press(SHOW, showing.show_pressed),
        Press(MORE, showing.more_photos),
        *announcing.PRESSES,
        *gallery.PRESSES,
        *photos.PRESSES,
        *reviewing.PRESSES,
        *featuring.PRESSES,
    ),
    deliveries=(
        Delivery(
            ASK_WORDS,
            asking.what_was_it,
            title=message("Question what photos show"),
            on_reply=asking.words_came,
        ),
        Delivery(
            RECEIPT,
            handlers.receipt,
            title=message("Receipt for an activity"),
            number=itself,
            on_reply=handlers.receipt_answered,
            on_reaction=liking.react,
        ),
        Delivery(
            PHOTOS,
            showing.album,
            title=message("Photos of an activity"),
            number=itself,
            on_reaction=liking.react,
        ),
        Delivery(
            CARD,
            Making(showing.card),
            title=message("Card of an activity"),
            number=itself,
            on_reaction=liking.react,
        ),
        *photos.DELIVERIES,
        *reporting.DELIVERIES,
        *reviewing.DELIVERIES,
        *featuring.DELIVERIES,
        *announcing.DELIVERIES,
        *tagging.DELIVERIES,
        *ledger.DELIVERIES,
        *monthly.DELIVERIES,
    ),
    exports=ledger.EXPORTS,
    works=ledger.WORKS,
    jobs=(*announcing.JOBS, *monthly.JOBS),
    hourly=monthly.HOURLY,
    findables=(looking.FINDABLE,),
    media=Media(handlers.photo_came, asking.words_in_private),
    edited=edits.edited,
)
