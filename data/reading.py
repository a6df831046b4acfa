"""Opens a campaign: one YAML file, a folder of `campaign.yaml` and CSV tables, or one CSV of items."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from pathlib import Path

from data import checks
from data.campaign import Campaign, Origin
from data.errors import CellError
from data.models import TABLES
from data.problems import Loss, Problem, Unreadable
from data.readers import csv_sheets, files, responsibility, yaml_nodes, yaml_sheets
from data.readers.files import Files, signature
from data.readers.report import ERROR, WARNING, Report
from data.readers.settings import SettingsRow
from data.readers.sheets import Sheet
from data.readers.tables import Tables

__all__ = ["Unreadable", "read", "signature"]


def read(path: Path) -> Campaign:
    """Read a campaign with all its problems. Raises Unreadable if nothing of it can be shown."""
    found = files.gather(path)
    report = Report()
    sheets = _folder(found, report) if path.is_dir() else _single(found, report)
    if not sheets:
        raise Unreadable(report.problems() or files.refusal("nothing_to_read", path.name).problems)
    row = SettingsRow(sheets.get("campaign"), _settings_file(path, found), path.stem, report)
    tables = Tables(sheets, report, row.language, row.year)
    settings = row.settings(tables.names("organizations"), tables.id_of_organization)
    extras = tables.extras()
    campaign = Campaign(settings, tables.frames, extras=extras, version=found.version)
    listed = "organizations" in sheets
    for finding in checks.findings(campaign, organizations_listed=listed):
        sheet, rows = tables.origin(finding.table, finding.rows)
        values = dict(zip(rows.tolist(), finding.values, strict=False))
        report.rows(sheet, rows, finding.code, finding.column, severity=WARNING, values=values.get)
    problems = responsibility.assign(report.problems(), campaign, tables)
    return dataclasses.replace(campaign, problems=problems, origins=_origins(found, sheets))


def _origins(found: Files, sheets: Mapping[str, Sheet]) -> tuple[Origin, ...]:
    """Tell what each file brought; one that brought nothing is told as well."""
    return tuple(
        Origin(
            name,
            len(content),
            found.modified.get(name),
            {table: len(sheet) for table, sheet in sheets.items() if sheet.file == name},
        )
        for name, content in found.contents.items()
    )


def _settings_file(path: Path, found: Files) -> str:
    """Name the file in which the settings should stand; empty for a single table, which has none."""
    if path.is_dir():
        return files.SETTINGS_FILES[0]
    return "" if path.name.lower().endswith(files.CSV_ENDING) else min(found.contents)


def _single(found: Files, report: Report) -> dict[str, Sheet]:
    ((name, content),) = found.contents.items()
    if name.lower().endswith(files.CSV_ENDING):
        sheet = csv_sheets.read("items", name, content, report)
        return {} if sheet is None else {"items": sheet}
    if name.lower().endswith(files.YAML_ENDINGS):
        return _yaml(name, content, report)
    raise files.refusal("unknown_kind_of_file", name)


def _folder(found: Files, report: Report) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for name in files.SETTINGS_FILES:
        if name in found.contents:
            sheets |= _yaml(name, found.contents[name], report)
    for name, table in files.tables_by_file(found).items():
        if not table:
            near = difflib.get_close_matches(name.lower(), [f"{table}.csv" for table in TABLES], n=1)
            values = {"near": "".join(near)}
            report.add(Problem(WARNING, "unknown_file", name, values=values, loss=Loss.FILE))
        elif table in sheets:
            values = {"other": sheets[table].file}
            report.add(Problem(ERROR, "table_twice", name, table=table, values=values, loss=Loss.FILE))
        elif (sheet := csv_sheets.read(table, name, found.contents[name], report)) is not None:
            sheets[table] = sheet
    return sheets


def _yaml(name: str, content: bytes, report: Report) -> dict[str, Sheet]:
    """Read the tables of a YAML file. Raises Unreadable if it is empty or its syntax is broken."""
    if not content.strip():
        raise files.refusal("empty_file", name)
    try:
        text = content.decode(files.encoding(content))
    except CellError as error:
        raise files.refusal(error.code, name, **error.values) from error
    root = yaml_nodes.read(name, text, report)
    if root is None or root.value is None:
        raise files.refusal("empty_file", name)
    return yaml_sheets.read(name, root, report)
