"""Checks that need more than one cell: contradictions between columns, rows and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import personal, regions
from data.campaign import Campaign
from data.columns import Kind
from data.models import columns
from data.words import FINISHED, NOBODY, Level, Status, fold, label

Mask = NDArray[np.bool_]

_SAYS_NOTHING = (Status.NOT_REPORTED, Status.UNRECOGNISED)


@dataclass(frozen=True, slots=True)
class Finding:
    """Rows of a frame in which a check found something, with what its wording fills in for each."""

    code: str
    table: str
    column: str
    rows: NDArray[np.intp]
    values: Sequence[Mapping[str, str]] = ()


def findings(campaign: Campaign, *, organizations_listed: bool = True) -> Iterator[Finding]:
    """Run all checks."""
    yield from deadline_before_start(campaign)
    yield from milestone_outside_item(campaign)
    yield from done_below_100(campaign)
    yield from status_contradicts_update(campaign)
    yield from no_lead(campaign)
    yield from implements_itself(campaign)
    yield from in_the_future(campaign)
    yield from target_equals_baseline(campaign)
    yield from tiles_without_place(campaign)
    yield from personal_data(campaign)
    if not organizations_listed:
        yield from spelled_twice(campaign)


def personal_data(campaign: Campaign) -> Iterator[Finding]:
    """Find personal data of citizens in all texts; an organization's work contact is there to be asked."""
    for table, frame in campaign.tables.items():
        for name in frame.columns if len(frame) else ():
            column = columns(table).get(str(name).partition(".")[0])
            if column and column.kind is Kind.TEXT and column.name != "contact":
                yield from _personal_data(table, str(name), frame[name])
    for table, frame in campaign.extras.items():
        for name in frame.columns:
            yield from _personal_data(table, str(name), frame[name])


def _personal_data(table: str, name: str, texts: pd.Series[str]) -> Iterator[Finding]:
    found: dict[personal.Kind, list[int]] = {}
    for row in np.flatnonzero(personal.suspects(texts)):
        for kind in {one.kind for one in personal.find(texts.iloc[row])}:
            found.setdefault(kind, []).append(int(row))
    for kind, those in found.items():
        yield Finding(f"personal_{kind}", table, name, np.array(those))


def deadline_before_start(campaign: Campaign) -> Iterator[Finding]:
    """Find items that end before they begin."""
    items = campaign["items"]
    wrong = items["deadline"] < items["start.start"]
    yield _finding("deadline_before_start", "items", "deadline", wrong, start=_days(items["start.start"]))


def milestone_outside_item(campaign: Campaign) -> Iterator[Finding]:
    """Find milestones before the start of their item or after its deadline, as last moved by an update."""
    milestones, items, updates = campaign["milestones"], campaign["items"], campaign["updates"]
    latest = items["deadline"].copy()
    rows, those = campaign.pairs("updates", "item")
    moved = pd.Series(updates["deadline"].to_numpy()[rows]).groupby(those).max()
    latest.iloc[moved.index] = latest.iloc[moved.index].where(
        ~(moved.to_numpy() > latest.iloc[moved.index].to_numpy()), moved.to_numpy()
    )
    item = milestones["item"].cat.codes.to_numpy()
    starts = _at(items["start.start"], item)
    ends = _at(latest, item)
    wrong = (milestones["due"] < starts) | (milestones["due.start"] > ends)
    yield _finding("milestone_outside_item", "milestones", "due", wrong, start=_days(starts), end=_days(ends))


def done_below_100(campaign: Campaign) -> Iterator[Finding]:
    """Find finished items whose progress is not complete."""
    items = campaign["items"]
    wrong = items["status"].isin(FINISHED) & (items["progress"] < 100)
    yield _finding("done_below_100", "items", "progress", wrong)


def status_contradicts_update(campaign: Campaign) -> Iterator[Finding]:
    """Find items whose status differs from their last update, unless it was reported later."""
    items, updates = campaign["items"], campaign["updates"]
    saying = updates.loc[
        updates["status"].notna() & ~updates["status"].isin(_SAYS_NOTHING), ["item", "date", "status"]
    ]
    last = saying.sort_values("date", kind="stable").drop_duplicates("item", keep="last")
    rows = last["item"].cat.codes.to_numpy()
    its = items.iloc[rows]
    status, date = last["status"].astype("str").to_numpy(), last["date"].to_numpy()
    says = ~its["status"].isin(_SAYS_NOTHING).to_numpy()
    newer = its["reported"].to_numpy() > date
    wrong = says & (its["status"].astype("str").to_numpy() != status) & ~newer
    values = [
        {"date": day, "status_zh": label(Status, word, "zh"), "status_en": label(Status, word, "en")}
        for day, word in zip(_days(last["date"])[wrong], status[wrong], strict=True)
    ]
    yield Finding("status_contradicts_update", "items", "status", rows[wrong].astype(np.intp), values)


def no_lead(campaign: Campaign) -> Iterator[Finding]:
    """Find items nobody leads; the items of the ministry itself are led by the host of the campaign."""
    items = campaign["items"]
    words = items["lead.text"]
    unnamed = [word for word in words.cat.categories if not word or fold(word) in NOBODY]
    wrong = items["lead"].isna() & words.isin(unnamed)
    if campaign.settings.host:
        wrong &= items["level"] != Level.MINISTRY
    yield _finding("no_lead", "items", "lead", wrong)


def implements_itself(campaign: Campaign) -> Iterator[Finding]:
    """Find documents said to implement themselves."""
    here, there = campaign.pairs("documents", "implements")
    yield Finding("implements_itself", "documents", "implements", np.unique(here[here == there]))


def in_the_future(campaign: Campaign) -> Iterator[Finding]:
    """Find readings, updates and problem leads dated after the day the campaign speaks for."""
    today = campaign.settings.today()
    for table, column in (("readings", "date"), ("updates", "date"), ("leads", "received")):
        # A month that has begun is no future.
        wrong = campaign[table][f"{column}.start"] > pd.Timestamp(today)
        yield _finding("in_the_future", table, column, wrong, as_of=today.isoformat())


def target_equals_baseline(campaign: Campaign) -> Iterator[Finding]:
    """Find indicators that begin at their target."""
    indicators = campaign["indicators"]
    wrong = indicators["target"] == indicators["baseline"]
    yield _finding("target_equals_baseline", "indicators", "target", wrong)


def tiles_without_place(campaign: Campaign) -> Iterator[Finding]:
    """Find regions whose tile stands where another does, or nowhere though others have a place."""
    frame = campaign["regions"]
    taken, whole = regions.repeated(frame), regions.placed(frame)
    # A value that cannot be read was reported where it stands.
    blank = ((frame[["row.text", "column.text"]] == "").all(axis=1)).to_numpy()
    some = frame[["row", "column"]].notna().to_numpy().any()
    first: dict[tuple[float, float], str] = {}
    for row, column, name in zip(frame["row"], frame["column"], frame["name"], strict=True):
        first.setdefault((row, column), name)
    values = [
        {"row": f"{row:g}", "column": f"{column:g}", "other": first[row, column]}
        for row, column in zip(frame["row"][taken], frame["column"][taken], strict=True)
    ]
    yield Finding("tile_taken", "regions", "row", np.flatnonzero(taken), values)
    yield Finding("tile_without_place", "regions", "row", np.flatnonzero(~whole & blank & some))


def spelled_twice(campaign: Campaign) -> Iterator[Finding]:
    """Find names that differ by what stands in brackets, by punctuation, or by one character left out."""
    names = campaign["organizations"]["name"].tolist()
    cores: dict[str, int] = {}
    shorter: dict[str, int] = {}
    pairs: dict[int, int] = {}
    for row, name in enumerate(names):
        core = _core(name)
        without_one = {core[:i] + core[i + 1 :] for i in range(len(core)) if core[i] not in _COUNTS}
        other = cores.get(core, shorter.get(core))
        if other is None and len(core) > _SHORTEST:
            other = next((cores[part] for part in without_one if part in cores), None)
        # What two names say in brackets tells them apart: "省教育厅（财务处）", "省教育厅（人事处）".
        if other is not None and not (_BRACKETS.search(name) and _BRACKETS.search(names[other])):
            pairs[row] = other
        cores.setdefault(core, row)
        if len(core) > _SHORTEST:
            for part in without_one:
                shorter.setdefault(part, row)
    values = [{"other": names[other]} for other in pairs.values()]
    yield Finding("spelled_twice", "organizations", "name", np.fromiter(pairs, dtype=np.intp), values)


# "第一中学" and "第十一中学" are two schools; of very short names too many differ by one character.
_COUNTS = frozenset("0123456789一二三四五六七八九十")
_SHORTEST = 4


_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")


def _core(name: str) -> str:
    bare = _BRACKETS.sub("", fold(name))
    return re.sub(r"\W", "", bare) or fold(name)


def _at(values: pd.Series[Any], rows: NDArray[Any]) -> pd.Series[Any]:
    """Take values by position; -1 gives none."""
    return values.reindex(rows).reset_index(drop=True)


def _days(dates: pd.Series[Any]) -> NDArray[Any]:
    days: NDArray[Any] = dates.dt.strftime("%Y-%m-%d").fillna("…").to_numpy(dtype=object)
    return days


def _finding(code: str, table: str, column: str, wrong: pd.Series[bool], **values: Any) -> Finding:
    rows = np.flatnonzero(wrong.to_numpy(dtype=bool, na_value=False))
    each = [
        {name: text if isinstance(text, str) else str(text[row]) for name, text in values.items()}
        for row in rows
    ]
    return Finding(code, table, column, rows, each)
