"""The regions of a campaign, each with the place of its tile on the map."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from data import figures
from data.columns import Key, Kind, Prose, Row, Texts, column

LAST_PLACE = 40
"""The last row and the last column of the map; more tiles beside each other could not be told apart."""

Place = Annotated[float, BeforeValidator(figures.read_whole), Field(ge=1, le=LAST_PLACE), Kind.NUMBER]


class Region(Row):
    """A province, state or district; without this table the regions are China's province-level units."""

    id: Key = column(
        "地区编号",
        "Region ID",
        "编号",
        "代码",
        "地区代码",
        "id",
        "code",
        required=True,
        help_zh="没有地区表的活动用中国 34 个省级行政区及其六位代码",
        help_en="A campaign without this table has China's 34 province-level units and their six-digit codes",
    )
    name: Prose = column("地区", "Region", "名称", "地区名称", "name", required=True)
    short_name: Prose | None = column(
        "简称", "Short name", help_zh="写在地图的格子里", help_en="What its tile on the map says"
    )
    aliases: Texts | None = column(
        "别名", "Aliases", help_zh="文件里出现过的其他写法", help_en="Other spellings found in files"
    )
    row: Place | None = column(
        "行",
        "Row",
        help_zh=f"地图上的格子在第几行，从上往下数，1 至 {LAST_PLACE}",
        help_en=f"Row of its tile on the map, counted from the top, 1 to {LAST_PLACE}",
    )
    column: Place | None = column(
        "列",
        "Column",
        help_zh=f"地图上的格子在第几列，从左往右数，1 至 {LAST_PLACE}",
        help_en=f"Column of its tile on the map, counted from the left, 1 to {LAST_PLACE}",
    )
