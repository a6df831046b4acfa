"""Opens a campaign: a YAML file, a CSV of items, a workbook, a folder of tables, or a ZIP of a folder."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from data import checks
from data.campaign import Campaign, Origin
from data.errors import CellError
from data.models import TABLES
from data.problems import Loss, Problem, Unreadable
from data.readers import (
    csv_sheets,
    files,
    foreign_files,
    responsibility,
    xlsx_sheets,
    yaml_nodes,
    yaml_sheets,
    zip_folders,
)
from data.readers.files import Files, signature
from data.readers.report import ERROR, WARNING, Report
from data.readers.settings import SettingsRow
from data.readers.sheets import Sheet
from data.readers.tables import Tables

__all__ = ["Unreadable", "read", "read_content", "signature"]


def read(path: Path) -> Campaign:
    """Read a campaign with all its problems. Raises Unreadable if nothing of it can be shown."""
    return _read(files.gather(path))


def read_content(name: str, content: bytes) -> Campaign:
    """Read a file that was handed over, in memory alone: YAML, CSV, XLSX or ZIP. Raises Unreadable."""
    return _read(files.uploaded(name, content))


def _read(found: Files) -> Campaign:
    if not found.folder and found.name.lower().endswith(files.ZIP_ENDING):
        found = zip_folders.unpack(found)
    report, version = Report(), found.version
    sheets = _folder(found, report) if found.folder else _single(found, report)
    if not sheets:
        raise Unreadable(report.problems() or files.refusal("nothing_to_read", found.name).problems)
    row = SettingsRow(
        sheets.get("campaign"), _settings_file(found, sheets), PurePosixPath(found.name).stem, report
    )
    tables = Tables(sheets, report, row.language, row.year)
    settings = row.settings(tables.names("organizations"), tables.id_of_organization)
    extras = tables.extras()
    campaign = Campaign(settings, tables.frames, extras=extras, version=version)
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


def _settings_file(found: Files, sheets: Mapping[str, Sheet]) -> str:
    """Name the file in which the settings should stand; empty for a single table, which has none."""
    if found.folder:
        return files.SETTINGS_FILES[0]
    single = found.name.lower().endswith(files.TABLE_ENDINGS) and sheets.keys() == {"items"}
    return "" if single else found.name


def _single(found: Files, report: Report) -> dict[str, Sheet]:
    ((name, content),) = found.contents.items()
    ending = name.lower()
    if ending.endswith(files.CSV_ENDING):
        sheet = csv_sheets.read("items", name, content, report)
        return {} if sheet is None else {"items": sheet}
    if ending.endswith(files.XLSX_ENDING):
        return xlsx_sheets.read(name, content, report)
    if ending.endswith(files.YAML_ENDINGS):
        return _yaml(name, content, report)
    raise foreign_files.refusal(name)


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
    for name, content in found.contents.items():
        if name.lower().endswith(files.XLSX_ENDING):
            sheets |= xlsx_sheets.read(name, content, report, taken=sheets)
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
