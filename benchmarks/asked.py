"""What people's commands ask of the storage: every query by name, with values drawn anew each time.

A test holds that no feature asks anything that is neither here nor excused.
"""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from benchmarks import (
    asked_calendar,
    asked_columns,
    asked_courses,
    asked_points,
    asked_register,
    asked_voices,
    asked_wishes,
)
from benchmarks.town.draw import Draw
from benchmarks.town.size import GROUP, NOW
from commands.coverage.rules import quarter
from commands.trail.subjects import told
from storage import (
    activities,
    activity_history,
    activity_lists,
    alterations,
    amendments,
    answers,
    arrivals,
    attachments,
    boards,
    calls,
    candidates,
    chats,
    coverage,
    deliveries,
    departures,
    doings,
    doubts,
    drafts,
    edits,
    exports,
    facets,
    features,
    findings,
    first_steps,
    forgetting,
    galleries,
    handing_out,
    handovers,
    histories,
    hitches,
    imports,
    ledgers,
    listings,
    loose,
    month_posts,
    months,
    notes,
    notices,
    nudges,
    objections,
    paces,
    partners,
    people,
    phones,
    photos,
    plans,
    preferences,
    private_copies,
    promises,
    pulses,
    queries,
    readings,
    reminders,
    reviews,
    rosters,
    schedules,
    searches,
    seats,
    sheets,
    sightings,
    speakers,
    tags,
    templates,
    trails,
    unreached,
    visit_lists,
    visits,
)
from storage.activity_lists import Wanted
from storage.database import Store
from storage.trails import Which

TODAY = NOW.date()
THIS_QUARTER = quarter(TODAY)
THIS_MONTH = months.number_of(TODAY) - 1
Ask = Callable[[Store, Draw], Awaitable[object]]


def _wanted(draw: Draw) -> Wanted:
    return Wanted(organisation_id=draw.organisation)


_YEAR = Wanted(first=TODAY - timedelta(365), last=TODAY)
_MONTH = Wanted(first=date(2026, 7, 1), last=date(2026, 7, 31))

LISTED: dict[str, Ask] = (
    asked_register.LISTED
    | asked_points.LISTED
    | asked_courses.LISTED
    | asked_calendar.LISTED
    | asked_wishes.LISTED
    | asked_columns.LISTED
    | asked_voices.LISTED
    | {
        "activities.one": lambda db, d: activities.one(db, d.activity),
        "activity_history.history": lambda db, d: activity_history.history(db, d.activity),
        "activity_lists.page": lambda db, d: activity_lists.page(db, Wanted(), d.few, 8),
        "activity_lists.page of one": lambda db, d: activity_lists.page(db, _wanted(d), 1, 8),
        "activity_lists.page of a person": lambda db, d: activity_lists.page(
            db, Wanted(person_id=d.liaison), 1, 8
        ),
        "activity_lists.page of a year": lambda db, _: activity_lists.page(db, _YEAR, 1, 8),
        "activity_lists.some": lambda db, d: activity_lists.some(db, d.some(d.size.activities)),
        "alterations.one": lambda db, d: alterations.one(db, d.few),
        "amendments.seen_by": lambda db, d: amendments.seen_by(db, d.notice),
        "answers.own": lambda db, d: answers.own(db, d.notice, d.liaison),
        "arrivals.of": lambda db, d: arrivals.of(db, d.notice),
        "attachments.of": lambda db, d: attachments.of(db, d.notice),
        "attachments.have_album": lambda db, d: attachments.have_album(db, GROUP, f"a{d.few}"),
        "attachments.knows_album": lambda db, d: attachments.knows_album(db, GROUP, f"a{d.few}"),
        "boards.board": lambda db, d: boards.board(db, d.notice),
        "boards.numbered": lambda db, d: boards.numbered(db, d.notice),
        "calls.of": lambda db, d: calls.of(db, d.newest_notice, 1),
        "calls.one": lambda db, d: calls.one(db, d.few),
        "candidates.last_of": lambda db, d: candidates.last_of(db, d.person),
        "candidates.one": lambda db, d: candidates.one(db, d.few),
        "candidates.open_ones": lambda db, _: candidates.open_ones(db),
        "candidates.waiting_of": lambda db, d: candidates.waiting_of(db, d.person),
        "chats.joined": lambda db, _: chats.joined(db),
        "chats.one": lambda db, _: chats.one(db, GROUP),
        "coverage.counted": lambda db, _: coverage.counted(db, *THIS_QUARTER),
        "coverage.reported": lambda db, d: coverage.reported(db, d.organisation, *THIS_QUARTER),
        "coverage.without": lambda db, d: coverage.without(
            db, d.chance.choice(coverage.GAPS), *THIS_QUARTER
        ),
        "deliveries.showing": lambda db, d: deliveries.showing(db, notices.CARD, d.notice),
        "deliveries.shown_by": lambda db, d: deliveries.shown_by(db, GROUP, d.notice + 20_000_000),
        "departures.one": lambda db, d: departures.one(db, d.few),
        "doings.of": lambda db, d: doings.of(db, d.organisation),
        "doubts.count": lambda db, _: doubts.count(db),
        "doubts.overview": lambda db, _: doubts.overview(db),
        "drafts.proposal": lambda db, d: drafts.proposal(db, d.notice),
        "edits.told_in": lambda db, d: edits.told_in(db, GROUP, d.activity),
        "exports.file": lambda db, d: exports.file(db, d.few),
        "exports.one": lambda db, d: exports.one(db, d.few),
        "facets.kinds": lambda db, _: facets.kinds(db, Wanted()),
        "facets.months": lambda db, _: facets.months(db, Wanted(), 24),
        "facets.owners": lambda db, _: facets.owners(db, Wanted()),
        "features.one": lambda db, d: features.one(db, d.few),
        "features.places": lambda db, _: features.places(db),
        "findings.has_news": lambda db, _: findings.has_news(db),
        "first_steps.are_shown": lambda db, d: first_steps.are_shown(db, d.person, "staff"),
        "first_steps.one": lambda db, d: first_steps.one(db, d.few),
        "forgetting.outlook": lambda db, d: forgetting.outlook(db, d.liaison),
        "galleries.months": lambda db, _: galleries.months(db),
        "galleries.of": lambda db, _: galleries.of(db, date(2026, 7, 1), date(2026, 7, 31)),
        "handing_out.everything": lambda db, d: handing_out.everything(db, d.liaison),
        "handovers.open_notices": lambda db, d: handovers.open_notices(db, d.organisation),
        "handovers.successors": lambda db, d: handovers.successors(db, d.organisation, d.liaison),
        "histories.numbered": lambda db, d: histories.numbered(db, d.notice),
        "hitches.of": lambda db, d: hitches.of(db, d.notice),
        "imports.one": lambda db, d: imports.one(db, d.few),
        "ledgers.ledger": lambda db, _: ledgers.ledger(db, _MONTH),
        "listings.listed": lambda db, d: listings.listed(db, d.few, 8),
        "listings.open_ones": lambda db, _: listings.open_ones(db, 20),
        "listings.owed_by": lambda db, d: listings.owed_by(db, d.liaison, 20),
        "listings.titles": lambda db, d: listings.titles(db, d.some(d.size.notices)),
        "loose.homes_of": lambda db, d: loose.homes_of(db, d.sent),
        "loose.newest": lambda db, d: loose.newest(db, GROUP, d.liaison, NOW - timedelta(1)),
        "loose.sent_in": lambda db, d: loose.sent_in(db, GROUP, 10_000_000 + d.activity),
        "loose.words_of": lambda db, d: loose.words_of(db, d.sent),
        "month_posts.last_place": lambda db, _: month_posts.last_place(db),
        "month_posts.standing": lambda db, _: month_posts.standing(db, THIS_MONTH),
        "months.month": lambda db, _: months.month(db, THIS_MONTH),
        "notes.called": lambda db, d: notes.called(db, d.few),
        "notices.by_id": lambda db, d: notices.by_id(db, d.notice),
        "notices.number_of": lambda db, d: notices.number_of(db, d.notice),
        "nudges.one": lambda db, d: nudges.one(db, d.few),
        "objections.one": lambda db, d: objections.one(db, d.few),
        "paces.first_answers": lambda db, d: paces.first_answers(db, d.notice),
        "paces.since": lambda db, _: paces.since(db, NOW - timedelta(90)),
        "partners.one": lambda db, d: partners.one(db, d.few),
        "people.known": lambda db, d: people.known(db, d.person),
        "people.liaisons_of": lambda db, d: people.liaisons_of(db, d.organisation),
        "people.with_roles": lambda db, _: people.with_roles(db),
        "people.staff": lambda db, _: people.staff(db),
        "phones.of": lambda db, d: phones.of(db, d.person),
        "phones.of_each": lambda db, d: phones.of_each(db, d.some(d.size.people)),
        "photos.one": lambda db, d: photos.one(db, d.activity),
        "plans.planned": lambda db, d: plans.planned(db, d.notice),
        "preferences.kept": lambda db, _: preferences.kept(db),
        "private_copies.notice_of": lambda db, d: private_copies.notice_of(db, d.notice),
        "private_copies.one": lambda db, d: private_copies.one(db, d.notice),
        "promises.one": lambda db, d: promises.one(db, d.visit),
        "pulses.silence_before": lambda db, d: pulses.silence_before(db, d.few),
        "queries.of": lambda db, d: queries.of(db, d.activity // 50 * 50),
        "queries.one": lambda db, d: queries.one(db, d.few),
        "readings.listed": lambda db, d: readings.listed(db, d.notice, 1, 20),
        "reminders.one": lambda db, d: reminders.one(db, d.few),
        "reviews.waiting": lambda db, _: reviews.waiting(db),
        "rosters.one": lambda db, d: rosters.one(db, d.few),
        "schedules.listed": lambda db, _: schedules.listed(db),
        "schedules.of": lambda db, d: schedules.of(db, d.notice),
        "searches.one": lambda db, d: searches.one(db, d.few),
        "seats.members_of": lambda db, d: seats.members_of(db, d.organisation),
        "seats.of": lambda db, d: seats.of(db, d.person),
        "seats.rank_in": lambda db, d: seats.rank_in(db, d.person, d.organisation),
        "sheets.sheet": lambda db, d: sheets.sheet(db, d.notice),
        "sightings.of": lambda db, d: sightings.of(db, d.activity),
        "speakers.some": lambda db, d: speakers.some(db, d.some(d.size.people)),
        "tags.every": lambda db, _: tags.every(db),
        "templates.every": lambda db, _: templates.every(db),
        "templates.one": lambda db, d: templates.one(db, d.few),
        "trails.notice_of": lambda db, d: trails.notice_of(db, d.notice),
        "trails.people_named": lambda db, d: trails.people_named(db, f"民{d.few}"),
        "trails.section": lambda db, _: trails.section(db, told(0), Which(), 0, 8),
        "trails.section of one": lambda db, d: trails.section(
            db, told(0), Which(organisation_id=d.organisation), 0, 8
        ),
        "unreached.count": lambda db, _: unreached.count(db),
        "unreached.unreached": lambda db, _: unreached.unreached(db),
        "visit_lists.every": lambda db, d: visit_lists.every(db, d.organisation),
        "visit_lists.standing": lambda db, d: visit_lists.standing(db, d.organisation, TODAY),
        "visit_lists.standings": lambda db, _: visit_lists.standings(db, TODAY),
        "visits.one": lambda db, d: visits.one(db, d.visit),
        "visits.some": lambda db, d: visits.some(db, d.some(d.size.visits)),
    }
)
"""By module and function; words behind them tell several ways to ask the same apart."""

EXCUSED = {
    "findings.find": "`benchmarks.search` measures it, with its index filled",
}
"""With the reason."""
