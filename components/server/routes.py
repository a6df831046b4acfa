"""What the server answers besides the pages, and what every request passes through."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from components.server import health, subscriptions
from components.server.access_log import AccessLog
from components.server.gate import Gate, Hosts
from components.server.headers import SecurityHeaders
from components.sign_in.return_path import ReturnPath

ROUTES = [
    Route("/healthz", health.alive),
    Route("/readyz", health.ready),
    Route("/metrics", health.figures),
    Route("/calendar.ics", subscriptions.calendar_file),
    Route("/feed.xml", subscriptions.changes_feed),
    Route("/api/v1/items.json", subscriptions.items_json),
    Route("/api/v1/items.csv", subscriptions.items_csv),
    Route("/api/v1/items/{item}.json", subscriptions.item_json),
    Route("/api/v1/openapi.json", subscriptions.openapi),
]
# The outermost first: a refusal is logged too, and bears the headers.
MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(AccessLog),
    Middleware(Hosts),
    Middleware(Gate),
    Middleware(ReturnPath),
]
