"""Courses (在线党课, 微党课): short lessons in order, a quiz at the end, one's own progress."""

from commands.courses import (
    books,
    figures,
    handlers,
    hits,
    managing,
    publishing,
    reminding,
    writing,
)
from commands.courses.asked import ASKED
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
    Task,
    Urgency,
)
from commands.kit.features import PressHandler
from locales import message
from storage.course_reminders import REMIND
from storage.course_writings import PROMPT
from storage.courses import ANNOUNCEMENT
from storage.lessons import RECEIPT
from storage.sittings import QUESTION, RESULT
from storage.sources import COURSE
from storage.studies import FINISHED, LESSON, PAPERS, PICTURES

READERS: dict[str, PressHandler] = {
    "list": handlers.turned,
    "read": handlers.read,
    "sit": handlers.sit,
    "remind": handlers.remind,
}
STAFF: dict[str, PressHandler] = {
    "new": managing.new,
    "stop": managing.stop,
    "desk": managing.desk,
    "add": managing.add,
    "ask": managing.ask,
    "retitle": managing.retitle,
    "lessons": managing.lesson_list,
    "lesson": managing.lesson,
    "reword": managing.reword,
    "more": managing.more,
    "clear": managing.clear,
    "up": managing.lesson_up,
    "drop": managing.drop,
    "undrop": managing.undrop,
    "asks": managing.question_list,
    "question": managing.question,
    "correct": managing.correct,
    "qup": managing.question_up,
    "qdrop": managing.question_drop,
    "right": managing.right,
    "plain": managing.plain,
    "shares": managing.shares,
    "share": managing.share,
    "publish": publishing.publish,
    "open": publishing.open_,
    "tell": publishing.tell,
    "retire": publishing.retire,
    "sure": publishing.sure,
    "retired": publishing.retired,
    "figures": figures.figures,
}


FEATURE = Feature(
    name="courses",
    title=message("Courses"),
    commands=(
        Command(
            "courses",
            ("党课", "在线党课", "微党课"),
            message("Short courses with a quiz at the end, and how far you are"),
            handlers.listed,
            tasks=(Task(message("I want to learn: the courses"), is_alone=True),),
        ),
    ),
    questions=ASKED,
    presses=(
        Press("courses.show", handlers.show),
        *(Press(f"courses.{name}", handle, alone=True) for name, handle in READERS.items()),
        *(
            Press(f"courses.{name}", handle, who=Role.STAFF, alone=True)
            for name, handle in STAFF.items()
        ),
    ),
    deliveries=(
        Delivery(PICTURES, handlers.pictures, title=message("Pictures of a lesson")),
        Delivery(PAPERS, handlers.papers, title=message("Files of a lesson")),
        Delivery(
            LESSON,
            handlers.lesson_card,
            title=message("Lesson of a course"),
        ),
        Delivery(
            QUESTION,
            handlers.question,
            title=message("Question of a quiz"),
            on_quiz=handlers.answered,
        ),
        Delivery(RESULT, handlers.result, title=message("How a quiz went")),
        Delivery(FINISHED, handlers.finished, title=message("A course is finished")),
        Delivery(
            REMIND,
            reminding.reminder,
            title=message("Reminder of a course"),
            urgency=Urgency.BROADCAST,
        ),
        Delivery(
            ANNOUNCEMENT,
            publishing.announcement,
            title=message("Announcement of a course"),
        ),
        Delivery(
            PROMPT,
            writing.prompt,
            title=message("Question about a course"),
            on_reply=writing.replied,
        ),
        Delivery(
            RECEIPT, writing.receipt, title=message("Receipt of a lesson"), on_reply=writing.replied
        ),
        Delivery(books.BOOK, Making(books.make), title=message("Excel sheet of courses")),
    ),
    jobs=(Job(REMIND, reminding.remind),),
    exports=(
        Export(
            name="courses",
            chinese=("党课",),
            help=message("How many have finished which course, as an Excel sheet"),
            handle=books.export,
            example=message("linkages"),
        ),
    ),
    findables=(
        Findable(
            COURSE,
            title=message("<b>📚 Courses</b>"),
            more=message("More courses ›"),
            show=hits.show,
            press="courses.show",
            row=1,
        ),
    ),
    written=writing.written,
)
