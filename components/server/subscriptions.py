"""The routes that programs subscribe to: the calendar, the feed, and the items as data."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from components.server import audit, links
from components.server.answers import Answer, Refused, refuse
from data import access, exports, filters, kept
from data.campaign import in_language
from data.subscriptions import calendar, feed, items, view
from data.subscriptions.view import View
from data.viewer import EVERYBODY, Viewer, narrow
from data.wording import LANGUAGES

_OPENAPI = Path(__file__).parents[2] / "docs" / "openapi.json"
_ALWAYS = {"campaign", "lang", "as_of", "token"}
Route = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class _Asked:
    """A request that was understood, from somebody who may see something."""

    request: Request
    view: View
    viewer: Viewer

    def answer(self, make: Callable[[], bytes], media_type: str) -> Response:
        """Send what is made; the version of the campaign stands for all it holds for this viewer."""
        query = sorted(pair for pair in self.request.query_params.multi_items() if pair[0] != "token")
        identity = (self.request.url.path, query, self.view.board, self.view.lang)
        seen = (kept.code(), self.view.campaign.version, self.view.standing.day)
        answer = Answer(make, media_type, repr((identity, seen)), self.view.modified)
        return answer.to(self.request)


def _route(respond: Callable[[_Asked], Response]) -> Route:
    """Make a route: reading and writing take time, which other requests must not wait for."""

    def answer(request: Request) -> Response:
        try:
            asked = _understand(request)
            response = respond(asked)
        except Refused as refused:
            return refuse(refused)
        audit.subscribed(asked.viewer.account, asked.view.name, request.url.path)
        return response

    async def route(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return route


def _understand(request: Request) -> _Asked:
    # Only the app has campaigns; this module is there before it.
    from components import address, campaigns

    unknown = set(request.query_params) - _ALWAYS - address.FILTERS
    if unknown:
        raise Refused(400, f"unknown parameters: {', '.join(sorted(unknown))}")
    reader = address.Reader(request.query_params.getlist)
    names = campaigns.available()
    name = reader.one("campaign", names, next(iter(names)))
    campaign, _ = campaigns.read(names[name])
    if campaign is None:
        raise Refused(503, "the campaign cannot be read")
    viewer = _viewer(names[name], request.query_params.get("token", ""))
    try:
        campaign = narrow(campaign, viewer)
    except PermissionError as error:
        raise Refused(403, "the link may see nothing of this campaign") from error
    lang = reader.one("lang", LANGUAGES, campaign.settings.language)
    day = reader.day("as_of", campaign.settings.today())
    wanted = reader.filters(filters.options(campaign))
    if reader.dropped:
        raise Refused(400, f"the campaign has no {'; '.join(reader.dropped)}")
    board = str(request.base_url).rstrip("/")
    return _Asked(request, view.look(campaign, day, wanted, lang=lang, name=name, board=board), viewer)


def _viewer(path: Path, token: str) -> Viewer:
    """Look up what a link may see, anew at every request; a campaign without rights asks for none."""
    rights = access.current(path)
    if rights is None:
        return EVERYBODY
    claims = links.claims(token)
    if claims is None:
        raise Refused(401, "the link is missing, revoked or too old; make one on the page Data")
    return rights.viewer(claims)


@_route
def calendar_file(asked: _Asked) -> Response:
    """Send deadlines, milestones and events."""
    return asked.answer(lambda: calendar.write(asked.view), "text/calendar")


@_route
def changes_feed(asked: _Asked) -> Response:
    """Send what changed."""
    own = str(asked.request.url.remove_query_params("token"))
    return asked.answer(lambda: feed.write(asked.view, own), "application/atom+xml")


@_route
def items_json(asked: _Asked) -> Response:
    """Send the items as JSON."""

    def make() -> bytes:
        found = items.records(asked.view)
        return _json({**_about(asked.view), "count": len(found), "items": found})

    return asked.answer(make, "application/json")


@_route
def items_csv(asked: _Asked) -> Response:
    """Send the items as CSV that runs nothing in a spreadsheet."""
    return asked.answer(lambda: exports.to_csv(items.table(asked.view)), "text/csv")


@_route
def item_json(asked: _Asked) -> Response:
    """Send all that is said of one item."""
    row = asked.view.campaign.positions("items").of(asked.request.path_params["item"])
    # What the viewer may not see does not exist for them.
    if row < 0:
        raise Refused(404, "the campaign has no such item")
    return asked.answer(
        lambda: _json({**_about(asked.view), "item": items.record(asked.view, row)}), "application/json"
    )


async def openapi(_: Request) -> Response:
    """Send the description of all this."""
    return FileResponse(_OPENAPI, media_type="application/json")


def _about(seen: View) -> dict[str, object]:
    return {
        "campaign": seen.name,
        "title": in_language(seen.campaign.settings.title, seen.lang),
        "language": seen.lang,
        "as_of": seen.standing.day.isoformat(),
        "simulated": seen.campaign.settings.simulated,
    }


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
