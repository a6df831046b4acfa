"""The access log: every answer but those of Streamlit's own files, without query, address or cookie."""

from __future__ import annotations

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server import metrics

_log = logging.getLogger(__name__)
# By what a path begins with; whatever is none of these is a page, which Streamlit answers with its own.
_KINDS = {
    "/static/": "static",
    "/_stcore/upload_file/": "upload",
    "/_stcore/": "streamlit",
    "/media/": "download",
    "/api/": "api",
    "/calendar.ics": "calendar",
    "/feed.xml": "feed",
    "/healthz": "health",
    "/readyz": "health",
    "/metrics": "health",
}
# Asked for all the time, and telling nothing.
_SILENT = {"static", "streamlit", "health"}
# What follows is a name of one session's own, which opens its files.
_PRIVATE = {"upload": "/_stcore/upload_file/…", "download": "/media/…"}


class AccessLog:
    """Counts and logs answers and open sessions; the messages of a websocket pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note how it was answered."""
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "websocket":
            # As long as the call lasts, the tab is connected.
            with metrics.SESSIONS.track_inprogress():
                await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        started, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            kind = kind_of(scope["path"])
            metrics.REQUESTS.labels(kind, str(status)).inc()
            if kind not in _SILENT:
                _note(scope, kind, status, time.perf_counter() - started)


def kind_of(path: str) -> str:
    """Tell what a path asks for."""
    # Streamlit's page asks for these below its own path too, in case the app lies there.
    if "/_stcore/" in path and not path.startswith("/_stcore/"):
        return "streamlit"
    return next((kind for start, kind in _KINDS.items() if path.startswith(start)), "page")


def _note(scope: Scope, kind: str, status: int, seconds: float) -> None:
    path = _PRIVATE.get(kind, scope["path"])
    fields = {
        "method": scope["method"],
        "path": path,
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
    }
    # As a literal: a path may hold whatever a stranger typed, line ends included.
    _log.info("%s %r %d %.1f ms", scope["method"], path, status, seconds * 1000, extra={"fields": fields})
