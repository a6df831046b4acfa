"""A ledger as an XLSX workbook, made to be filtered on screen and printed on A4 across."""

from __future__ import annotations

import datetime as dt
import functools
import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from data import formats, wording
from data.briefing.progress import Progress, untold
from data.briefing.scope import Scope
from data.campaign import in_language
from data.ledger import items, lists, rows
from data.ledger.looks import Looks
from data.ledger.rows import Rows
from data.ledger.sheets import Cell, Row, Sheet
from data.lights import marks
from data.words import Light
from data.writers import workbook_sizes
from data.writers.workbook_cells import FIRST_DAY, fitting

_HEADER = 2
"""The row of the headers, below the title and what the ledger is about."""
_EPOCH = dt.date(1899, 12, 30).toordinal()
"""From where spreadsheets count days."""
_STEP = 100
"""After how many rows progress is told."""
_LINE, _MARGIN = 13.0, 4.0
_HIGHEST = 409.0
"""Points, beyond which spreadsheet programs make no row higher."""
_MOST_LINES = int((_HIGHEST - _MARGIN) // _LINE)


def write(scope: Scope, progress: Progress = untold) -> bytes:
    """Write the ledger of a scope in its reader's language."""
    sheets = [items.sheet(scope), *lists.sheets(scope)]
    writer = _Writer(scope, sum(sheet.count for sheet in sheets), progress)
    return writer.write(sheets)


class _Writer:
    """Writes one workbook, row after row, so that no more than a row is kept."""

    def __init__(self, scope: Scope, count: int, progress: Progress) -> None:
        self._scope, self._lang = scope, scope.lang
        self._count, self._done, self._progress = count, 0, progress
        self._made = io.BytesIO()
        self._book = Workbook(self._made, {"constant_memory": True})
        self._looks = Looks(self._book, scope.lang)

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        title = in_language(self._scope.campaign.settings.title, self._lang)
        day = dt.datetime.combine(self._scope.period.last, dt.time())
        # The same ledger makes the same file on any day.
        self._book.set_properties({"title": fitting(title, self._lang)[:255], "created": day})
        with self._book:
            for sheet in sheets:
                self._sheet(self._book.add_worksheet(sheet.name, Rows), sheet)
        self._progress(1.0)
        return self._made.getvalue()

    def _sheet(self, into: Rows, sheet: Sheet) -> None:
        for position, column in enumerate(sheet.columns):
            into.set_column(position, position, column.width)
        self._head(into, sheet)
        widths = [column.width for column in sheet.columns]
        for number, row in enumerate(sheet.rows, _HEADER + 1):
            self._row(into, number, row, widths)
            self._done += 1
            if self._done % _STEP == 0:
                self._progress(self._done / (self._count + 1))
        into.freeze_panes(_HEADER + 1, sheet.fixed)
        into.autofilter(_HEADER, 0, _HEADER + max(sheet.count, 1), len(sheet.columns) - 1)
        self._set_print(into, sheet)

    def _head(self, into: Rows, sheet: Sheet) -> None:
        """Write what the sheet is, the day it speaks for, and the headers."""
        campaign = in_language(self._scope.campaign.settings.title, self._lang)
        title = wording.text("ledger.title", self._lang, campaign=campaign, sheet=sheet.name)
        into.add(0, [(fitting(title, self._lang), self._looks.title)], 28.0)
        into.add(1, [(fitting(_about(self._scope), self._lang), self._looks.about)], 18.0)
        heads = [(column.header, self._looks.header) for column in sheet.columns]
        into.add(_HEADER, heads, 2 * _LINE + _MARGIN)

    def _row(self, into: Rows, number: int, row: Row, widths: Sequence[float]) -> None:
        lines = 1
        cells: list[rows.Cell] = []
        for cell, width in zip(row.cells, widths, strict=True):
            if type(cell) is str and not row.heads:
                cell, needed = _fit(cell, width, self._lang)
                lines = max(lines, needed)
            content, look = self._looked(cell)
            cells.append((content, self._looks.group if row.heads else look))
        into.add(number, cells, lines * _LINE + _MARGIN, grouped=row.grouped)

    def _looked(self, cell: Cell) -> rows.Cell:
        """Give a cell its look."""
        if cell is None or type(cell) is str:
            return cell, self._looks.text
        if isinstance(cell, Light):
            return marks.named(cell, self._lang), self._looks.lights[cell]
        if isinstance(cell, dt.date):
            # What a spreadsheet cannot count stays a text.
            if cell < FIRST_DAY:
                return cell.isoformat(), self._looks.text
            return cell.toordinal() - _EPOCH, self._looks.day
        whole = float(cell).is_integer()
        return cell, self._looks.whole if whole else self._looks.number

    def _set_print(self, into: Rows, sheet: Sheet) -> None:
        into.set_landscape()
        into.set_paper(9)  # A4
        into.fit_to_pages(1, 0)
        into.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        into.repeat_rows(_HEADER)
        into.center_horizontally()
        # What is printed of a campaign is content: `&` begins a code of the spreadsheet.
        said = f"{sheet.name}  {_simulated(self._scope)}".strip().replace("&", "&&")
        into.set_footer(f"&L{said}&R&P / &N")
        into.outline_settings(symbols_below=False)


@functools.lru_cache(8192)
def _fit(text: str, width: float, lang: str) -> tuple[str, int]:
    """Count the lines of a text, cut to what the highest row shows; whoever reads it is told of the cut."""
    text = fitting(text, lang)
    lines = workbook_sizes.lines(text, width)
    if lines <= _MOST_LINES:
        return text, lines
    mark = wording.text("ledger.cut", lang)
    while workbook_sizes.lines(text + mark, width) > _MOST_LINES:
        text = text[: int(len(text) * 0.9)]
    return text + mark, _MOST_LINES


def _about(scope: Scope) -> str:
    """Say for which day the ledger speaks, where it comes from, and whether it is made up."""
    settings, lang = scope.campaign.settings, scope.lang
    said = [wording.text("ledger.day", lang, day=formats.day(scope.period.last, lang))]
    if source := in_language(settings.source, lang):
        said.append(wording.text("ledger.source", lang, source=source))
    if settings.source_date:
        said.append(wording.text("ledger.source_date", lang, day=formats.day(settings.source_date, lang)))
    said.append(_simulated(scope))
    return wording.text("ledger.between", lang).join(filter(None, said))


def _simulated(scope: Scope) -> str:
    return wording.text("ledger.simulated", scope.lang) if scope.campaign.settings.simulated else ""
