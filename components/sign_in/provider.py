"""The sign-in services that are set up in `.streamlit/secrets.toml`, and whether they can be used."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Mapping
from typing import Any

import streamlit as st

_NEEDED = ("client_id", "client_secret", "server_metadata_url")


def settings() -> Mapping[str, Any]:
    """Return the section `auth`; empty where there is none."""
    found = st.secrets.load_if_toml_exists() and st.secrets.get("auth")
    return found if isinstance(found, Mapping) else {}


def names() -> tuple[str, ...]:
    """List the services by their names in the settings; one without a name of its own is `default`."""
    section = settings()
    if not all(
        isinstance(section.get(key), str) and section[key] for key in ("redirect_uri", "cookie_secret")
    ):
        return ()
    named = {"default": section, **{key: part for key, part in section.items() if isinstance(part, Mapping)}}
    return tuple(name for name, part in named.items() if all(part.get(key) for key in _NEEDED))


@functools.cache
def installed() -> bool:
    """Tell whether the package is there that speaks to them: extra `auth`."""
    return importlib.util.find_spec("authlib") is not None
