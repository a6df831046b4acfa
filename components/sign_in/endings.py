"""Sign-ins that were ended: worth nothing from then on, in any tab, on any replica, in a copied cookie.

They are remembered in the memory of this process, and for all replicas in the folder `CAMPAIGN_STATE`, as one
empty file each.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.access import Claims

_MOST = 10_000
# Streamlit takes no cookie that is older than 31 days. By the age of a file, not by when a sign-in expires: a
# clock that goes wrong for a while must not bring one back.
_DAYS = 40
# What makes one sign-in differ from all others of the same person.
_OF_ONE = ("iss", "sub", "aud", "iat", "exp", "nonce", "sid", "jti")
_log = logging.getLogger(__name__)
_lock = threading.Lock()
_ended: dict[str, None] = {}


def end(said: Claims) -> None:
    """End the sign-in of which the sign-in service says this."""
    name = _name(said)
    with _lock:
        _ended[name] = None
        while len(_ended) > _MOST:
            del _ended[next(iter(_ended))]
    if folder := _folder():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / name).touch()
            _clear(folder)
        except OSError as error:
            _log.error("a sign-out holds on this replica alone: %s", error)


def holds(said: Claims) -> bool:
    """Tell whether a sign-in was not ended; asked on every run."""
    name, folder = _name(said), _folder()
    return name not in _ended and not (folder and os.path.exists(folder / name))  # noqa: PTH110 - raises nothing


def end_held(cookies: Mapping[str, str]) -> None:
    """End the sign-in of whoever brings these cookies, if they are signed in."""
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies.get(name, ""))

    if said := get_cookie_with_chunks(signed, USER_COOKIE_NAME):
        end(json.loads(said))


def _name(said: Claims) -> str:
    parts = json.dumps([said.get(name) for name in _OF_ONE], sort_keys=True, default=str)
    return hashlib.sha256(parts.encode()).hexdigest()


def _folder() -> Path | None:
    state = os.environ.get("CAMPAIGN_STATE", "")
    return Path(state) / "ended" if state else None


def _clear(folder: Path) -> None:
    oldest = time.time() - _DAYS * 86400
    for file in folder.iterdir():
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < oldest:
                file.unlink()
