"""sendPoll and stopPoll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.keyboards import inline_markup
from simulator.methods.params import Params
from simulator.methods.sending import send
from simulator.methods.target import message_of, writable_chat
from simulator.world import entities
from simulator.world.refusal import bad
from simulator.world.utf16 import units
from simulator.world.values import Ballot

if TYPE_CHECKING:
    from simulator.world.values import Json
    from simulator.world.world import World

# Bot API, sendPoll and InputPollOption, in characters.
QUESTION_LIMIT = 300
OPTION_LIMIT = 100
OPTIONS = range(1, 13)
EXPLANATION_LIMIT, EXPLANATION_LINES = 200, 2
KINDS = ("regular", "quiz")


def send_poll(world: World, params: Params) -> Json:
    sent = send(world, params, {"poll": poll_of(world, params)})
    message = world.chats[sent["chat"]["id"]].messages[sent["message_id"]]
    world.polls[sent["poll"]["id"]] = Ballot(message)
    return sent


def poll_of(world: World, params: Params) -> Json:
    """The Bot API's `Poll`, with nobody's vote yet."""
    kind = params.text("type") or "regular"
    options = [option(number, given) for number, given in enumerate(params.array("options") or [])]
    if len(options) not in OPTIONS:
        raise bad(f"poll must have {OPTIONS.start}-{OPTIONS.stop - 1} answer options")
    if kind not in KINDS:
        raise bad("unsupported poll type specified")
    poll: Json = {
        "id": str(6_000_000_000_000_000_000 + next(world.serial)),
        "options": options,
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": "is_anonymous" not in params or params.flag("is_anonymous"),
        "type": kind,
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": revoting(params, kind),
        "members_only": params.flag("members_only"),
    }
    return poll | question(params) | answers(params, kind, len(options)) | explained(params, kind)


def revoting(params: Params, kind: str) -> bool:
    """Bot API, sendPoll: defaults to False for quizzes and to True for regular polls."""
    return params.flag("allows_revoting") if "allows_revoting" in params else kind == "regular"


def question(params: Params) -> Json:
    text, found = formatted(params, "question")
    if not 1 <= units(text) <= QUESTION_LIMIT:
        raise bad(f"poll question length must be 1-{QUESTION_LIMIT}")
    return {"question": text} | ({"question_entities": found} if found else {})


def formatted(params: Params, name: str) -> entities.Parsed:
    """Bot API, sendPoll: of all entities only custom emoji are kept."""
    text, found = entities.parse(
        params.text(name), params.text(f"{name}_parse_mode"), params.objects(f"{name}_entities")
    )
    return text, [one for one in found if one["type"] == "custom_emoji"]


def option(number: int, given: object) -> Json:
    """A `PollOption` from an `InputPollOption`, or from the plain string of older bots."""
    fields = Params(given if isinstance(given, dict) else {"text": given}, {})
    text, found = formatted(fields, "text")
    if not 1 <= units(text) <= OPTION_LIMIT:
        raise bad(f"poll option length must be 1-{OPTION_LIMIT}")
    made: Json = {"persistent_id": f"option{number}", "text": text, "voter_count": 0}
    return made | ({"text_entities": found} if found else {})


def answers(params: Params, kind: str, options: int) -> Json:
    """Which options of a quiz are right."""
    if kind != "quiz":
        return {}
    correct = params.integers("correct_option_ids")
    if not correct and "correct_option_id" in params:  # as older bots say it
        correct = [number for number in [params.integer("correct_option_id")] if number is not None]
    if not correct or not set(correct) <= set(range(options)) or correct != sorted(set(correct)):
        raise bad("wrong correct option ID specified")
    return {"correct_option_ids": correct}


def explained(params: Params, kind: str) -> Json:
    """What is shown to who chose a wrong option of a quiz."""
    text, found = entities.parse(
        params.text("explanation"),
        params.text("explanation_parse_mode"),
        params.objects("explanation_entities"),
    )
    if not text or kind != "quiz":
        return {}
    if units(text) > EXPLANATION_LIMIT or text.count("\n") > EXPLANATION_LINES:
        raise bad("message is too long")
    return {"explanation": text} | ({"explanation_entities": found} if found else {})


def stop_poll(world: World, params: Params) -> Json:
    """Closes the bot's own poll; its final state is the answer, and an update."""
    message = message_of(writable_chat(world, params), params, "edit")
    if message.author != world.bot.id or "poll" not in message.json:
        raise bad("message with poll to stop not found")
    poll: Json = message.json["poll"]
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    poll["is_closed"] = True
    message.json.pop("reply_markup", None)
    markup = inline_markup(params)
    message.json |= {"reply_markup": markup} if markup else {}
    world.count_votes(poll["id"])
    return poll


METHODS = {"sendPoll": send_poll, "stopPoll": stop_poll}
