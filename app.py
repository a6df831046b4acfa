"""The web application: the frame, served by Streamlit, with HTTP routes, headers and logs around it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components.server import audit, failures, logs
from components.server.routes import MIDDLEWARE, ROUTES


def tell(error: Exception) -> bool:
    """Show a reader that something failed; imported late, since the frame is not there before the app is."""
    from components import notices

    return notices.failed(error)


@asynccontextmanager
async def started(_: st.App) -> AsyncIterator[None]:
    """Set up the logs once all that writes to them is there."""
    logs.set_up()
    audit.set_up()
    yield


# The main script lies in components/, where no pages/ stands: otherwise Streamlit would open /item, asked
# for first on a fresh process, without the frame.
app = st.App(
    "components/frame.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=started,
    exception_handlers={Exception: failures.answer},
    on_script_error=tell,
)
