"""Opens a campaign: a YAML file, a CSV of items, a workbook, a folder of tables, or a ZIP of a folder."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from data import checks, kept
from data.campaign import Campaign, Origin
from data.models import TABLES
from data.problems import Loss, Problem, Unreadable
from data.readers import (
    csv_sheets,
    files,
    foreign_files,
    mappings,
    responsibility,
    xlsx_sheets,
    yaml_nodes,
    yaml_sheets,
    zip_folders,
)
from data.readers.files import Files, signature
from data.readers.mappings import TableMapping
from data.readers.report import ERROR, WARNING, Report
from data.readers.settings import SettingsRow
from data.readers.sheets import Sheet
from data.readers.tables import Tables
from data.sources import opening
from data.sources.source import Connect

__all__ = ["Unreadable", "read", "read_content", "read_contents", "read_kept", "signature"]


def read(path: Path, mapping: Path | None = None, connect: Connect | None = None) -> Campaign:
    """Read a campaign with all its problems; a single table may be read as a given mapping says.

    Without one, the mapping beside a table is taken; `connect` opens the databases in which tables live.
    Raises Unreadable if nothing of it can be shown.
    """
    if mapping is None:
        return _opened(_read(files.gather(path)), path, connect)
    given = files.gather(mapping)
    return _read(files.gather(path), {mapping.name: given.contents[mapping.name]})


def read_kept(path: Path, folder: Path, connect: Connect | None = None) -> Campaign:
    """Read a campaign, or open it as it was kept in a folder. Raises Unreadable."""
    return _opened(kept.opened(files.gather(path), folder, _read), path, connect)


def _opened(campaign: Campaign, path: Path, connect: Connect | None) -> Campaign:
    """Open the tables that live elsewhere."""
    return opening.opened(campaign, path if path.is_dir() else path.parent, connect)


def read_content(name: str, content: bytes) -> Campaign:
    """Read a file that was handed over, in memory alone: YAML, CSV, XLSX or ZIP. Raises Unreadable."""
    return opening.opened(_read(files.uploaded(name, content)), None, None)


def read_contents(contents: Mapping[str, bytes]) -> Campaign:
    """Read files that were handed over together, as one folder of them. Raises Unreadable."""
    if len(contents) == 1:
        return read_content(*next(iter(contents.items())))
    return opening.opened(_read(files.uploaded_together(contents)), None, None)


def _read(found: Files, given: Mapping[str, bytes] = MappingProxyType({})) -> Campaign:
    found, report, version = unpacked(found), Report(), found.version
    sheets = open_sheets(found, report, given)
    file = _settings_file(found, sheets)
    campaign = assemble(PurePosixPath(found.name).stem, sheets, report, file)
    return dataclasses.replace(campaign, version=version, origins=_origins(found, sheets))


def unpacked(found: Files) -> Files:
    """Unpack a campaign that is a ZIP. Raises Unreadable."""
    packed = not found.folder and found.name.lower().endswith(files.ZIP_ENDING)
    return zip_folders.unpack(found) if packed else found


def open_sheets(
    found: Files, report: Report, given: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, Sheet]:
    """Take the tables out of a campaign's files as they are written. Raises Unreadable if there are none."""
    if given:
        ((name, content),) = given.items()
        through = {found.name: mappings.read(name, content, report)}
    else:
        through = mappings.of_files(found.contents, report)
    sheets = (_folder if found.folder else _single)(found, through, report)
    if sheets:
        _add_settings(sheets, through.values(), report)
    if not sheets:
        raise Unreadable(report.problems() or files.refusal("nothing_to_read", found.name).problems)
    return sheets


def assemble(name: str, sheets: Mapping[str, Sheet], report: Report, settings_file: str) -> Campaign:
    """Make a campaign of tables as written, with all problems; `name` is its title if they give none."""
    row = SettingsRow(sheets.get("campaign"), settings_file, name, report)
    tables = Tables(sheets, report, row.language, row.year)
    settings = row.settings(tables.names("organizations"), tables.id_of_organization)
    elsewhere = {table: sheet.source for table, sheet in sheets.items() if sheet.source}
    campaign = Campaign(settings, tables.frames, extras=tables.extras(), elsewhere=elsewhere)
    listed = "organizations" in sheets
    for finding in checks.findings(campaign, organizations_listed=listed):
        sheet, rows = tables.origin(finding.table, finding.rows)
        values = dict(zip(rows.tolist(), finding.values, strict=False))
        report.rows(sheet, rows, finding.code, finding.column, severity=WARNING, values=values.get)
    return dataclasses.replace(campaign, problems=responsibility.assign(report.problems(), campaign, tables))


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


def _add_settings(sheets: dict[str, Sheet], through: Iterable[TableMapping], report: Report) -> None:
    """Take the campaign's settings from the mapping that states them."""
    for mapping in through:
        if mapping.settings is None:
            continue
        sheet = yaml_sheets.read(mapping.file, mapping.settings, report)["campaign"]
        if other := sheets.get("campaign"):
            place, values = sheet.place(0), {"other": other.file}
            report.add(
                Problem(
                    ERROR, "table_twice", mapping.file, *place, "campaign", values=values, loss=Loss.TABLE
                )
            )
        else:
            sheets["campaign"] = sheet


def _single(found: Files, through: Mapping[str, TableMapping], report: Report) -> dict[str, Sheet]:
    name = found.name
    content, mapping, ending = found.contents[name], through.get(name), name.lower()
    if ending.endswith(files.CSV_ENDING):
        table = mapping.table if mapping else "items"
        sheet = csv_sheets.read(table, name, content, report, mapping)
        return {} if sheet is None else {table: sheet}
    if ending.endswith(files.XLSX_ENDING):
        return xlsx_sheets.read(name, content, report, mapping=mapping)
    if ending.endswith(files.YAML_ENDINGS):
        return _yaml(name, content, report)
    raise foreign_files.refusal(name)


def _folder(found: Files, through: Mapping[str, TableMapping], report: Report) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for name in files.SETTINGS_FILES:
        if name in found.contents:
            sheets |= _yaml(name, found.contents[name], report)
    for name, named in files.tables_by_file(found).items():
        mapping = through.get(name)
        table = mapping.table if mapping else named
        if not table:
            near = difflib.get_close_matches(name.lower(), [f"{table}.csv" for table in TABLES], n=1)
            values = {"near": "".join(near)}
            report.add(Problem(WARNING, "unknown_file", name, values=values, loss=Loss.FILE))
        elif table in sheets:
            values = {"other": sheets[table].file}
            report.add(Problem(ERROR, "table_twice", name, table=table, values=values, loss=Loss.FILE))
        elif (sheet := csv_sheets.read(table, name, found.contents[name], report, mapping)) is not None:
            sheets[table] = sheet
    for name, content in found.contents.items():
        if not files.belongs(name):
            report.add(Problem(WARNING, "unknown_file", name, loss=Loss.FILE))
        elif name.lower().endswith(files.XLSX_ENDING):
            sheets |= xlsx_sheets.read(name, content, report, sheets, through.get(name))
    return sheets


def _yaml(name: str, content: bytes, report: Report) -> dict[str, Sheet]:
    """Read the tables of a YAML file. Raises Unreadable if it is empty or its syntax is broken."""
    return yaml_sheets.read(name, yaml_nodes.document(name, content, report), report)
