"""A file is made when somebody asks for it, in the language in which they asked."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pandas as pd
import pytest
import streamlit as st

from components import download
from components.language import t
from components.sign_in import admission
from components.sign_in.admission import Admission
from data.viewer import EVERYBODY


@pytest.mark.parametrize(("lang", "said"), [("zh", "下载 CSV"), ("en", "Download CSV")])
def test_a_table_is_made_in_the_language_of_who_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, said: str
) -> None:
    asked: list[Callable[[], bytes]] = []
    made: list[bytes] = []
    monkeypatch.setattr(st, "session_state", {"language": lang})
    monkeypatch.setattr(admission, "current", lambda: Admission(tmp_path, {}, EVERYBODY))
    monkeypatch.setattr(st, "download_button", lambda _, data, **__: asked.append(data))
    download.csv_button(lambda: pd.DataFrame({t("download.csv"): ["1"]}), "table", "key")
    # Streamlit makes it in a thread that belongs to no session.
    monkeypatch.setattr(st, "session_state", {})
    thread = Thread(target=lambda: made.append(asked[0]()))
    thread.start()
    thread.join()
    assert said in made[0].decode()
