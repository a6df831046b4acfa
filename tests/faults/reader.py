"""The browser of a reader: its cookies, its open tab, and the way through the sign-in service."""

from __future__ import annotations

import functools
import ssl
import urllib.parse
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

from tests import nginx
from tests.benchmark.driver import Answer, Session

SIGNED_IN = "_streamlit_user"
_TIMEOUT = 20


class Tab(Session):
    """A tab that hands on every byte it is sent, and knows the door."""

    def __init__(self, url: str, hear: Callable[[bytes], None]) -> None:
        super().__init__(url)
        self._hear = hear
        self.leads_to = ""
        """Where the page leads the browser: to sign in, or out."""
        self._buttons: set[str] = set()
        self._pressed: set[str] = set()

    @property
    def at_door(self) -> bool:
        """Whether the page asks to sign in."""
        return any(button.endswith("sign_in.default") for button in self._buttons)

    async def press(self, key: str) -> None:
        """Press a button, named by the end of its key."""
        self._pressed = {button for button in self._buttons if button.endswith(key)}
        await self.rerun()

    def _received(self, data: bytes) -> None:
        self._hear(data)

    def _asked(self, fragment: str) -> bytes:
        message = BackMsg.FromString(super()._asked(fragment))
        for button in self._pressed:
            message.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
        self._buttons, self._pressed = set(), set()
        return bytes(message.SerializeToString())

    def _draw(self, delta: Any, reading: Any) -> None:
        if delta.new_element.WhichOneof("type") == "button":
            self._buttons.add(delta.new_element.button.id)
        super()._draw(delta, reading)

    def _take(self, message: Any, reading: Any) -> None:
        if message.WhichOneof("type") == "auth_redirect":
            self.leads_to = message.auth_redirect.url
        super()._take(message, reading)


class Browser:
    """Cookies that lead to one replica, and say who somebody is once they have signed in."""

    def __init__(self, url: str, key: str, copied: Mapping[str, str] = MappingProxyType({})) -> None:
        self._url, self._port = url, urllib.parse.urlsplit(url).port
        self._client = httpx.AsyncClient(verify=trusting(), timeout=_TIMEOUT)
        own = {"_streamlit_xsrf": generate_xsrf_token_string(), **copied, "board_replica": key}
        for name, value in own.items():
            self._client.cookies.set(name, value, domain="127.0.0.1")

    @property
    def signed_in(self) -> bool:
        """Whether it has a cookie that says so."""
        return SIGNED_IN in self.cookies()

    def cookies(self) -> dict[str, str]:
        """Return the cookies of the board."""
        return {cookie.name: cookie.value or "" for cookie in self._client.cookies.jar}

    async def open(self, page: str, query: str, hear: Callable[[bytes], None]) -> tuple[Tab, Answer]:
        """Open a page in a new tab."""
        tab, cookies = Tab(self._url, hear), self.cookies()
        tab.headers = {"Cookie": "; ".join(map("=".join, cookies.items()))}
        tab.tokens = (cookies["_streamlit_xsrf"],)
        tab.through = {"host": "127.0.0.1", "port": self._port, "ssl": trusting()}
        return tab, await tab.open(page, query)

    async def sign_in(self, leads_to: str, account: str, left: str) -> str:
        """Go to the service and back; return the page that opens then."""
        answer = await self._get(leads_to, left)
        place = answer.headers["location"]
        if place.startswith("/"):
            # The service does not answer: back where they came from.
            return str(place)
        answer = await self._client.post(place, data={"sub": account})
        back = urllib.parse.urlsplit(answer.headers["location"])
        return str((await self._get(f"{back.path}?{back.query}")).headers["location"])

    async def sign_out(self, leads_to: str, left: str) -> None:
        """Go out, as far as the board is concerned."""
        await self._get(leads_to, left)

    async def close(self) -> None:
        """Forget everything."""
        await self._client.aclose()

    async def _get(self, path: str, left: str = "") -> httpx.Response:
        return await self._client.get(
            f"https://127.0.0.1:{self._port}{path}",
            headers={"Host": urllib.parse.urlsplit(self._url).netloc, "Referer": self._url + left},
            extensions={"sni_hostname": nginx.NAME},
        )


@functools.cache
def trusting() -> ssl.SSLContext:
    """Take whatever certificate there is."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
