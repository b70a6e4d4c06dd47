"""What people do through the control API: an act of the world, and what its answer is called."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from simulator.http import asked
from simulator.world import World


@dataclass(frozen=True)
class Act:
    """An act's function; `answers` names what it gives back, "" for nothing."""

    do: Callable[..., Any]
    answers: str = ""

    def __call__(self, world: World, body: asked.Body) -> asked.Body:
        """Does it with the body's fields; raises Refusal."""
        done = asked.call(partial(self.do, world), body)
        return {self.answers: done} if self.answers else {}


ACTS = {
    "start": Act(World.start, "message"),
    "say": Act(World.say, "message"),
    "edit": Act(World.edit),
    "delete": Act(World.delete),
    "location": Act(World.send_location, "message"),
    "venue": Act(World.send_venue, "message"),
    "contact": Act(World.send_contact, "message"),
    "forward": Act(World.forward, "message"),
    "forward_album": Act(World.forward_album, "messages"),
    "press": Act(World.press, "query"),
    "react": Act(World.react),
    "vote": Act(World.vote),
    "inline": Act(World.ask_inline, "query"),
    "choose": Act(World.choose_inline, "message"),
    "join": Act(World.join),
    "leave": Act(World.leave),
    "remove": Act(World.remove),
    "promote": Act(World.promote),
    "add_bot": Act(World.add_bot),
    "remove_bot": Act(World.remove_bot),
    "block": Act(World.block),
    "unblock": Act(World.unblock),
    "upgrade": Act(World.upgrade, "chat"),
    "topic": Act(World.add_topic, "topic"),
    "rename_topic": Act(World.rename_topic),
    "close_topic": Act(World.close_topic),
    "reopen_topic": Act(World.reopen_topic),
    "delete_topic": Act(World.delete_topic),
    "link": Act(World.follow, "chat"),
}
