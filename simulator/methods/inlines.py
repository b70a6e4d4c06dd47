"""answerInlineQuery: what is shown below `@bot words`, and what choosing it would post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.methods.keyboards import inline_markup
from simulator.methods.params import Params
from simulator.methods.queries import open_query
from simulator.methods.words import formatted
from simulator.world.refusal import bad
from simulator.world.speech import TEXT_LIMIT
from simulator.world.utf16 import units

if TYPE_CHECKING:
    from simulator.world.values import Json
    from simulator.world.world import World

# Bot API, answerInlineQuery: at most 50 results; an id has 1-64 bytes; an offset up to 64 bytes.
RESULTS_LIMIT = 50
RESULT_ID_LIMIT = 64
OFFSET_LIMIT = 64
# Bot API, InlineQueryResultsButton: 1-64 characters of A-Z, a-z, 0-9, _ and -.
START_PARAMETER = re.compile("[A-Za-z0-9_-]{1,64}")


def answer_inline_query(world: World, params: Params) -> bool:
    """Shows results to the one who asked; a list that was answered before is replaced."""
    query = open_query(world, params.text("inline_query_id"))
    results = params.objects("results") or []
    if len(results) > RESULTS_LIMIT:
        raise bad("RESULTS_TOO_MUCH")
    ids = [Params(result, {}).text("id") for result in results]
    if any(not 1 <= len(one.encode()) <= RESULT_ID_LIMIT for one in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    offset = params.text("next_offset")
    if len(offset.encode()) > OFFSET_LIMIT:
        raise bad("NEXT_OFFSET_INVALID")
    params.integer("cache_time")
    contents = {
        one: content_of(world, Params(result, {})) for one, result in zip(ids, results, strict=True)
    }
    query.contents = {one: content for one, content in contents.items() if content}
    query.answer = {"results": results, "next_offset": offset, "button": button_of(params)}
    told = {"query": query.id, "person": query.person} | query.answer
    world.tell("answer", query.chat, told)
    return True


def content_of(world: World, result: Params) -> Json | None:
    """The message of an article, checked as a sent one is; None for other kinds of results."""
    if result.text("type") != "article":
        return None
    if not result.text("title"):
        raise bad("ARTICLE_TITLE_EMPTY")
    given = result.object("input_message_content")
    if given is None:
        raise bad("MESSAGE_TEXT_EMPTY")
    text, found = formatted(world, Params(given, {}), "message_text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    markup = inline_markup(result)
    keys = {"reply_markup": markup} if markup else {}
    return {"text": text} | ({"entities": found} if found else {}) | keys


def button_of(params: Params) -> Json | None:
    """The button above the results, which opens the private chat."""
    given = params.object("button")
    if given is None:
        return None
    button = Params(given, {})
    if not button.text("text"):
        raise bad("BUTTON_TEXT_INVALID")
    start = button.text("start_parameter")
    if "web_app" not in button and not START_PARAMETER.fullmatch(start):
        raise bad("START_PARAM_INVALID")
    return given


METHODS = {"answerInlineQuery": answer_inline_query}
