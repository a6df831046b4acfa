"""Tables that live elsewhere are checked when they are opened, and never read in full."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from components.campaigns import Shelf
from data import reading, readings
from data.campaign import Campaign
from data.grants import Grant
from data.models.access import Fields, Items
from data.problems import Loss, Unreadable
from data.sources.source import Unreachable
from data.viewer import Viewer, narrow
from tests.data.sources import small

DAY = dt.date(2021, 2, 1)
FILE = {"parquet": "readings.parquet"}


def _row(**cells: object) -> small.Row:
    return {"indicator": "sum", "date": DAY, "region": "110000", "value": 1.0, "position": 1} | cells


def _campaign(folder: Path, *rows: small.Row) -> Path:
    path = small.write(folder / "campaign", readings=FILE)
    small.to_parquet(list(rows), path / "readings.parquet")
    return path


def _codes(campaign: Campaign) -> dict[str, Any]:
    return {problem.code: problem for problem in campaign.problems if problem.code.startswith("source_")}


def test_the_rows_never_enter_memory(tmp_path: Path) -> None:
    campaign = reading.read(_campaign(tmp_path, _row()))
    assert len(campaign["readings"]) == 0
    assert campaign.sources["readings"].count == 1
    assert _codes(campaign) == {}


def test_what_cannot_be_linked_is_counted_by_column(tmp_path: Path) -> None:
    rows = [_row(), _row(indicator="gone"), _row(indicator="gone"), _row(region="Atlantis"), _row(date=None)]
    found = [p for p in reading.read(_campaign(tmp_path, *rows)).problems if p.code.startswith("source_")]
    assert [(p.code, p.column, p.found, p.values.get("n"), p.loss) for p in found] == [
        ("source_incomplete", "", "", "1", Loss.ROW),
        ("source_unlinked", "indicator", "gone", "2", Loss.ROW),
        ("source_unlinked", "region", "Atlantis", "1", Loss.CELL),
    ]
    assert {p.place for p in found} == {"campaign.yaml:" + found[0].place.split(":", 1)[1]}


def test_columns_are_found_by_any_header_and_missing_ones_are_named(tmp_path: Path) -> None:
    headed = {"指标": "sum", "date": DAY, "value": 1.0, "remark": "x", "position": 1}
    campaign = reading.read(_campaign(tmp_path, headed))
    assert readings.series(campaign, 0, DAY)["value"].tolist() == [1.0]
    assert _codes(campaign)["source_unknown_column"].found == "remark"
    (tmp_path / "other").mkdir()
    without = {name: cell for name, cell in headed.items() if name != "date"}
    campaign = reading.read(_campaign(tmp_path / "other", without))
    assert _codes(campaign)["source_columns"].values["needed"] == "date"
    assert campaign.sources == {}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"parquet": "../secret.parquet"}, "source_parquet"),
        ({"parquet": "/etc/passwd"}, "source_parquet"),
        ({"parquet": "*.parquet"}, "source_parquet"),
        ({"parquet": "https://example.com/x.parquet"}, "source_parquet"),
        ({"parquet": "x.parquet", "sql": "readings", "connection": "db"}, "source_form"),
        ({"sql": "readings"}, "source_form"),
        ({"sql": "DROP TABLE readings", "connection": "db"}, "source_sql"),
        ({"sql": "SELECT 1; DELETE FROM readings", "connection": "db"}, "source_sql"),
        ({"sql": "readings", "connection": "a b"}, "source_connection"),
        ({"sql": "readings", "connection": "db", "version": "readings"}, "source_version"),
        ({"parket": "x.parquet"}, "source_key"),
        ({"sql": "readings", "connection": "db"}, "source_not_opened"),
    ],
)
def test_a_source_that_cannot_be_is_a_problem_and_the_rest_is_shown(
    tmp_path: Path, said: dict[str, str], code: str
) -> None:
    campaign = reading.read(small.write(tmp_path / "campaign", readings=said))
    assert list(_codes(campaign)) == [code]
    assert len(campaign["items"]) == 3


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = small.write(tmp_path / "campaign", readings=FILE)
    small.to_parquet([_row()], tmp_path / "outside.parquet")
    (path / "readings.parquet").symlink_to(tmp_path / "outside.parquet")
    assert list(_codes(reading.read(path))) == ["source_parquet"]


def test_a_file_that_was_handed_over_opens_nothing(tmp_path: Path) -> None:
    path = _campaign(tmp_path, _row())
    content = (path / "campaign.yaml").read_bytes()
    assert list(_codes(reading.read_content("campaign.yaml", content))) == ["source_not_opened"]


def test_rows_beside_a_source_win_over_it(tmp_path: Path) -> None:
    path = _campaign(tmp_path, _row())
    (path / "readings.csv").write_text("indicator,date,value\nsum,2021-02-01,1\n")
    assert "table_twice" in {problem.code for problem in reading.read(path).problems}


def test_no_answer_leaves_the_last_good_campaign_and_a_new_file_a_new_version(tmp_path: Path) -> None:
    path = _campaign(tmp_path, _row(value=1.0))
    file = path / "readings.parquet"
    shelf = Shelf(path)
    before, failure = shelf.current()
    assert before is not None
    assert failure is None
    file.write_bytes(b"not Parquet at all")
    shelf._again = 0
    kept, failure = shelf.current()
    assert kept is before
    assert failure is not None
    assert [problem.code for problem in failure.problems] == ["source_unreachable"]
    small.to_parquet([_row(value=2.0)], file)
    shelf._again = 0
    after, failure = shelf.current()
    assert failure is None
    assert after is not None
    assert after.version != before.version
    assert readings.series(after, 0, DAY)["value"].tolist() == [2.0]


def test_a_question_that_finds_no_answer_is_told_apart_from_unreadable_files(tmp_path: Path) -> None:
    path = _campaign(tmp_path, _row())
    campaign = reading.read(path)
    (path / "readings.parquet").unlink()
    with pytest.raises(Unreachable):
        readings.of(campaign).national()
    with pytest.raises(Unreadable):
        reading.read(path)


def test_a_narrowed_viewer_is_told_nothing_of_other_items(tmp_path: Path) -> None:
    rows = [_row(), _row(indicator="whole", region=""), _row(indicator="mixed")]
    campaign = reading.read(_campaign(tmp_path, *rows))
    viewer = Viewer("x", grants=(Grant(frozenset({Items.OWN}), Fields.ALL, ("o1",)),))
    seen = narrow(campaign, viewer)
    assert seen["indicators"]["id"].tolist() == ["sum", "mean", "mixed", "once", "none"]
    asked = seen.sources["readings"].ask("SELECT DISTINCT indicator FROM known ORDER BY indicator")
    assert asked["indicator"].tolist() == ["mixed", "sum"]
    assert readings.points(seen, DAY).indicators.tolist() == [0, 2]
    nothing = dataclasses.replace(campaign.sources["readings"]).narrowed(indicator=[])
    assert len(nothing.ask("SELECT * FROM known")) == 0


def test_ids_are_values_and_never_part_of_the_question(tmp_path: Path) -> None:
    campaign = reading.read(_campaign(tmp_path, _row()))
    relation = campaign.sources["readings"].narrowed(indicator=["x') OR ('1' = '1"])
    assert len(relation.ask("SELECT * FROM known")) == 0
    held = readings.of(campaign).latest(np.array([0]), DAY)
    assert held["readings"]["value"].tolist() == [1.0]
    assert held.positions("items") is campaign.positions("items")
