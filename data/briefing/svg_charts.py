"""Charts of a briefing as SVG: crisp at any size, words and figures as text, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data import formats
from data.briefing.content import Chart, ChartKind, Role, Series
from data.briefing.escaping import escaped
from data.lights.marks import COLOURS
from data.ticks import round_ticks

WIDTH = 640
_LEGEND, _BAR, _GAP, _PLOT, _FOOT, _LEFT, _RIGHT = 30, 26, 14, 170, 30, 60, 64
_FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"
INK = "#1A222B"
_COLOURS = {
    Role.ACTUAL: "#2F6FB5",
    Role.SECOND: "#9AA5B1",
    Role.TARGET: "#7B8794",
    **{Role(str(light)): colour for light, colour in COLOURS.items()},
}
_MOST_LABELS = 8


def draw(chart: Chart, lang: str, *, ink: str = INK) -> str:
    """Draw a chart as an `svg` element, whose alternative text is that of the chart.

    Words and lines are in `ink`, on whatever lies behind.
    """
    body = {ChartKind.LINE: _lines, ChartKind.STACKED: _stacked, ChartKind.COLUMNS: _columns}[chart.kind]
    height = _height(chart)
    parts = [*_legend(chart.series), *body(chart, lang)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" role="img" font-family="{_FONT}" font-size="12" fill="currentColor"'
        f' color="{ink}">'
        f"<title>{escaped(chart.alternative)}</title>{''.join(parts)}</svg>"
    )


def _height(chart: Chart) -> int:
    if chart.kind is ChartKind.STACKED:
        return _LEGEND + len(chart.categories) * (_BAR + _GAP)
    return _LEGEND + _PLOT + _FOOT


def _legend(series: Sequence[Series]) -> Iterator[str]:
    left = float(_LEFT)
    for each in series:
        if each.role is Role.TARGET:
            yield _line([(left, 11), (left + 16, 11)], each.role)
        else:
            yield _box(left, 5, 12, 12, _COLOURS[each.role])
        yield _text(left + 20, 15, each.name)
        left += 36 + _width(each.name)


def _lines(chart: Chart, lang: str) -> Iterator[str]:
    ticks = round_ticks(value for each in chart.series for value in each.values if value is not None)
    yield from _grid(ticks, lang)
    first, last = chart.days[0].toordinal(), chart.days[-1].toordinal()
    across = WIDTH - _LEFT - _RIGHT

    def at(place: int) -> float:
        return _LEFT + across * (chart.days[place].toordinal() - first) / max(last - first, 1)

    for each in chart.series:
        known = [
            (at(place), _down(value, ticks)) for place, value in enumerate(each.values) if value is not None
        ]
        yield _line(known, each.role)
        if each.role is not Role.TARGET:
            yield from (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_COLOURS[each.role]}"/>' for x, y in known
            )
            value = next(value for value in reversed(each.values) if value is not None)
            yield _text(known[-1][0] + 6, known[-1][1] - 6, formats.number(value, lang), weight="bold")
    for place in _spread([at(place) for place in range(len(chart.days))]):
        yield _text(at(place), _LEGEND + _PLOT + 18, chart.categories[place], "middle")


def _spread(places: Sequence[float]) -> Iterator[int]:
    """Choose the points whose labels do not touch: the first, the last, and what lies well between."""
    taken = [0, len(places) - 1]
    for place, left in enumerate(places):
        if all(abs(left - places[other]) > WIDTH / _MOST_LABELS for other in taken):
            taken.append(place)
    yield from sorted(set(taken))


def _columns(chart: Chart, lang: str) -> Iterator[str]:
    ticks = round_ticks(value for each in chart.series for value in each.values if value is not None)
    yield from _grid(ticks, lang)
    step = (WIDTH - _LEFT - _RIGHT) / len(chart.categories)
    wide = step * 0.7 / len(chart.series)
    every = -(-len(chart.categories) // _MOST_LABELS)
    for place, name in enumerate(chart.categories):
        left = _LEFT + step * (place + 0.15)
        for number, each in enumerate(chart.series):
            value = each.values[place]
            if value is not None:
                top = _down(value, ticks)
                yield _box(left + number * wide, top, wide - 1, _down(0, ticks) - top, _COLOURS[each.role])
        if place % every == 0:
            yield _text(left + step * 0.35, _LEGEND + _PLOT + 18, name, "middle")


def _stacked(chart: Chart, lang: str) -> Iterator[str]:
    labels = max(map(_width, chart.categories)) + 12
    most = max(
        sum(each.values[place] or 0 for each in chart.series) for place in range(len(chart.categories))
    )
    scale = (WIDTH - labels - 8) / (most or 1)
    for place, name in enumerate(chart.categories):
        top, left = _LEGEND + place * (_BAR + _GAP), labels
        yield _text(labels - 8, top + 17, name, "end")
        for each in chart.series:
            value = each.values[place] or 0
            yield _box(left, top, value * scale, _BAR, _COLOURS[each.role], edge=True)
            number = formats.number(value, lang)
            if value * scale > _width(number) + 4:
                ink = INK if each.role is Role.YELLOW else "#FFFFFF"
                yield _text(left + value * scale / 2, top + 17, number, "middle", ink=ink)
            left += value * scale


def _grid(ticks: Sequence[float], lang: str) -> Iterator[str]:
    for tick in ticks:
        height = _down(tick, ticks)
        yield f'<path d="M{_LEFT} {height:.1f}H{WIDTH - _RIGHT}" stroke="currentColor" stroke-opacity="0.2"/>'
        yield _text(_LEFT - 6, height + 4, formats.number(tick, lang), "end")


def _down(value: float, ticks: Sequence[float]) -> float:
    return _LEGEND + _PLOT * (1 - (value - ticks[0]) / (ticks[-1] - ticks[0]))


def _line(points: Sequence[tuple[float, float]], role: Role) -> str:
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dash = ' stroke-dasharray="5 4"' if role is Role.TARGET else ""
    return f'<polyline points="{way}" fill="none" stroke="{_COLOURS[role]}" stroke-width="2"{dash}/>'


def _box(left: float, top: float, wide: float, high: float, colour: str, *, edge: bool = False) -> str:
    white = ' stroke="#FFFFFF"' if edge else ""
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{colour}"{white}/>'
    )


def _text(
    left: float, top: float, words: str, anchor: str = "start", *, ink: str = "", weight: str = ""
) -> str:
    look = (f' fill="{ink}"' if ink else "") + (f' font-weight="{weight}"' if weight else "")
    return f'<text x="{left:.1f}" y="{top:.1f}" text-anchor="{anchor}"{look}>{escaped(words)}</text>'


def _width(words: str) -> float:
    """Estimate how wide words are: Chinese signs are as wide as high, others about half of that."""
    return sum(12.0 if ord(sign) > 0x2E80 else 6.8 for sign in words)
