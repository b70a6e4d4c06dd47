"""A draft is kept, dropped, or undone again."""

from commands.kit import Talk
from commands.points.keepers import is_kept_by
from commands.points.keeping import asking
from commands.points.keeping.writing import the_draft
from storage import point_drafts


async def keep(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From now on everybody sees it."""
    draft = await the_draft(talk, numbers)
    if draft is not None:
        who = talk.asker.person.id
        outcome = await point_drafts.keep(talk.store, draft.id, who, talk.now)
        await talk.toast(asking.outcome(talk.words, outcome), alert=asking.is_serious(outcome))


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    draft = await the_draft(talk, numbers)
    if draft is not None:
        await point_drafts.drop(talk.store, draft.id, talk.now)


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    """As long as nobody changed the point since."""
    draft = await point_drafts.one(talk.store, numbers[0]) if numbers else None
    if draft is None or not is_kept_by(talk, draft.organisation_id):
        await talk.toast(asking.not_yours(talk.words), alert=True)
        return
    outcome = await point_drafts.undo(talk.store, draft.id, talk.asker.person.id, talk.now)
    await talk.toast(asking.outcome(talk.words, outcome), alert=asking.is_serious(outcome))
