"""The way back to the page somebody came from, across the sign-in service: one short-lived signed cookie."""

from __future__ import annotations

import re

import streamlit as st
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.sign_in import endings, provider

COOKIE = "campaign_sign_in"
_SECONDS = 600
_LOGIN, _LOGOUT, _CALLBACK = "/auth/login", "/auth/logout", "/oauth2callback"
# Of Streamlit's own cookie, which says who somebody is: that it is set, not taken away.
_SIGNED_IN = re.compile(r"_streamlit_user=(?!.*max-age=0(?:;|$))", re.IGNORECASE)
# A browser takes what follows `//` for another host, and `\` for `/`; blanks and line ends it leaves out.
_OWN = re.compile(r"/(?![/\\])[!-\[\]-~]*")
_LONGEST = 2000


class ReturnPath:
    """Remembers the page that leads to the sign-in service, and opens it when somebody comes back.

    The cookie stays if they come back without having signed in: the page then waits for a click.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        base = st.get_option("server.baseUrlPath").strip("/")
        self._base = f"/{base}" if base else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and lead its answer to where it belongs."""
        path = scope["path"].removeprefix(self._base) if scope["type"] == "http" else ""
        if path not in (_LOGIN, _LOGOUT, _CALLBACK) or not provider.names():
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if path == _LOGOUT:
            # Opened by hand, too: a cookie that is taken away says nothing to the tabs that are open.
            await run_in_threadpool(endings.end_held, request.cookies)
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._app(scope, receive, keep)
        back = _remembered(request) if path == _CALLBACK else self._left(request.headers)
        if back and answer[0]["status"] >= 400:
            # The service does not answer: the page says so, which nothing else here would.
            answer = []
            await RedirectResponse(back, status_code=302)(scope, receive, keep)
        headers = MutableHeaders(scope=answer[0])
        if path != _CALLBACK:
            headers.append("set-cookie", _cookie(_serializer().dumps(back), _SECONDS))
        if back and path != _LOGOUT and headers.get("location", "").startswith("/"):
            headers["location"] = back
        if path == _CALLBACK and back and any(map(_SIGNED_IN.match, headers.getlist("set-cookie"))):
            headers.append("set-cookie", _cookie("", 0))
        for message in answer:
            await send(message)

    def _left(self, headers: Headers) -> str:
        """Name the page of this app that a request comes from; its first page if that is not known."""
        home, host = f"{self._base}/", headers.get("host", "")
        address = headers.get("referer", "").partition("://")[2]
        path = address.removeprefix(host).partition("#")[0] if address.startswith(f"{host}{home}") else home
        return path if _is_own(path) and not path.startswith(f"{home}auth/") else home


def _is_own(path: str) -> bool:
    """Tell whether a browser that is led to a path stays with this app."""
    return len(path) <= _LONGEST and bool(_OWN.fullmatch(path))


def _remembered(request: Request) -> str:
    """Return the page that the cookie names; empty for one that is forged, old or leads away."""
    try:
        path = _serializer().loads(request.cookies.get(COOKIE, ""), max_age=_SECONDS)
    except BadData:
        return ""
    return path if isinstance(path, str) and _is_own(path) else ""


def _cookie(value: str, seconds: int) -> str:
    # Not "Strict": the sign-in service is another site, and its redirect must bring the cookie along.
    secure = "; Secure" if provider.settings()["redirect_uri"].startswith("https:") else ""
    return f"{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(provider.settings()["cookie_secret"], salt=COOKIE)
