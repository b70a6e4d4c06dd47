"""Finds whose it is, checks who may, and lets the feature's handler answer."""

import json
from dataclasses import dataclass, field, replace
from functools import partial

from telegram import Bot, Update

from bot import anonymous
from bot.parsing import Spoken
from bot.proofs import Proofs
from bot.reading import Incoming, Used, read
from bot.refusals import unknown_button
from bot.routes import Routes
from bot.talks import Talks
from commands.kit import Command, Role, Talk, is_number, read_payload, refusal, unpack
from commands.kit.refusals import in_private_alone
from storage import confirmations, deliveries
from storage.confirmations import SettledError

START = "start"


@dataclass
class Dispatch:
    """One message or press to one handler, or to none."""

    routes: Routes
    talks: Talks
    bot: Bot
    proofs: Proofs = field(init=False)

    def __post_init__(self) -> None:
        owners = self.routes.deliveries.values()
        self.proofs = Proofs(self.talks.db, self.talks.outlet.pin, owners)

    async def press(self, talk: Talk, incoming: Incoming) -> None:
        """A button: its data is opaque ids, and anybody may forge it."""
        await self._prove(talk, incoming)
        name, numbers = unpack(incoming.data)
        press = self.routes.presses.get(name)
        if name == anonymous.CONFIRM and len(numbers) == 1:
            await self._confirm(talk, incoming, numbers[0])
        elif press is None:
            await talk.toast(unknown_button(talk.words))
        elif talk.asker.role < press.who:
            await talk.toast(refusal(talk.words, press.who), alert=True)
        elif press.alone and not talk.place.is_private:
            await talk.toast(in_private_alone(talk.words), alert=True)
        else:
            await press.handle(talk, numbers)

    async def reaction(self, talk: Talk) -> None:
        """A change of reactions to one of our messages, if that means something to its feature."""
        shown = await deliveries.shown_by(talk.store, talk.place.id, talk.message.id)
        owner = self.routes.deliveries.get(shown.kind) if shown else None
        if shown is not None and owner is not None and owner.on_reaction is not None:
            await owner.on_reaction(talk, shown.subject_id)

    async def quiz(self, talk: Talk, incoming: Incoming) -> None:
        """An answer to one of our quizzes, by the one to whom it was sent; others' are none."""
        row = await self.proofs.quizzed(incoming.poll_id, talk.place.id, talk.now)
        owner = self.routes.deliveries.get(row.kind) if row else None
        if row is not None and owner is not None and owner.on_quiz is not None:
            await owner.on_quiz(talk, row.subject_id)

    async def message(self, talk: Talk, incoming: Incoming) -> None:
        """A command, a reply to one of our messages, a photo, or words that nothing explains."""
        await self._prove(talk, incoming)
        spoken = self.routes.vocabulary.read(incoming.message.text)
        if spoken is not None and spoken.command is not None:
            command, talk.args = self._followed(spoken.command, spoken.args)
            await self._command(talk, command, spoken, incoming)
        elif not incoming.is_anonymous_admin:
            await self._other(talk, spoken, incoming.used)

    async def edit(self, talk: Talk, incoming: Incoming) -> None:
        """Words that somebody changed; the first feature that knows the message answers."""
        if incoming.is_anonymous_admin:
            return
        spoken = self.routes.vocabulary.read(incoming.message.text)
        command = spoken.command if spoken else None
        talk.args = spoken.args if spoken else ""
        for edited in self.routes.edited:
            if await edited(talk, command) is not False:
                return

    async def _prove(self, talk: Talk, incoming: Incoming) -> None:
        """A message of ours that somebody uses has arrived, whatever the network said."""
        if incoming.used is not None and incoming.used.author_id == self.bot.id:
            await self.proofs.weigh(talk.place.id, incoming.used, talk.now)

    def _followed(self, command: Command, args: str) -> tuple[Command, str]:
        """A link's `/start PAYLOAD` is the command that the payload names."""
        if command.name == START and args:
            name, words = read_payload(args)
            return self.routes.vocabulary.named(name) or command, words
        return command, args

    async def _command(
        self, talk: Talk, command: Command, spoken: Spoken, incoming: Incoming
    ) -> None:
        if command.by_number and is_number(talk.args):
            await command.by_number(talk)
        elif incoming.is_anonymous_admin and (command.personal or command.who > Role.MEMBER):
            update_id, place = incoming.update_id, talk.place
            await anonymous.ask(talk.store, update_id, place.id, talk.message.id, talk.now)
        elif talk.asker.role >= command.who:
            await command.handle(talk)
        elif talk.place.is_private or not spoken.bare:
            await talk.say(refusal(talk.words, command.who))

    async def _other(self, talk: Talk, spoken: Spoken | None, used: Used | None) -> None:
        media, otherwise = self.routes.media, self.routes.otherwise
        if talk.message.contact is not None and talk.place.is_private and self.routes.contact:
            await self.routes.contact(talk)
            return
        if talk.message.reply_to is not None and await self._reply(talk, used):
            return
        if spoken is None and (await self._written(talk) or await self._located(talk)):
            return
        if media is not None and talk.asker.role >= media.who:
            file = talk.message.attachment
            if file is not None and file.is_shown:
                await media.handle(talk)
                return
            is_words = talk.place.is_private and spoken is None and bool(talk.message.text)
            if is_words and await media.words(talk):
                return
        if spoken is None and (
            await self._document(talk) or await self._asked(talk) or await self._overheard(talk)
        ):
            return
        is_called = self.routes.vocabulary.without_call(talk.message.text) != talk.message.text
        begins = is_called and talk.message.text.lstrip().startswith("@")
        if otherwise and (talk.place.is_private or (spoken is not None and spoken.to_us) or begins):
            await otherwise(talk)

    async def _written(self, talk: Talk) -> bool:
        """True when somebody is about to write something step by step, and this goes on with it."""
        if not talk.place.is_private:
            return False
        for heard in self.routes.written:
            if await heard(talk):
                return True
        return False

    async def _located(self, talk: Talk) -> bool:
        """True when somebody shared a place in private."""
        if talk.message.spot is None or not talk.place.is_private or not self.routes.location:
            return False
        await self.routes.location(talk)
        return True

    async def _overheard(self, talk: Talk) -> bool:
        """True when words to nobody in particular mean something to a feature."""
        is_private, text = talk.place.is_private, talk.message.text
        if talk.message.reply_to is not None and not is_private:
            return False
        said = [one for one in self.routes.overheard if is_private or one.means(text)]
        return any([await one.hear(talk) for one in said])

    async def _asked(self, talk: Talk) -> bool:
        """True for a question: in private, by our name, or in reply to a message of ours.

        A Chinese word with a command's sign that names none may be one: `/登记`.
        """
        text = talk.message.text
        words = self.routes.vocabulary.without_call(text).strip()
        is_meant = talk.place.is_private or words != text.strip()
        answered = talk.message.reply_to
        is_reply = answered is not None and answered.author_id == self.bot.id
        words = self.routes.vocabulary.without_sign(words)
        is_latin_command = words.isascii() and self.routes.vocabulary.is_command(text)
        if is_latin_command or talk.message.attachment is not None:
            return False
        if self.routes.asked is None or not (is_meant or is_reply):
            return False
        return bool(words) and await self.routes.asked(talk, words, may_offer=is_meant)

    async def _document(self, talk: Talk) -> bool:
        """True when a file from staff means something to a feature."""
        if talk.message.attachment is None or not talk.place.is_private:
            return False
        if talk.asker.role < Role.STAFF:
            return False
        for heard in self.routes.documents:
            if await heard(talk):
                return True
        return False

    async def _reply(self, talk: Talk, used: Used | None) -> bool:
        """True when the answered message is one of ours, and its feature hears replies to it."""
        answered = talk.message.reply_to
        if answered is None:
            return False
        shown = await deliveries.shown_by(talk.store, talk.place.id, answered.id)
        owner = self.routes.deliveries.get(shown.kind) if shown else None
        if shown is None or owner is None or owner.on_reply is None:
            return await self._replied(talk, used)
        return await owner.on_reply(talk, shown.subject_id) is not False

    async def _replied(self, talk: Talk, used: Used | None) -> bool:
        """The same by a button that it bears.

        What counts is the keyboard that Telegram has of our own message; nobody can forge it.
        """
        if used is None or used.author_id != self.bot.id:
            return False
        for name, numbers in map(unpack, used.data):
            press = self.routes.presses.get(name)
            if press is not None and press.on_reply is not None and numbers:
                return await press.on_reply(talk, numbers[0]) is not False
        return False

    async def _confirm(self, talk: Talk, incoming: Incoming, confirmation_id: int) -> None:
        """The command of an anonymous administrator, done in the name of the one who pressed."""
        raw = await confirmations.asked(talk.store, confirmation_id)
        original = read(_update(raw, self.bot), self.talks.catalogues) if raw else None
        spoken = self.routes.vocabulary.read(original.message.text) if original else None
        if raw is None or original is None or spoken is None or spoken.command is None:
            await talk.toast(talk.words.t("This was confirmed before."))
            return
        command, args = self._followed(spoken.command, spoken.args)
        if talk.asker.role < command.who:
            await talk.toast(refusal(talk.words, command.who), alert=True)
            return
        await self._in_the_name(
            talk,
            replace(original, person=incoming.person, update_id=incoming.update_id),
            command,
            args,
            confirmation_id,
        )

    async def _in_the_name(
        self, talk: Talk, original: Incoming, command: Command, args: str, confirmation_id: int
    ) -> None:
        settle = partial(anonymous.settle, confirmation_id=confirmation_id)
        own, store = await self.talks.begin(original, talk.now, (settle,))
        own.args = args
        try:
            await command.handle(own)
            await store.finish()
        except SettledError:
            await talk.toast(talk.words.t("This was confirmed before."))


def _update(raw: str, bot: Bot) -> Update:
    return Update.de_json(json.loads(raw), bot)
