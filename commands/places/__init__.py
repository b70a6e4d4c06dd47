"""The service map (服务地图): what is near, when it is open, and whom to call."""

from commands.kit import Command, Delivery, Feature, Findable, Press, Task
from commands.places import checking, files, handlers, hits, keeping, nearby
from commands.places.keeping import writing
from commands.places.questions import QUESTIONS
from locales import message
from storage.point_questions import WHERE
from storage.sources import POINT

FEATURE = Feature(
    name="places",
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
        Press("places.near", nearby.around),
        Press("places.turn", nearby.turn),
        Press("places.kinds", nearby.kinds),
        Press("places.ask", nearby.ask),
        Press("places.show", handlers.show),
        Press("places.all", handlers.every),
        Press("places.of", handlers.of),
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
            press="places.show",
            row=2,
        ),
    ),
)
