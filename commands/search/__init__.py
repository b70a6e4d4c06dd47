"""Search: one question over all that the features let be found."""

from commands.kit import Command, Delivery, Feature, Job, Press, Task
from commands.search import handlers, inline
from commands.search.questions import QUESTIONS
from commands.search.views import ALL, KIND, TAG
from locales import message
from storage.findings import INDEX
from storage.searches import ASK

FEATURE = Feature(
    name="search",
    title=message("Search"),
    commands=(
        Command(
            name="find",
            chinese=("查找", "搜索"),
            help=message("Find organisations, notices, activities by a word"),
            handle=handlers.find,
            example=message("clinic"),
            tasks=(Task(message("I am looking for something")),),
        ),
    ),
    questions=QUESTIONS,
    inline=inline.found,
    presses=(
        Press(KIND, handlers.turned),
        Press(ALL, handlers.back),
        Press(TAG, handlers.by_tag),
    ),
    deliveries=(
        Delivery(
            ASK,
            handlers.question,
            title=message("Question what is looked for"),
            on_reply=handlers.answered,
        ),
    ),
    jobs=(Job(INDEX, handlers.go_on),),
)
