"""Asks the routes of the server without one: a request in, an answer out."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import ASGIApp

from components.server.routes import ROUTES

APP = Starlette(routes=ROUTES)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Headers
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def get(target: str, **headers: str) -> Answer:
    return ask(APP, target, headers)


def ask(app: ASGIApp, target: str, headers: Mapping[str, str]) -> Answer:
    path, _, query = target.partition("?")
    sent: list[Any] = []
    scope = {
        **{"type": "http", "method": "GET", "http_version": "1.1", "scheme": "https", "root_path": ""},
        **{"path": path, "raw_path": path.encode(), "query_string": query.encode(), "client": None},
        "server": ("board.example", 443),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in {"host": "board.example", **headers}.items()
        ],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        await app(scope, receive, send)

    asyncio.run(run())
    given = Headers(raw=sent[0]["headers"])
    return Answer(sent[0]["status"], given, b"".join(message.get("body", b"") for message in sent[1:]))
