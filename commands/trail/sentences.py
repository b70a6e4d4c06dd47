"""An entry of the record as a sentence. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from commands.kit import clip
from commands.trail.subjects import FIELDS, NAMED
from commands.trail.values import SETTINGS, shown
from locales import Words, message
from storage.trails import Entry, Names

TITLE = 20
MOST = 3
"""So many columns of one change are spelt out."""
DOERS = {
    "desk": message("The office's desk"),
    "program": message("Gongjian"),
    "": message("A former member"),
}
BY_ITSELF = message("Gongjian, by itself")


@dataclass(frozen=True)
class Teller:
    """Says in the reader's words what entries say."""

    words: Words
    names: Names

    def line(self, one: Entry) -> Markup:
        """Who, when, what: one line."""
        return self.words.t(
            "<b>{who}</b>, {moment}: {what}",
            who=self.doer(one),
            moment=self.words.moment(one.at, self.words.zone),
            what=self.what(one),
        )

    def doer(self, one: Entry) -> Markup:
        if one.doer_id is not None:
            return self.person(one.doer_id)
        return self.words.t(DOERS.get(one.doer, BY_ITSELF))

    def what(self, one: Entry) -> Markup:
        """What was done, without who and when."""
        if one.is_blanked:
            return self.words.t("(what this said was deleted, as somebody wished whom it named)")
        special = _SPECIAL.get(one.subject)
        said = special(self, one) if special else None
        return said or self._changed(one)

    def person(self, person_id: int | None) -> Markup:
        name = self.names.people.get(person_id or 0)
        return Markup("{}").format(clip(name, TITLE)) if name else self.words.t("a former member")

    def organisation(self, organisation_id: int | None) -> Markup:
        name = self.names.organisations.get(organisation_id or 0)
        return self.words.t("“{name}”", name=name) if name else self.words.t("everybody")

    def notice(self, notice_id: int | None) -> Markup:
        number = self.names.notices.get(notice_id or 0)
        if number is None:
            return self.words.t("a draft notice")
        return self.words.t("notice {number}", number=number)

    def activity(self, activity_id: int | None) -> Markup:
        title = clip(self.names.activities.get(activity_id or 0) or "", TITLE)
        return self.words.t("activity {number} “{title}”", number=activity_id or 0, title=title)

    def thing(self, one: Entry) -> Markup:
        """What a change is of."""
        words, organisation = self.words, self.organisation(one.organisation_id)
        if one.subject in {"notices", "schedules"}:
            return self.notice(one.notice_id)
        if one.subject == "organisations":
            return organisation
        if one.subject == "visits":
            return words.t("a visit to {organisation}", organisation=organisation)
        if one.subject == "answers":
            notice = self.notice(one.notice_id)
            return words.t("the answer of {whose} to {notice}", whose=organisation, notice=notice)
        return self.activity(one.activity_id) if one.activity_id is not None else self._named(one)

    def _named(self, one: Entry) -> Markup:
        """What has a name of its own."""
        if one.subject == "preferences":
            return self.words.t(SETTINGS.get(str(one.key[0]), "{name}"), name=str(one.key[0]))
        named = (one.said(column) for column in ("name", "title", "words", "text", "what"))
        name = next(filter(None, named), None)
        said = self.words.t(NAMED.get(one.subject, "{name}"), name=one.subject)
        return self.words.t("{what} “{name}”", what=said, name=clip(name, TITLE)) if name else said

    def _changed(self, one: Entry) -> Markup:
        if one.before is None:
            return self.words.t("added {thing}", thing=self.thing(one))
        if one.after is None:
            return self.words.t("removed {thing}", thing=self.thing(one))
        fields = FIELDS.get(one.subject, {})
        columns = [name for name in one.after if name in fields]
        told = [self._field(one, name, fields[name]) for name in columns[:MOST]]
        rest = [self.words.t(fields[name]) for name in columns[MOST:]]
        told += [self.words.t("also {fields}", fields=self.words.list(rest))] if rest else []
        return self.words.t("changed {thing}: {what}", thing=self.thing(one), what=_joined(told))

    def _field(self, one: Entry, column: str, field: str) -> Markup:
        before, after = (
            shown(self.words, one.subject, column, columns.get(column))
            for columns in (one.before or {}, one.after or {})
        )
        said = self.words.t(field)
        return self.words.t(
            "{field} from “{before}” to “{after}”", field=said, before=before, after=after
        )


def _joined(told: list[Markup]) -> Markup:
    return Markup("; ").join(told)


def _staff(teller: Teller, one: Entry) -> Markup | None:
    person = teller.person(one.person_id)
    if one.said("is_staff"):
        return teller.words.t("made {person} staff", person=person)
    return teller.words.t("{person} is staff no more", person=person)


def _liaison(teller: Teller, one: Entry) -> Markup | None:
    person, organisation = teller.person(one.person_id), teller.organisation(one.organisation_id)
    who = {"person": person, "organisation": organisation}
    if one.after is None:
        return teller.words.t("{person} is no liaison of {organisation} any more", **who)
    if one.said("is_deputy"):
        return teller.words.t("made {person} deputy liaison of {organisation}", **who)
    return teller.words.t("made {person} liaison of {organisation}", **who)


def _membership(teller: Teller, one: Entry) -> Markup | None:
    person, organisation = teller.person(one.person_id), teller.organisation(one.organisation_id)
    who = {"person": person, "organisation": organisation}
    if one.after is None:
        return teller.words.t("{person} is no member of {organisation} any more", **who)
    return teller.words.t("made {person} a member of {organisation}", **who)


def _invitation(teller: Teller, one: Entry) -> Markup | None:
    organisation = teller.organisation(one.organisation_id)
    if one.before is None:
        return teller.words.t("made a liaison's link for {organisation}", organisation=organisation)
    return teller.words.t("withdrew a liaison's link of {organisation}", organisation=organisation)


def _answer(teller: Teller, one: Entry) -> Markup | None:
    where = {
        "notice": teller.notice(one.notice_id),
        "organisation": teller.organisation(one.organisation_id)
        if one.organisation_id is not None
        else teller.person(one.person_id),
    }
    if one.after is None:
        return teller.words.t("took back the answer of {organisation} to {notice}", **where)
    if one.before is None:
        answer = shown(teller.words, "answers", "answer", one.said("answer"))
        said = teller.words.t(
            "answered {notice} for {organisation}: {answer}", **where, answer=answer
        )
        amount, detail = one.said("amount"), one.said("detail")
        more = str(amount) if amount is not None else clip(detail or "", TITLE)
        return said + Markup(" ({})").format(more) if more else said
    return None


def _activity(teller: Teller, one: Entry) -> Markup | None:
    activity = teller.activity(one.activity_id)
    if one.before is None:
        return teller.words.t("reported {activity}", activity=activity)
    if one.said("deleted_at"):
        return teller.words.t("deleted {activity}", activity=activity)
    return None


def _tagging(teller: Teller, one: Entry) -> Markup | None:
    tag = teller.names.tags.get(one.said("tag_id") or 0, "")
    of = {"tag": clip(tag, TITLE), "activity": teller.activity(one.activity_id)}
    if one.before is None:
        return teller.words.t("put the tag “{tag}” on {activity}", **of)
    return teller.words.t("took the tag “{tag}” off {activity}", **of)


def _partner(teller: Teller, one: Entry) -> Markup | None:
    of = {
        "organisation": teller.organisation(one.organisation_id),
        "activity": teller.activity(one.activity_id),
    }
    if one.before is None:
        return teller.words.t("named {organisation} as a partner of {activity}", **of)
    if one.after is None:
        return teller.words.t("took {organisation} out of {activity}", **of)
    state = shown(teller.words, "partners", "state", one.said("state"))
    return teller.words.t("{organisation}, partner of {activity}: {state}", **of, state=state)


def _feature(teller: Teller, one: Entry) -> Markup | None:
    if one.before is None:
        return teller.words.t("featured {activity}", activity=teller.activity(one.activity_id))
    return None


def _pairing(teller: Teller, one: Entry) -> Markup | None:
    of = {
        "organisation": teller.organisation(one.organisation_id),
        "community": teller.organisation(one.said("community_id")),
    }
    if one.before is None:
        return teller.words.t("paired {organisation} with {community}", **of)
    if one.after is None:
        return teller.words.t("{organisation} is paired with {community} no more", **of)
    return None


def _photo(teller: Teller, one: Entry) -> Markup | None:
    activity = teller.activity(one.activity_id)
    if one.said("hidden_at"):
        return teller.words.t("hid a photo of {activity}", activity=activity)
    return teller.words.t("showed a photo of {activity} again", activity=activity)


_SPECIAL: dict[str, Callable[[Teller, Entry], Markup | None]] = {
    "people": _staff,
    "liaisons": _liaison,
    "memberships": _membership,
    "invitations": _invitation,
    "answers": _answer,
    "activities": _activity,
    "activity_tags": _tagging,
    "partners": _partner,
    "features": _feature,
    "pairings": _pairing,
    "photos": _photo,
}
"""By table; what such a teller leaves open is told as any change is."""
