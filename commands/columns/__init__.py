"""Columns (栏目) of the street office: articles, who follows them, guides that can be asked for."""

from commands.columns import (
    correcting,
    following,
    guides,
    handlers,
    hits,
    managing,
    posting,
    topics,
    writing,
)
from commands.columns.asked import ASKED
from commands.kit import (
    Command,
    Delivery,
    Feature,
    Findable,
    Job,
    Making,
    Press,
    Role,
    Task,
    Urgency,
)
from commands.kit.features import PressHandler
from locales import message
from storage.article_files import CARD
from storage.articles import (
    CONTENT,
    DOCUMENTS,
    FILES,
    PICTURES,
    POST,
    QUESTIONS,
    TEXT,
    TITLE,
)
from storage.follows import GATHER, GATHERING
from storage.publications import HITCH
from storage.sources import ARTICLE

FOR_ALL: dict[str, PressHandler] = {
    "list": handlers.front,
    "open": handlers.opened,
    "more": handlers.more,
    "read": handlers.read,
    "page": handlers.page,
    "follow": handlers.follow,
    "leave": following.unfollow,
}
FOR_STAFF: dict[str, PressHandler] = {
    "card": writing.show,
    "waiting": writing.waiting,
    "pick": writing.pick,
    "groups": writing.groups,
    "main": writing.main,
    "into": writing.into,
    "to": writing.to,
    "bare": writing.bare,
    "publish": writing.send,
    "discard": writing.discard,
    **{f"ask_{one}": correcting.asks(one) for one in (TITLE, TEXT, FILES)},
    "withdraw": correcting.withdraw,
    "restore": correcting.restore,
    "versions": correcting.versions,
    "version": correcting.version,
    "revert": correcting.revert,
    "manage": managing.listed,
    "edit": managing.opened,
    "name": managing.ask_name,
    "new": managing.ask_new,
    "up": managing.raise_up,
    "under": managing.under,
    "put": managing.put,
    "retire": managing.retire,
    "revive": managing.restore,
    "topics": topics.groups,
    "forum": topics.of_group,
    "topic": topics.of_column,
    "topic_new": topics.make,
    "topic_all": topics.make_all,
    "topic_is": topics.bind,
    "topic_no": topics.unbind,
}
QUESTION = message("Question about an article")
IN_A_GROUP = message("Article in a group")

FEATURE = Feature(
    name="columns",
    title=message("Columns"),
    commands=(
        Command(
            "columns",
            ("栏目",),
            message("The street office's columns: news, guides, policies"),
            handlers.listed,
            tasks=(
                Task(message("I want to read what the street office publishes"), is_alone=True),
            ),
        ),
        Command(
            "guide",
            ("办事",),
            message("How something is done: ask for a guide"),
            guides.guide,
            example=message("senior card"),
            tasks=(Task(message("How do I get something done?")),),
        ),
        Command(
            "article",
            ("文章",),
            message("One article"),
            handlers.by_number,
            listed=False,
            example=message("3"),
        ),
        Command(
            "publish",
            ("发布",),
            message("Put an article into a column: as a reply to any message, or step by step"),
            writing.publish,
            who=Role.STAFF,
            personal=True,
            tasks=(Task(message("I want to publish an article"), Role.STAFF, is_alone=True),),
        ),
        Command(
            "topic",
            ("栏目话题",),
            message("Topics of a group for the columns: make them, or bind one"),
            topics.topic,
            who=Role.STAFF,
        ),
    ),
    questions=ASKED,
    front=handlers.front,
    presses=(
        *(Press(f"columns.{name}", handle) for name, handle in FOR_ALL.items()),
        *(
            Press(f"columns.{name}", handle, who=Role.STAFF, alone=True)
            for name, handle in FOR_STAFF.items()
        ),
        Press("columns.here", topics.bind_here, who=Role.STAFF),
    ),
    deliveries=(
        Delivery(
            CARD,
            Making(posting.card),
            title=message("Card of an article"),
            on_reply=correcting.added,
        ),
        *(
            Delivery(
                QUESTIONS[one],
                correcting.question(one),
                title=QUESTION,
                on_reply=correcting.answered(one),
            )
            for one in (TITLE, TEXT, CONTENT, FILES)
        ),
        Delivery(
            managing.NAME,
            managing.name_question,
            title=message("Question about a column"),
            on_reply=managing.renamed,
        ),
        Delivery(
            managing.NEW,
            managing.new_question,
            title=message("Question about a column"),
            on_reply=managing.named,
        ),
        *(
            Delivery(
                kind,
                render,
                title=IN_A_GROUP,
                urgency=Urgency.BOARD,
                hindered=posting.hindered,
            )
            for kind, render in (
                (PICTURES, posting.enclosed(papers=False)),
                (DOCUMENTS, posting.enclosed(papers=True)),
                (POST, posting.post),
            )
        ),
        Delivery(HITCH, posting.hitch, title=message("Trouble with an article in a group")),
        Delivery(
            GATHERING,
            following.gathering,
            title=message("What is new in columns"),
            urgency=Urgency.BROADCAST,
            unreached=following.unreached,
        ),
    ),
    jobs=(Job(GATHER, following.gather),),
    hourly=(following.look_ahead,),
    findables=(
        Findable(
            ARTICLE,
            title=message("<b>📰 Articles</b>"),
            more=message("More articles ›"),
            show=hits.show,
            press="columns.read",
            row=1,
        ),
    ),
)
