"""Links by which a program sees what an account may see: signed, one per account, and revoked at once.

A link names no account and grants nothing by itself: it leads to what was kept of the account when the link
was made, a file in the folder `CAMPAIGN_STATE`, and what that account may see is looked up at every request.
All replicas need the same folder and the same `CAMPAIGN_TOKEN_KEY`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
import re
import secrets
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

Claims = Mapping[str, Any]

# Whoever left long ago and kept a link must make it anew, for which they would have to sign in.
DAYS = 180
_SHORTEST_KEY = 32
_TOKEN = re.compile(r"([0-9a-f]{32})\.([0-9a-f]{16})\.([0-9a-f]{64})", re.ASCII)
_log = logging.getLogger(__name__)


def available() -> bool:
    """Tell whether links can be made here: there are a key and a folder."""
    return bool(_key() and os.environ.get("CAMPAIGN_STATE"))


def make(account: str, claims: Claims) -> str:
    """Make the link of an account, with what the sign-in service said of it; any older one is revoked."""
    said = {name: value for name, value in claims.items() if name != "tokens"}
    kept = {"account": account, "claims": said, "serial": secrets.token_hex(8), "made": time.time()}
    path = _file(_name(account))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Another replica reads the old file or the new one, nothing in between.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        json.dump(kept, file, ensure_ascii=False, default=str)
    Path(file.name).replace(path)
    return _token(_name(account), str(kept["serial"]))


def existing(account: str) -> str:
    """Return the link of an account; empty if it has none."""
    kept = _kept(_name(account))
    return _token(_name(account), kept["serial"]) if kept else ""


def revoke(account: str) -> None:
    """Make the link of an account worthless from now on."""
    with suppress(FileNotFoundError):
        _file(_name(account)).unlink()


def claims(token: str) -> Claims | None:
    """Return what was kept of the account a link was made for; None for a forged, revoked or old one."""
    found = _TOKEN.fullmatch(token)
    if not available() or found is None:
        return None
    name, serial, signature = found.groups()
    if not hmac.compare_digest(signature, _signature("link", f"{name}.{serial}")):
        return None
    kept = _kept(name)
    if kept is None or not hmac.compare_digest(serial, kept["serial"]):
        return None
    said: Claims = kept["claims"]
    return said


def _key() -> str:
    key = os.environ.get("CAMPAIGN_TOKEN_KEY", "")
    return key if len(key) >= _SHORTEST_KEY else ""


def _signature(purpose: str, said: str) -> str:
    return hmac.new(_key().encode(), f"{purpose}\0{said}".encode(), hashlib.sha256).hexdigest()


def _name(account: str) -> str:
    """Name an account in a way that tells nothing of it."""
    return _signature("account", account)[:32]


def _token(name: str, serial: str) -> str:
    return f"{name}.{serial}.{_signature('link', f'{name}.{serial}')}"


def _file(name: str) -> Path:
    return Path(os.environ["CAMPAIGN_STATE"]) / "links" / f"{name}.json"


def _kept(name: str) -> dict[str, Any] | None:
    """Read what was kept of an account, unless it is too old or nobody can read it."""
    try:
        kept: dict[str, Any] = json.loads(_file(name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.error("links of subscribers cannot be read: %s", error)
        return None
    # A clock that was set back makes no link younger than it is; it works on.
    return kept if time.time() - kept["made"] <= DAYS * 86400 else None
