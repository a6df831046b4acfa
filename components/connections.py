"""Connections to the databases in which tables live, as secrets.toml names them."""

from __future__ import annotations

import streamlit as st

from data.models.sources import SourceForm
from data.sources.database import Database
from data.sources.source import Failed, Source


def connect(name: str, form: SourceForm) -> Source:
    """Open the connection of a name for a table; Streamlit keeps one for all sessions. Raises Failed."""
    try:
        # A connection that the server closed in the meantime is replaced, not used.
        engine = st.connection(name, type="sql", pool_pre_ping=True).engine
    except ImportError as error:
        raise Failed("source_extra", error.name or "sqlalchemy") from error
    except Exception as error:
        # What is wrong with the settings is told by name alone: they hold a password.
        raise Failed("source_connection_unknown", name) from error
    return Database(engine, form)
