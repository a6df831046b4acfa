"""The mapping file: how a table that was made for other purposes is to be read."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from data.words import DateOrder

# What offices write; each reads every text of the narrower sets before it (GB2312 and GBK within GB18030).
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312", "big5"),
    *(
        "cp1252",
        "iso8859-1",
        "cp1250",
        "cp1251",
        "mac-roman",
        "shift_jis",
        "cp932",
        "euc_kr",
        "cp437",
        "cp850",
    ),
)
DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def _encoding(text: str) -> str:
    try:
        name = codecs.lookup(text).name
    except LookupError:
        name = ""
    if name not in {codecs.lookup(known).name for known in ENCODINGS}:
        raise ValueError(", ".join(ENCODINGS))
    return "gb18030" if name in ("gbk", "gb2312") else name


def _delimiter(text: object) -> object:
    text = DELIMITERS.get(text, text) if isinstance(text, str) else text
    if not isinstance(text, str) or len(text) != 1 or text in '"\r\n':
        raise ValueError(", ".join(DELIMITERS))
    return text


def _several(given: object) -> object:
    """Take one text for a list of one, and nothing for an empty list."""
    if isinstance(given, str):
        return (given,) if given else ()
    return () if given is None else given


def _text(given: object) -> object:
    return "" if given is None else given


Texts = Annotated[tuple[str, ...], BeforeValidator(_several)]
Values = Mapping[str, Annotated[str, BeforeValidator(_text)]]


def key(default: object, help_zh: str, help_en: str) -> Any:
    """Declare a key with its default and its help in both languages."""
    extra: dict[str, Any] = {"help": {"zh": help_zh, "en": help_en}}
    return Field(default, description=help_en, json_schema_extra=extra)


class MappingFile(BaseModel):
    """What a mapping file may say; every key may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str = key("items", "文件里是哪张表；缺省为 items", "Which table the file holds; items if left out")
    sheet: str = key("", "工作簿中的工作表名称", "Name of the worksheet in a workbook")
    encoding: Annotated[str, AfterValidator(_encoding)] = key(
        "", "文字编码，如 cp1252、gb18030", "Text encoding, such as cp1252 or gb18030"
    )
    delimiter: Annotated[str, BeforeValidator(_delimiter)] = key(
        "", "分隔符，如 ; 或 tab", "What stands between cells, such as ; or tab"
    )
    skip_rows: Annotated[int, Field(ge=0, le=1000)] = key(
        0, "表头之前要跳过的行数", "How many rows to skip before the headers"
    )
    transpose: bool = key(
        False,
        "表头在第一列、每列一个事项时为 true",
        "true if headers stand in the first column, a row in each other",
    )
    columns: Mapping[str, Texts] = key(
        {},
        "字段: 文件里的表头或列标；可列多个；留空表示不读",
        "field: header or letter of a column in the file; several may be listed; nothing leaves it unread",
    )
    values: Mapping[str, Values] = key(
        {}, "字段: {文件里的写法: 应读作}", "field: {as written in the file: what it is read as}"
    )
    split: Mapping[str, Texts] = key(
        {},
        "字段: 一格多值时的分隔符；留空表示不拆分",
        "field: what stands between several values in a cell; nothing keeps the cell whole",
    )
    fill_down: Texts = key(
        (),
        "合并单元格只在首行有值的字段，向下填充",
        "Fields whose cells hold for the blank cells below them too",
    )
    sections: str = key(
        "",
        "只有一格有内容的小标题行写入哪个字段",
        "Field that rows with a single filled cell, as headings, speak for",
    )
    dates: Annotated[DateOrder, BeforeValidator(DateOrder.read)] | None = key(
        None, "01/02/2021 这类日期的写法：day first（日在前）或 month first（月在前）",
        "How dates such as 01/02/2021 are written: day first or month first",
    )  # fmt: skip
    defaults: Mapping[str, str] = key({}, "字段: 没有填写时的值", "field: its value where nothing is written")
    campaign: Mapping[str, Any] = key(
        {}, "活动的设置，同 campaign.yaml", "Settings of the campaign, as in campaign.yaml"
    )
