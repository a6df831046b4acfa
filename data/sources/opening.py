"""Opens the tables of a campaign that live elsewhere, and checks them without fetching their rows."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from pathlib import Path

from data.campaign import Campaign, Origin
from data.columns import Kind
from data.models import columns
from data.models.sources import Elsewhere
from data.problems import Loss, Problem, Severity
from data.readers import headers
from data.sources.parquet import ParquetFile
from data.sources.relation import PRECISION, WORDS, Relation
from data.sources.source import Connect, Failed, Source, problem, unreachable
from data.sources.statement import POSITION, quoted

_SHOWN = 3
"""How many ids a problem about many rows names."""
_WRONG = ("source_extra", "source_connection_unknown")
"""What no second attempt mends: the campaign is shown without the table."""


def opened(campaign: Campaign, folder: Path | None, connect: Connect | None) -> Campaign:
    """Open all tables that live elsewhere. Raises Unreachable if one gives no answer.

    Without a folder or a connection, as for files that were handed over, their tables stay empty and a
    problem says so.
    """
    if not campaign.elsewhere:
        return campaign
    relations: dict[str, Relation] = {}
    versions: list[str] = []
    problems = [*campaign.problems]
    for table, place in campaign.elsewhere.items():
        try:
            found = _open(table, place, folder, connect)
            if isinstance(found, Problem):
                problems.append(found)
                continue
            if missing := _missing(found):
                problems.append(missing)
                continue
            # Before anything is asked: what changes meanwhile is then seen at the next look.
            versions.append(found.version())
            relations[table] = counted = dataclasses.replace(found, count=_count(found))
            problems += _unknown_columns(found)
            problems += _incomplete(counted)
            problems += _unlinked(campaign, counted)
        except Failed as failed:
            if failed.code not in _WRONG:
                raise unreachable(table, place, failed) from failed
            problems.append(problem(failed.code, table, place, found=str(failed)))
    return dataclasses.replace(
        campaign,
        problems=tuple(problems),
        sources=relations,
        origins=(*campaign.origins, *map(_origin, relations.values())),
        version=f"{campaign.version}-{_signed(versions)}" if versions else campaign.version,
        _memory={},
    )


def is_current(campaign: Campaign | None) -> bool:
    """Tell whether the tables that live elsewhere are as they were when opened. Raises Unreachable."""
    if campaign is None or not campaign.sources:
        return True
    versions = [relation.version() for relation in campaign.sources.values()]
    return campaign.version.endswith(f"-{_signed(versions)}")


def _signed(versions: list[str]) -> str:
    return hashlib.sha256("|".join(versions).encode()).hexdigest()[:12]


def _open(table: str, place: Elsewhere, folder: Path | None, connect: Connect | None) -> Relation | Problem:
    form = place.form
    source: Source
    if folder and form.parquet:
        path = (folder / form.parquet).resolve()
        if not path.is_relative_to(folder.resolve()):
            return problem("source_parquet", table, place, found=form.parquet)
        source = ParquetFile(path)
    elif connect and form.sql:
        source = connect(form.connection, form)
    else:
        return problem("source_not_opened", table, place, found=form.parquet or form.connection)
    names = list(source.query(f"SELECT * FROM {source.rows} WHERE 1 = 0", {}).columns)
    return Relation(table, source, place, _named(table, [str(name) for name in names]))


def _named(table: str, names: list[str]) -> dict[str, str]:
    """Find the columns of the model among those of the source, under the first name that fits each."""
    found: dict[str, str] = {}
    for name in names:
        if own := _column(table, name):
            found.setdefault(own, name)
    return found


def _column(table: str, name: str) -> str:
    """Name the column of a frame that a column of a source is; `note_en` and `note.en` are the same."""
    if name.lower() == POSITION:
        return POSITION
    start, _, ending = name.lower().replace(".", "_").rpartition("_")
    own = columns(table).get(headers.find(table, start)) if start else None
    fits = {PRECISION: Kind.DATE, WORDS: Kind.NUMBER}
    if own and fits.get(ending) is own.kind:
        return f"{own.name}.{ending}"
    return headers.find(table, name) or headers.find(table, f"{start}.{ending}")


def _unknown_columns(relation: Relation) -> Iterator[Problem]:
    names = relation.source.query(f"SELECT * FROM {relation.source.rows} WHERE 1 = 0", {}).columns
    for name in names.difference(list(relation.found.values()), sort=False):
        near = headers.near(relation.table, name)
        yield problem(
            "source_unknown_column", relation.table, relation.place, Severity.WARNING,
            found=name, loss=Loss.NOTHING, near=near.name if near else "",
        )  # fmt: skip


def _missing(relation: Relation) -> Problem | None:
    needed = [c.name for c in columns(relation.table).values() if c.required and c.name not in relation.found]
    return (
        problem("source_columns", relation.table, relation.place, needed=", ".join(needed))
        if needed
        else None
    )


def _count(relation: Relation) -> int:
    return int(relation.ask("SELECT COUNT(*) AS n FROM known")["n"].iloc[0])


def _incomplete(relation: Relation) -> Iterator[Problem]:
    """Count the rows that lack what they cannot stand without."""
    written = relation.source.query(f"SELECT COUNT(*) AS n FROM {relation.source.rows}", {})["n"].iloc[0]
    if lost := int(written) - relation.count:
        needed = ", ".join(column.name for column in columns(relation.table).values() if column.required)
        yield problem(
            "source_incomplete", relation.table, relation.place, loss=Loss.ROW, n=f"{lost:,}", needed=needed
        )


def _unlinked(campaign: Campaign, relation: Relation) -> Iterator[Problem]:
    """Count the rows that refer to what the campaign does not have; one problem per column."""
    for name, column in columns(relation.table).items():
        if column.kind is not Kind.REFERENCE or name not in relation.found:
            continue
        assert column.target is not None
        counts = relation.ask(
            f"SELECT {quoted(name)} AS named, COUNT(*) AS n FROM known"
            f" WHERE {quoted(name)} IS NOT NULL GROUP BY {quoted(name)} ORDER BY {quoted(name)}"
        )
        known = campaign.positions(column.target)
        lost = counts[[known.of(str(each)) < 0 for each in counts["named"]]]
        if len(lost):
            shown = ", ".join(map(str, lost["named"].iloc[:_SHOWN])) + (" …" if len(lost) > _SHOWN else "")
            yield problem(
                "source_unlinked", relation.table, relation.place, column=name, found=shown,
                loss=Loss.ROW if column.required else Loss.CELL, n=f"{int(lost['n'].sum()):,}",
            )  # fmt: skip


def _origin(relation: Relation) -> Origin:
    form = relation.place.form
    return Origin(
        form.parquet or f"{form.connection} · {relation.table}",
        relation.source.size(),
        rows={relation.table: relation.count},
    )
