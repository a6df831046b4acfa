"""Headers that tell a browser what the board never does, so that nobody can make it do that."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Sequence
from importlib import resources

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN = "'self'"
_POLICY = {
    "default-src": [_OWN],
    # Emotion, with which Streamlit styles its elements, writes style tags and attributes.
    "style-src": [_OWN, "'unsafe-inline'"],
    "img-src": [_OWN, "data:", "blob:"],
    "font-src": [_OWN, "data:"],
    "media-src": [_OWN, "data:", "blob:"],
    "worker-src": [_OWN, "blob:"],
    "connect-src": [_OWN],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": [_OWN],
}
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # An address may hold a search; it is nobody's business outside.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# A year; the certificate's host alone, since others below it may not speak TLS.
_TLS_ONLY = "max-age=31536000"
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Adds the headers to every answer; what passes through a websocket is left alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = security_headers(os.environ.get("CAMPAIGN_FRAMES", "").split())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to the start of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = _TLS_ONLY
            await send(message)

        await self._app(scope, receive, send_with_headers)


def security_headers(frames: Sequence[str] = ()) -> dict[str, str]:
    """Write the headers; `frames` are the origins that may show the board within a page of theirs."""
    ancestors = [_OWN, *(origin for origin in frames if re.fullmatch(r"https?://[\w.*:-]+", origin))]
    # Streamlit starts the script of a component, as that of the links, from a blob; only scripts make blobs.
    scripts = [_OWN, "blob:", *_hashes()]
    policy = {**_POLICY, "script-src": scripts, "frame-ancestors": ancestors}
    headers = dict(_ALWAYS)
    headers["Content-Security-Policy"] = "; ".join(
        f"{name} {' '.join(sources)}" for name, sources in policy.items()
    )
    if len(ancestors) == 1:
        # For old browsers, which know nothing of frame-ancestors; it cannot name other origins.
        headers["X-Frame-Options"] = "SAMEORIGIN"
    return headers


def _hashes() -> list[str]:
    """Allow the scripts that Streamlit's own page carries within itself, and no others."""
    page = (resources.files("streamlit") / "static" / "index.html").read_bytes()
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
