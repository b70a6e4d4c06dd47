"""What people do with exports: ask for one, by name or by number."""

from commands.exports import views
from commands.exports.rules import chosen, exports_of
from commands.kit import Button, Export, Talk


async def export(talk: Talk) -> None:
    """`/export notice 12`: a file with people's names goes to a private chat, never to a group."""
    exports = exports_of(talk.features, talk.asker.role)
    wanted, args = chosen(exports, talk.args)
    if wanted is None:
        offers = [button for one in exports for button in await _offers(talk, one)]
        await talk.reply(views.how_to(talk.words, exports, offers))
    elif talk.private_chat is None:
        await talk.reply(views.start_first(talk.words, talk.args))
    else:
        why_not = await wanted.handle(talk, args, talk.private_chat)
        if why_not is not None:
            await talk.say(why_not)
        elif not talk.place.is_private:
            await talk.say(views.comes_in_private(talk.words))


async def _offers(talk: Talk, export: Export) -> tuple[Button, ...]:
    return await export.offers(talk) if export.offers else ()
