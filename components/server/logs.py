"""What the log looks like and how much it says, by the environment; no secret and no personal data in it."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import re

from data.personal import mask

_QUIET = "WARNING"
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
# Streamlit's routes to the sign-in service and back.
_SIGN_IN = "streamlit.web.server.starlette.starlette_auth_routes"
_SECRET = re.compile(r"((?:token|secret|password|code|state)=)[^&\s\"']+", re.I)


def set_up() -> None:
    """Take level and form from `CAMPAIGN_LOG_LEVEL` and `CAMPAIGN_LOG_FORMAT` (`text` or `json`)."""
    level = os.environ.get("CAMPAIGN_LOG_LEVEL", "").upper()
    logging.getLogger().setLevel(level if level in _LEVELS else _QUIET)
    formatter = Json() if os.environ.get("CAMPAIGN_LOG_FORMAT", "").lower() == "json" else Text()
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.getLogger().handlers = [handler]
    # Streamlit and uvicorn hold handlers of their own, and pass nothing on.
    for name in list(logging.root.manager.loggerDict):
        for own in logging.getLogger(name).handlers:
            own.setFormatter(formatter)
    logging.getLogger(_SIGN_IN).addFilter(_told_briefly)


def _told_briefly(record: logging.LogRecord) -> bool:
    """Tell in a line that the sign-in service failed, which is no fault of the code."""
    if record.exc_info:
        record.msg, record.args = f"{record.getMessage()} {record.exc_info[1]!r}", ()
        record.exc_info = None
    return True


def harmless(text: str) -> str:
    """Take secrets and personal data out of a text that was meant for nobody."""
    return mask(_SECRET.sub(r"\1***", text))


class Text(logging.Formatter):
    """One line for people; a traceback follows it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        return harmless(super().format(record))


class Json(logging.Formatter):
    """One line of JSON for machines, whatever the message holds."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; `fields` given as its extra stand beside the message."""
        fields: dict[str, object] = getattr(record, "fields", {})
        told: dict[str, object] = {
            "time": moment(record.created),
            "level": record.levelname,
            "logger": record.name,
            "message": harmless(record.getMessage()),
            **fields,
        }
        if record.exc_info:
            told["traceback"] = harmless(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False, default=str)


def moment(seconds: float) -> str:
    """Write a moment as ISO 8601, in UTC."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="milliseconds")
