"""What fails outside of a page: answered with a number by which the log explains it, and nothing else."""

from __future__ import annotations

import logging
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.server import metrics
from components.server.headers import security_headers

_log = logging.getLogger(__name__)


def log(error: Exception) -> str:
    """Log an error with its traceback; return the number under which it stands there."""
    number = secrets.token_hex(4)
    metrics.FAILURES.inc()
    _log.error("error %s", number, exc_info=error)
    return number


async def answer(_: Request, error: Exception) -> Response:
    """Say that a route failed; Starlette asks for this outside of what adds the headers."""
    return JSONResponse({"error": "failed", "number": log(error)}, 500, security_headers())
