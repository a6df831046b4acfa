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
# Streamlit's, which warn of a sign-in service that does not answer, and of what no browser sends.
_OUTSIDE = [f"streamlit.web.server.starlette.starlette_{name}" for name in ("auth_routes", "websocket")]
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
    for name in _OUTSIDE:
        logging.getLogger(name).addFilter(_told_briefly)


def _told_briefly(record: logging.LogRecord) -> bool:
    """Tell a warning in a line: what fails outside is no fault of the code."""
    if record.exc_info and record.levelno <= logging.WARNING:
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
