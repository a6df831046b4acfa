import json
import logging

import pytest

from components.server import logs


def record(message: str, error: Exception | None = None) -> logging.LogRecord:
    info = (type(error), error, None) if error else None
    return logging.LogRecord("components.x", logging.ERROR, "x.py", 1, message, None, info)


@pytest.mark.parametrize("formatter", [logs.Text(), logs.Json()])
@pytest.mark.parametrize(
    "secret",
    [
        "/feed.xml?token=abc123",
        "/oauth2callback?code=abc123&x=1",
        "tel 13800138000",
        "li.abc123@mail.example",
    ],
)
def test_no_secret_and_no_personal_data_are_logged(formatter: logging.Formatter, secret: str) -> None:
    line = formatter.format(record(f"seen {secret}", ValueError(secret)))
    assert "seen" in line
    assert "abc123" not in line
    assert "13800138000" not in line


def test_json_is_one_line_whatever_the_message_holds() -> None:
    line = logs.Json().format(record('a\n{"level": "INFO"}', ValueError("b\nc")))
    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["message"]) == ("ERROR", 'a\n{"level": "INFO"}')
    assert "ValueError: b\nc" in told["traceback"]


@pytest.mark.parametrize(("level", "brief"), [(logging.WARNING, True), (logging.ERROR, False)])
def test_what_fails_outside_is_a_line_and_what_fails_here_a_traceback(level: int, brief: bool) -> None:
    told = record("no answer", ConnectionError("refused"))
    told.levelno = level
    assert logs._told_briefly(told)
    line = logs.Text().format(told)
    assert line.endswith("no answer ConnectionError('refused')") is brief
