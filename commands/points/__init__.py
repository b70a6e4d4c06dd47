"""The service map (服务地图): what is near, when it is open, and whom to call."""

from commands.kit import Command, Delivery, Feature, Findable, Press, Task
from commands.points import checking, files, handlers, hits, keeping, nearby
from commands.points.keeping import writing
from commands.points.questions import QUESTIONS
from locales import message
from storage.point_questions import WHERE
from storage.sources import POINT

FEATURE = Feature(
    name="points",
    title=message("Service map"),
    commands=(
        Command(
            "nearby",
            ("附近",),
            message("What is within fifteen minutes by foot, and open now"),
            nearby.nearby,
            example=message("Xinglong clinic"),
            tasks=(Task(message("What is near me?"), is_alone=True),),
        ),
        Command(
            "points",
            ("服务点", "服务地图"),
            message("Service points: hours, phone, place; liaisons keep them up"),
            handlers.listed,
            example=message("Xinglong hall"),
        ),
    ),
    presses=(
        Press("points.near", nearby.around),
        Press("points.turn", nearby.turn),
        Press("points.kinds", nearby.kinds),
        Press("points.ask", nearby.ask),
        Press("points.show", handlers.show),
        Press("points.all", handlers.every),
        Press("points.of", handlers.of),
        *keeping.PRESSES,
        *checking.PRESSES,
        *files.PRESSES,
    ),
    deliveries=(
        Delivery(WHERE, nearby.where, title=message("Question where somebody is")),
        *keeping.DELIVERIES,
        *checking.DELIVERIES,
        *files.DELIVERIES,
    ),
    jobs=checking.JOBS,
    hourly=checking.HOURLY,
    exports=files.EXPORTS,
    written=writing.written,
    location=nearby.here,
    questions=QUESTIONS,
    findables=(
        Findable(
            POINT,
            title=message("<b>🗺 Service points</b>"),
            more=message("More service points ›"),
            show=hits.show,
            press="points.show",
            row=2,
        ),
    ),
)
