"""One viewer of a Streamlit server: a websocket session that asks and answers as a browser does."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmark import widgets
from tests.benchmark.widgets import Value

_ANSWER_SECONDS = 120
# A message that ends a run carries little more than its status; larger ones are read after the clock stops.
_SHORT = 1000
# A link within a text leads to a page of the app.
_LINK = re.compile(r"\]\(([a-z]+)\?([^) ]*)[^)]*\)")
# A browser forgets a cached message that two runs did not use (`global.maxCachedMessageAge`).
_REMEMBERED_RUNS = 2


@dataclass(frozen=True)
class Answer:
    """What one run of a page took, and what it drew."""

    seconds: float
    received: int
    """Bytes."""
    drawn: Counter[str]
    """How many elements of each kind."""
    texts: tuple[str, ...]
    """Bodies of the Markdown elements."""
    errors: tuple[str, ...]


@dataclass
class _Widget:
    identity: str
    kind: str
    element: Any
    value: Value
    fragment: str


@dataclass
class _Reading:
    """What a run has said so far."""

    drawn: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    widgets: dict[str, _Widget] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


class Session:
    """A browser tab: its address, the values of its widgets, and the messages it need not be sent again."""

    headers: Mapping[str, str] = MappingProxyType({})
    """What the connection is made with besides, such as cookies."""
    tokens: tuple[str, ...] = ("none",)
    """What a browser sends beside the name of the protocol: a token, had it one."""
    through: Mapping[str, Any] = MappingProxyType({})
    """How the connection is made, where the address alone does not say it: certificates, another machine."""

    def __init__(self, url: str, locale: str = "zh-CN") -> None:
        self._url = url
        self._locale = locale
        self._socket: ClientConnection
        self._page = ""
        self._page_name = ""
        self._pages: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._widgets: dict[str, _Widget] = {}
        self._cached: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0
        self.query = ""

    async def open(self, page: str = "", query: str = "") -> Answer:
        """Connect and wait for the first page; the time counts from before the connection is made."""
        begun = time.perf_counter()
        self._socket = await connect(
            f"{self._url.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=["streamlit", *self.tokens],  # type: ignore[list-item]
            origin=self._url,  # type: ignore[arg-type]
            additional_headers=self.headers,
            max_size=None,
            compression=None,
            ping_interval=None,
            **self.through,
        )
        self._page_name, self.query = page, query
        return await self._run(begun=begun)

    async def close(self) -> None:
        """Leave, as a closed tab does."""
        await self._socket.close()

    async def rerun(self) -> Answer:
        """Run the open page again with nothing changed."""
        return await self._run()

    async def choose(self, changes: Mapping[str, Value]) -> Answer:
        """Change widgets, named by the end of their keys; a widget in a fragment reruns that alone."""
        fragment = ""
        for key, value in changes.items():
            widget = self.widget(key)
            widget.value, fragment = value, widget.fragment
        return await self._run(fragment)

    def widget(self, key: str) -> _Widget:
        """Find a widget of the open page by the end of its key; raises LookupError."""
        for identity, widget in self._widgets.items():
            if identity.endswith(key):
                return widget
        raise LookupError(f"no widget {key!r} among {sorted(self._widgets)}")

    async def follow(self, page: str, query: str | None = None) -> Answer:
        """Open another page of the app: by the link to it that is drawn, or with a query of one's own."""
        self._page = self._pages[page]
        self.query = self._links[page] if query is None else query
        return await self._run()

    async def _run(self, fragment: str = "", begun: float | None = None) -> Answer:
        message = self._asked(fragment)
        begun = begun or time.perf_counter()
        await self._socket.send(message)
        received: list[bytes] = []
        async with asyncio.timeout(_ANSWER_SECONDS):
            while True:
                data = await self._socket.recv(decode=False)
                received.append(data)
                if len(data) < _SHORT and _ends(data):
                    break
        seconds = time.perf_counter() - begun
        reading = _Reading()
        for data in received:
            self._received(data)
            self._take(ForwardMsg.FromString(data), reading)
        if not fragment:
            self._widgets, self._links = reading.widgets, reading.links
        self._forget()
        texts, errors = tuple(reading.texts), tuple(reading.errors)
        return Answer(seconds, sum(map(len, received)), reading.drawn, texts, errors)

    def _asked(self, fragment: str) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self.query
        asked.page_script_hash = self._page
        asked.page_name = "" if self._page else self._page_name
        asked.fragment_id = fragment
        asked.cached_message_hashes.extend(self._cached)
        asked.context_info.locale = self._locale
        asked.context_info.timezone = "Asia/Shanghai"
        asked.context_info.timezone_offset = -480
        asked.context_info.url = f"{self._url}/{self._page_name}"
        for widget in self._widgets.values():
            widgets.write(asked.widget_states, widget.identity, widget.kind, widget.value)
        return message.SerializeToString()  # type: ignore[no-any-return]

    def _received(self, data: bytes) -> None:
        """Hear of every message; a tab that measures has no use for them."""

    def _take(self, message: Any, reading: _Reading) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            if message.ref_hash not in self._cached:
                reading.errors.append("the server left out a message that was never sent")
                return
            message = self._cached[message.ref_hash][0]
            kind = "delta"
        if message.metadata.cacheable:
            self._cached[message.hash] = message, self._runs
        if kind == "new_session":
            self._page = message.new_session.page_script_hash or self._page
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash or self._page
            self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            reading.errors.append("page not found")
        elif kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
            reading.errors.append(message.session_event.script_compilation_exception.message)
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(message.delta, reading)

    def _draw(self, delta: Any, reading: _Reading) -> None:
        kind = delta.new_element.WhichOneof("type")
        element = getattr(delta.new_element, kind)
        reading.drawn[kind] += 1
        if kind == "markdown":
            reading.texts.append(element.body)
            for page, query in _LINK.findall(element.body):
                reading.links.setdefault(page, query)
        elif kind == "exception":
            reading.errors.append(f"{element.type}: {element.message}")
        elif kind == "alert" and element.format == Alert.ERROR:
            reading.errors.append(element.body)
        elif widgets.reported(kind):
            known = self._widgets.get(element.id)
            value = known.value if known and not element.set_value else widgets.drawn_value(kind, element)
            reading.widgets[element.id] = _Widget(element.id, kind, element, value, delta.fragment_id)

    def _forget(self) -> None:
        self._runs += 1
        oldest = self._runs - _REMEMBERED_RUNS
        self._cached = {name: entry for name, entry in self._cached.items() if entry[1] >= oldest}


def _ends(data: bytes) -> bool:
    message: Any = ForwardMsg.FromString(data)
    finished: bool = message.WhichOneof("type") == "script_finished"
    # A run that ends early is followed by another.
    return finished and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
