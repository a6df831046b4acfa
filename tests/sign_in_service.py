"""A sign-in service (OpenID Connect) of this machine alone, and the settings by which a server uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.server import START_SECONDS, NotStartedError, free_port

SECRET = "0123456789abcdef0123456789abcdef"


def settings(folder: Path, service: str, board: str = "http://127.0.0.1:{port}") -> Mapping[str, str]:
    """Write the settings of a server that uses a service; return the environment to start it with."""
    file = folder / "secrets.toml"
    written = {
        "redirect_uri": f"{board}/oauth2callback",
        "cookie_secret": SECRET,
        "client_id": "board",
        "client_secret": "secret",
        "server_metadata_url": f"{service}/.well-known/openid-configuration",
    }
    lines = [f'{name} = "{value}"' for name, value in written.items()]
    file.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
    return {"STREAMLIT_SECRETS_FILES": str(file)}


@contextmanager
def running(*accounts: Mapping[str, Any], port: int | None = None) -> Iterator[str]:
    """Run a service that knows accounts by their claims, with no passwords; gives its address."""
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    claims = [part for account in accounts for part in ("--user-claims", json.dumps(account))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *claims]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"{url}/.well-known/openid-configuration")
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.1)
    raise NotStartedError(url)
