"""What the server answers besides the pages, and what every request passes through."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from components.server import health
from components.server.access_log import AccessLog
from components.server.gate import Gate, Hosts
from components.server.headers import SecurityHeaders

ROUTES = [
    Route("/healthz", health.alive),
    Route("/readyz", health.ready),
    Route("/metrics", health.figures),
]
# The outermost first: a refusal is logged too, and bears the headers.
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(AccessLog), Middleware(Hosts), Middleware(Gate)]
