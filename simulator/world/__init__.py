"""The world behind the simulated Bot API: people, chats, messages, updates."""

from simulator.world.values import Chat, Event, Person, Refusal, Request, Rules, Upload
from simulator.world.world import World

__all__ = ["Chat", "Event", "Person", "Refusal", "Request", "Rules", "Upload", "World"]
