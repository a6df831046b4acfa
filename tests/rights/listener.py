"""A signed-in tab that keeps every byte it is sent, and takes every file it is offered."""

from __future__ import annotations

import asyncio
import io
import json
import re
import time
import urllib.request
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string

from tests.benchmark.driver import Answer, Session
from tests.rights.canaries import WORDS
from tests.sign_in_service import SECRET

_OPENING = re.compile(r"[?&]open=([^&)# ]+)")


def cookies(url: str, claims: Mapping[str, Any], secret: str = SECRET) -> dict[str, str]:
    """Make the cookies of somebody of whom the sign-in service says this; nobody for no claims."""
    token = {"_streamlit_xsrf": generate_xsrf_token_string()}
    if not claims:
        return token
    said = {"origin": url, "is_logged_in": True, "provider": "default", "exp": time.time() + 600, **claims}
    signed = create_signed_value(secret, "_streamlit_user", json.dumps(said))
    return token | {"_streamlit_user": signed.decode()}


class Listener(Session):
    """A tab; `heard` is what came through the websocket and as files since it was last emptied."""

    def __init__(self, url: str, claims: Mapping[str, Any], secret: str = SECRET) -> None:
        super().__init__(url)
        brought = cookies(url, claims, secret)
        self.headers = {"Cookie": "; ".join(map("=".join, brought.items()))}
        self.tokens = (brought["_streamlit_xsrf"],)
        self.heard: list[bytes] = []
        self._files: dict[str, str] = {}
        self._folded: set[str] = set()
        self._unfolded: tuple[str, ...] = ()
        self._makers: set[str] = set()
        self._pressed = ""
        self.made = 0
        """How many files were made on a press."""
        self.session = ""

    async def visit(self, page: str, query: str = "", *, unfold: bool = True) -> Answer:
        """Open a page of the app, whether or not a link to it was drawn, unfold it, and take its files."""
        self._files.clear()
        self._folded.clear()
        self._makers.clear()
        self._unfolded = ()
        answer = await self.follow(page, query)
        if unfold:
            await self._unfold(answer)
        await self.take_files()
        await self._make_files()
        return answer

    async def _unfold(self, answer: Answer) -> None:
        """Unfold what is folded, and open what a link opens, until the page has no more of either."""
        found: set[str] = set()
        while new := {*self._folded, *opening(answer.texts)} - found:
            found |= new
            self._unfolded = (*self._folded,)
            self.query = "&".join([self.query, *(f"open={name}" for name in sorted(opening(answer.texts)))])
            answer = await self.rerun()

    async def _make_files(self) -> None:
        """Press every button that makes a file, and take what is then offered."""
        for maker in sorted(self._makers):
            self._pressed = maker
            self._files.clear()
            await self.rerun()
            self.made += await self.take_files()
        self._pressed = ""

    async def take_files(self) -> int:
        """Take the files that the open page offers; return how many there were."""
        taken = [await self._take_file(file) for file in [*self._files.values()]]
        return sum(taken)

    def pages(self) -> list[str]:
        return [*self._pages]

    def _received(self, data: bytes) -> None:
        self.heard.append(data)

    def _take(self, message: Any, reading: Any) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
        elif kind == "delta" and message.delta.WhichOneof("type") == "add_block":
            block = message.delta.add_block
            self._folded.add(getattr(getattr(block, block.WhichOneof("type") or "", None), "id", ""))
            self._folded.discard("")
        super()._take(message, reading)

    def _asked(self, fragment: str) -> bytes:
        """Ask with everything unfolded that was drawn folded, and a button pressed that makes a file."""
        message = BackMsg.FromString(super()._asked(fragment))
        for name in self._unfolded:
            message.rerun_script.widget_states.widgets.add(id=name, bool_value=True)
        if self._pressed:
            message.rerun_script.widget_states.widgets.add(id=self._pressed, trigger_value=True)
        return bytes(message.SerializeToString())

    def _draw(self, delta: Any, reading: Any) -> None:
        element = delta.new_element
        if element.WhichOneof("type") == "download_button" and not element.download_button.disabled:
            button = element.download_button
            self._files[button.label + button.id] = button.deferred_file_id or button.url
        if element.WhichOneof("type") == "button" and ".make." in element.button.id:
            self._makers.add(element.button.id)
        super()._draw(delta, reading)

    async def _take_file(self, file: str) -> bool:
        url = file if file.startswith("/") else await self._made(file)
        if not url:
            return False
        request = urllib.request.Request(self._url + quote(url, safe="/?=&%"))
        with await asyncio.to_thread(urllib.request.urlopen, request, timeout=60) as answer:
            content = answer.read()
        self.heard += _unpacked(content)
        return True

    async def _made(self, file: str) -> str:
        """Ask for a file that is made once somebody wants it, and return its address."""
        message = BackMsg()
        message.backend_operation_request.request_id = file
        message.backend_operation_request.session_id = self.session
        message.backend_operation_request.deferred_file.file_id = file
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(60):
            while True:
                data = await self._socket.recv(decode=False)
                self._received(data)
                answer: Any = ForwardMsg.FromString(data)
                if answer.WhichOneof("type") == "backend_operation_response":
                    return str(answer.backend_operation_response.deferred_file.url)


def opening(texts: Iterable[str]) -> set[str]:
    """Find what the links of texts open on the page, as it stands in an address."""
    return {name for text in texts for name in _OPENING.findall(text)}


def _unpacked(content: bytes) -> list[bytes]:
    if not content.startswith(b"PK"):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def account(name: str) -> dict[str, Any]:
    """Say what the sign-in service says of somebody; of nobody it says nothing."""
    return {"email": f"{name}@moe.example", "sub": name} if name else {}


def found(heard: Sequence[bytes], typed: str = "") -> set[str]:
    """Find the words in what was sent, but for the echo of what was asked for."""
    data = b"".join(heard).replace(typed.encode(), b"") if typed else b"".join(heard)
    return {word for word in WORDS if word.encode() in data}


async def opened(tab: Listener, page: str = "items") -> Listener:
    await tab.open(page)
    return tab
