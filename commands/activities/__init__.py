"""Activities: what organisations did, told by an album of photos and its caption."""

from functools import partial

from commands.activities import handlers, photos
from commands.activities.looking import queries
from commands.activities.looking.cards import MORE
from commands.activities.looking.lists import SHOW, TURN
from commands.activities.reporting import corrections
from commands.activities.reporting.questions import SET_ORGANISATION
from commands.activities.reporting.receipts import FIX_ORGANISATION
from commands.activities.rules import QUESTIONS
from commands.kit import Command, Delivery, Feature, Media, Press, Role
from locales import message
from storage.photos import ASK_WORDS, RECEIPT

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
        ),
        Command(
            name="activities",
            chinese=("活动列表",),
            help=message("Activities, of an organisation or a month"),
            handle=queries.listed,
            example=message("grain depot 2016-08"),
        ),
        Command(
            name="activity",
            chinese=("活动详情",),
            help=message("One activity with its photos"),
            handle=queries.shown,
            example=message("3"),
        ),
        *photos.COMMANDS,
    ),
    presses=(
        *(Press(one.press, partial(corrections.ask, one)) for one in QUESTIONS),
        Press(FIX_ORGANISATION, corrections.choose_organisation),
        Press(SET_ORGANISATION, corrections.set_organisation),
        Press(TURN, queries.turned),
        Press(SHOW, queries.show_pressed),
        Press(MORE, queries.more_photos),
        *photos.PRESSES,
    ),
    deliveries=(
        Delivery(
            RECEIPT,
            handlers.receipt,
            title=message("Receipt for an activity"),
            number=handlers.number_of,
            on_reply=handlers.receipt_answered,
        ),
        Delivery(
            ASK_WORDS,
            handlers.what_was_it,
            title=message("Question what photos show"),
            on_reply=handlers.words_came,
        ),
        *(
            Delivery(
                one.kind,
                partial(corrections.question_of, one),
                title=message("Question about an activity"),
                number=handlers.number_of,
                on_reply=partial(corrections.answer, one),
            )
            for one in QUESTIONS
        ),
        *photos.DELIVERIES,
    ),
    media=Media(handlers.photo_came),
)
