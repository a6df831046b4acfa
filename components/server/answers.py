"""How subscriptions are answered: with what changed, or that nothing did, or why not."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Refused(Exception):  # noqa: N818 - says what became of the request
    """A request that gets no content; `reason` says why, to a program's author."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True)
class Answer:
    """What to send, made only if the asker does not have it yet."""

    make: Callable[[], bytes]
    media_type: str
    identity: str
    """Whatever the content depends on."""
    modified: dt.datetime

    def to(self, request: Request) -> Response:
        """Send it, or say that nothing changed."""
        # Weak, since the same content may travel compressed.
        tag = f'W/"{hashlib.sha256(self.identity.encode()).hexdigest()[:32]}"'
        headers = {
            "ETag": tag,
            "Last-Modified": format_datetime(self.modified, usegmt=True),
            # Rights may change at any time: whatever is kept must be asked for again.
            "Cache-Control": "private, no-cache",
        }
        if _unchanged(request, tag, self.modified):
            return Response(status_code=304, headers=headers)
        return Response(self.make(), headers=headers, media_type=self.media_type)


def refuse(refused: Refused) -> Response:
    """Say why there is no content."""
    return JSONResponse({"error": refused.reason}, refused.status, {"Cache-Control": "no-store"})


def _unchanged(request: Request, tag: str, modified: dt.datetime) -> bool:
    if known := request.headers.get("if-none-match"):
        tags = {part.strip().removeprefix("W/") for part in known.split(",")}
        return "*" in tags or tag.removeprefix("W/") in tags
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return modified <= (since if since.tzinfo else since.replace(tzinfo=dt.UTC))
