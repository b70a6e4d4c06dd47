"""What is kept of somebody: handed out to them, and forgotten when they wish it."""

from commands.kit import Command, Delivery, Feature, Press
from commands.privacy import handlers
from commands.privacy.questions import QUESTIONS
from commands.privacy.views import ASK, DATA, FORGET
from locales import message
from storage.forgetting import BARE

FEATURE = Feature(
    name="privacy",
    title=message("Your data"),
    commands=(
        Command(
            "mydata",
            ("我的数据",),
            message("All that is kept about you, to read and to take along"),
            handlers.mydata,
            personal=True,
        ),
        Command(
            "forget",
            ("删除我的数据",),
            message("Have your name and what is yours deleted"),
            handlers.ask,
            personal=True,
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press(DATA, handlers.hand_out),
        Press(ASK, handlers.ask_again),
        Press(FORGET, handlers.forget),
    ),
    deliveries=(
        Delivery(BARE, handlers.bare, title=message("News of an organisation without a liaison")),
    ),
)
