"""The "/" menus, derived from the features: per role and language, set only when they change."""

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
)
from telegram.error import BadRequest, TelegramError

from bot.clock import Alarm, Clock
from bot.sending import fault_of
from commands.kit import Feature, Role
from locales import LANGUAGES, Catalogues, plain
from storage import chats, menus, people
from storage.database import Database

log = logging.getLogger(__name__)

CODES = {"zh_CN": "zh", "en": "en"}
"""Bot API: `language_code` of a menu is a two-letter ISO 639-1 code, or empty for everybody."""
GATHERING = 2.0
"""Seconds after a commit: many changes are looked at once."""


@dataclass(frozen=True)
class Menu:
    """Who sees it, in which language (empty: all others), and what is in it."""

    scope: BotCommandScope
    code: str
    commands: tuple[tuple[str, str], ...]

    @property
    def key(self) -> tuple[str, str]:
        return json.dumps(self.scope.to_dict(), sort_keys=True), self.code

    @property
    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.commands).encode()).hexdigest()


class Menus:
    """Keeps Telegram's menus as the features, the roles and the words are."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        bot: Bot,
        catalogues: Catalogues,
        features: tuple[Feature, ...],
        alarm: Alarm,
    ) -> None:
        self._db = db
        self._clock = clock
        self._bot = bot
        self._catalogues = catalogues
        self._features = features
        self._alarm = alarm
        self._refused: set[Menu] = set()
        self._entries = cache(self._entries_of)

    async def run(self) -> None:
        """Sets what differs, now and after commits: roles may have changed. Never ends."""
        while True:
            await self._set_changed()
            await self._alarm.wait(None)
            await self._clock.sleep(GATHERING)

    async def _set_changed(self) -> None:
        known = await menus.digests(self._db)
        wanted = {menu.key: menu for menu in await self._wanted()}
        for key, menu in wanted.items():
            if known.get(key) != menu.digest and menu not in self._refused:
                await self._set(menu)
        for key in known.keys() - wanted.keys():
            await self._remove(*key)

    async def _set(self, menu: Menu) -> None:
        entries = [BotCommand(name, text) for name, text in menu.commands]
        try:
            await self._bot.set_my_commands(entries, menu.scope, menu.code or None)
        except BadRequest as error:
            log.info("A menu was refused: %s", fault_of(error))
            self._refused.add(menu)
        except TelegramError as error:
            log.warning("A menu is not set yet: %s", fault_of(error))
        else:
            await menus.was_set(self._db, *menu.key, menu.digest)

    async def _remove(self, scope: str, code: str) -> None:
        try:
            await self._bot.delete_my_commands(
                BotCommandScope.de_json(json.loads(scope)), code or None
            )
        except BadRequest as error:
            log.info("A menu was gone already: %s", fault_of(error))
        except TelegramError as error:
            log.warning("A menu is not removed yet: %s", fault_of(error))
            return
        await menus.was_removed(self._db, scope, code)

    async def _wanted(self) -> list[Menu]:
        everybody = (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats())
        wanted = [menu for scope in everybody for menu in self._menus(scope, Role.MEMBER)]
        groups = await chats.joined(self._db)
        for person, role in await self._people_with_roles():
            if person.is_reachable:
                wanted += self._menus(BotCommandScopeChat(person.id), role)
            for group in groups:
                wanted += self._menus(BotCommandScopeChatMember(group.id, person.id), role)
        return wanted

    async def _people_with_roles(self) -> list[tuple[people.Person, Role]]:
        return [
            (person, Role.STAFF if person.is_staff else Role.LIAISON)
            for person in await people.with_roles(self._db)
        ]

    def _menus(self, scope: BotCommandScope, role: Role) -> Iterator[Menu]:
        for language in LANGUAGES:
            code = "" if language == self._catalogues.default else CODES[language]
            yield Menu(scope, code, self._entries(language, role))

    def _entries_of(self, language: str, role: Role) -> tuple[tuple[str, str], ...]:
        words = self._catalogues.words(language)
        return tuple(
            (command.name, plain(words.t(command.help)))
            for feature in self._features
            for command in feature.commands
            if command.is_listed_for(role)
        )
