"""One department: what it is, how what it leads and supports stands, and what it owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from components import cards, chart, empty, item_lines, item_table, language, links, markdown, replay
from components.board import Board
from components.chart import Chart
from components.charts.lights_by_department import lights_by_department
from components.charts.stacked_bars import Bar
from components.item import cells, part
from components.language import header, t
from components.plain import plain_title
from components.together import Part
from data.campaign import Rows
from data.day_numbers import UNKNOWN
from data.words import Light, OrganizationKind

_LISTED = 6


@replay.made
def head(board: Board, department: int) -> str:
    """Lead back to all departments, name this one, and say what it is and which groups it is a member of."""
    everyone = board.link(filters=board.narrowed(departments=()))
    back = f":material/arrow_back: {links.to('departments', everyone, t('departments.all'))}"
    groups, members = board.campaign.pairs("groups", "members")
    names = [cells.text(board, "groups", "name", row) for row in groups[members == department].tolist()]
    facts = {
        "name": cells.text(board, "organizations", "name", department),
        "kind": cells.word(board, OrganizationKind, "organizations", "kind", department),
        "parent": cells.organization(board, "organizations", "parent", department),
        "contact": cells.text(board, "organizations", "contact", department),
    }
    told = {header("organizations", name): fact for name, fact in facts.items()}
    told[t("departments.groups")] = cells.listed(names) or t("departments.no_group")
    return f"{back}\n\n# {plain_title(board.organization(department))}\n\n{part.facts(told)}"


def part_in(board: Board, department: int) -> tuple[Rows, Rows]:
    """Split the items shown into those the department leads and those it supports, each most urgent first."""
    leads = board.campaign.codes("items", "lead")[board.rows] == department
    items, organizations = board.campaign.pairs("items", "support")
    supported = np.zeros(len(board.mask), dtype=bool)
    supported[items[organizations == department]] = True
    return board.rows[leads], board.rows[supported[board.rows] & ~leads]


def leading(board: Board, led: Rows) -> Board:
    """Narrow the board to what the department leads."""
    mask = np.zeros(len(board.mask), dtype=bool)
    mask[led] = True
    return replace(board, filters=replace(board.filters, role="lead"), mask=mask, rows=led)


def show_lights(board: Board, led: Rows, supported: Rows, heading: str) -> None:
    """Draw the lights of what it leads and of what it supports."""
    chart.show(_lights(board, led, supported), "department.lights", heading=heading)


@replay.made
def _lights(board: Board, led: Rows, supported: Rows) -> Chart:
    codes = board.standing.column("light")
    bars = [
        Bar(t(f"departments.role.{role}"), None, np.bincount(codes[rows], minlength=len(Light)).tolist())
        for role, rows in (("lead", led), ("support", supported))
        if len(rows)
    ]
    return lights_by_department(bars, t("departments.role"))


def owed(board: Board, led: Rows, heading: str) -> str:
    """List what it owes among the items it leads: late, due soon, waiting for an update."""
    texts = _owed(board, led)
    return markdown.below(heading, cards.laid(texts) if texts else _nothing_owed(board, led))


@replay.made
def _owed(board: Board, led: Rows) -> list[str]:
    kinds: list[tuple[str, str, Callable[[Board, int], str]]] = [
        ("late", "deadline_passed", _days_late),
        ("soon", "deadline_soon", _days_left),
        ("silent", "silent", item_lines.days_silent),
    ]
    found = [(kind, led[board.standing.column(rule)[led]].tolist(), said) for kind, rule, said in kinds]
    return [_card(board, kind, rows, said) for kind, rows, said in found if rows]


def _card(board: Board, kind: str, rows: list[int], said: Callable[[Board, int], str]) -> str:
    entries = [
        markdown.lines(item_lines.link(board, row), markdown.small(said(board, row)))
        for row in rows[:_LISTED]
    ]
    if len(rows) > _LISTED:
        entries.append(markdown.small(t("departments.more", n=len(rows) - _LISTED)))
    return cards.listing(f"**{t(f'departments.owed.{kind}')}** · {len(rows)}", entries)


def items(board: Board, rows: Rows, role: str) -> Iterator[Part]:
    """List the items it leads or supports in a table."""
    yield markdown.heading(t(f"departments.role.{role}_items"))
    if len(rows):
        yield partial(item_table.show, board, rows, key=f"department.{role}")
    else:
        yield markdown.small(empty.words(f"departments.role.{role}_none"))


def _nothing_owed(board: Board, led: Rows) -> str:
    column = board.standing.column
    undated = (column("deadline") == UNKNOWN) & ~column("continuing") & ~column("finished")
    if unknown := int(np.count_nonzero(undated[led])):
        return ":material/info: " + t("departments.owe_unknown", n=unknown)
    return empty.words("departments.owe_none")


def _days_late(board: Board, row: int) -> str:
    return t("departments.late_days", n=-_left(board, row), day=_deadline(board, row))


def _days_left(board: Board, row: int) -> str:
    return t("departments.soon_days", n=_left(board, row), day=_deadline(board, row))


def _left(board: Board, row: int) -> int:
    return int(board.standing.cell("items", "days_left", row))


def _deadline(board: Board, row: int) -> str:
    return language.day(board.standing.cell("items", "deadline", row))
