"""What is refused before anything else sees it: other hosts and origins, the oversized, the malformed."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = {"GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE"}
_READING = {"GET", "HEAD", "OPTIONS"}
_LONGEST_TARGET = 8 * 1024
_LONGEST_HEADERS = 64 * 1024
_LARGEST_BODY = 1024 * 1024
_UPLOADS = "/_stcore/upload_file/"
# What multipart forms add to a file.
_FRAMING = 64 * 1024


class Hosts(TrustedHostMiddleware):
    """Refuses names by which this server is not known; where none are listed, any will do."""

    def __init__(self, app: ASGIApp) -> None:
        listed: Sequence[str] = st.get_option("server.allowedHosts")
        # The machine itself asks whether the server is up.
        allowed = [*listed, "localhost", "127.0.0.1"] if listed else ["*"]
        super().__init__(app, allowed_hosts=allowed, www_redirect=False)


class Gate:
    """Refuses what no browser of a reader sends, before Streamlit or a route looks at it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._origins = {origin.strip() for origin in st.get_option("server.corsAllowedOrigins")}
        self._largest_upload = int(st.get_option("server.maxUploadSize")) * 1024 * 1024 + _FRAMING

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer why not."""
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self._app(scope, receive if scope["type"] == "http" else _binary(receive), send)
            return
        status, reason = refusal
        await PlainTextResponse(reason, status_code=status)(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST_TARGET:
            return 414, "The address is too long."
        if sum(len(name) + len(value) for name, value in scope["headers"]) > _LONGEST_HEADERS:
            return 431, "The headers are too large."
        if any(ord(sign) < 32 or ord(sign) == 127 for sign in scope["path"]):
            return 400, "The address is malformed."
        if len(headers.getlist("host")) != 1:
            return 400, "The host is missing or named twice."
        if scope["type"] == "websocket":
            return self._of_origin(headers)
        if scope["method"] not in _METHODS:
            return 405, "The method is not allowed."
        return self._of_body(scope["path"], headers) or (
            None if scope["method"] in _READING else self._of_origin(headers)
        )

    def _of_origin(self, headers: Headers) -> tuple[int, str] | None:
        """Refuse what a page of another site sends; Streamlit would ask the internet for its own address."""
        origin = headers.get("origin")
        if origin is None or origin in self._origins or urlsplit(origin).netloc == headers["host"]:
            return None
        return 403, "The request comes from another site."

    def _of_body(self, path: str, headers: Headers) -> tuple[int, str] | None:
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            return 400, "The length is malformed."
        largest = self._largest_upload if path.startswith(_UPLOADS) else _LARGEST_BODY
        return (413, "The content is too large.") if int(length) > largest else None


def _binary(receive: Receive) -> Receive:
    """Hear of a text as of the end of a websocket: browsers send bytes, and Streamlit expects them."""

    async def hear() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            return {"type": "websocket.disconnect", "code": 1003}
        return message

    return hear
