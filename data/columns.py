"""What a column of a table is: kind, headers and help, derived from the pydantic model that declares it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from data import dates, figures
from data.words import Word


class Kind(Enum):
    """How a column is read, kept in a frame and written out again."""

    KEY = auto()
    TEXT = auto()
    TEXTS = auto()
    WORD = auto()
    NUMBER = auto()
    DATE = auto()
    FLAG = auto()
    LINK = auto()
    REFERENCE = auto()
    REFERENCES = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """The table whose ids a reference names."""

    table: str


class Translatable:
    """Marks text that may carry a translation (`title.en`, or `title: {zh: ..., en: ...}`)."""


def _http_only(text: str) -> str:
    if not text.lower().startswith(("http://", "https://")):
        raise ValueError("a link starts with http:// or https://")
    return text


def _flag(text: object) -> bool:
    word = str(text).strip().casefold()
    if word in {"true", "yes", "1", "是", "y"}:
        return True
    if word in {"false", "no", "0", "否", "n", ""}:
        return False
    raise ValueError("yes or no")


# A word of letters, digits, `-` and `_` in any script.
Key = Annotated[str, StringConstraints(pattern=r"^[\w-]+$"), Kind.KEY]
Text = Annotated[str, Kind.TEXT]
Prose = Annotated[str, Kind.TEXT, Translatable()]
Texts = Annotated[tuple[str, ...], Kind.TEXTS]
Number = Annotated[float, BeforeValidator(figures.read), Kind.NUMBER]
Percent = Annotated[float, BeforeValidator(figures.read_percent), Field(ge=0, le=100), Kind.NUMBER]
Date = Annotated[dates.Period, BeforeValidator(dates.read), Kind.DATE]
Flag = Annotated[bool, BeforeValidator(_flag), Kind.FLAG]
Link = Annotated[str, AfterValidator(_http_only), Kind.LINK]
RegionRef = Annotated[str, Kind.REFERENCE, Target("regions")]
RegionRefs = Annotated[tuple[str, ...], Kind.REFERENCES, Target("regions")]
OrganizationRef = Annotated[str, Kind.REFERENCE, Target("organizations")]
OrganizationRefs = Annotated[tuple[str, ...], Kind.REFERENCES, Target("organizations")]
GroupRef = Annotated[str, Kind.REFERENCE, Target("groups")]
ItemRef = Annotated[str, Kind.REFERENCE, Target("items")]
ItemRefs = Annotated[tuple[str, ...], Kind.REFERENCES, Target("items")]
IndicatorRef = Annotated[str, Kind.REFERENCE, Target("indicators")]
DocumentRefs = Annotated[tuple[str, ...], Kind.REFERENCES, Target("documents")]


def column(
    zh: str,
    en: str,
    *others: str,
    help_zh: str = "",
    help_en: str = "",
    required: bool = False,
    internal: bool = False,
) -> Any:
    """Declare a column by its headers, Chinese, English and others accepted, and help in both languages.

    What is `internal` is seen only by those to whom the file of rights grants it.
    """
    about = {
        **{"zh": zh, "en": en, "others": others},
        **{"help_zh": help_zh, "help_en": help_en, "internal": internal},
    }
    default: Any = ... if required else None
    extra: dict[str, Any] = {"column": about}
    return Field(default, title=en, description=help_en or None, json_schema_extra=extra)


class Row(BaseModel):
    """A row of any table: every row may name the source and the date it was taken from."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    source: Prose | None = column(
        "来源", "Source", "出处", help_zh="文字或数据的出处", help_en="Where the row was taken from"
    )
    source_date: Date | None = column(
        "来源日期", "Source date", help_zh="来源发布的日期", help_en="When the source was published"
    )
    source_url: Link | None = column(
        "来源链接", "Source link", "网址", "链接", help_zh="来源的网址", help_en="Web address of the source"
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, as its model declares it."""

    table: str
    name: str
    kind: Kind
    annotation: Any
    required: bool
    translatable: bool
    target: str | None
    words: type[Word] | None
    zh: str
    en: str
    others: tuple[str, ...]
    help_zh: str
    help_en: str
    internal: bool

    def header(self, lang: str) -> str:
        """Name the column in the reader's language."""
        return self.zh if lang == "zh" else self.en

    def help(self, lang: str) -> str:
        """Explain the column in the reader's language."""
        return self.help_zh if lang == "zh" else self.help_en


def _marks(annotation: Any) -> tuple[Any, list[Any]]:
    """Split `Annotated[X, ...] | None` into the annotation without None and its marks."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Annotated:
        return annotation, list(get_args(annotation)[1:])
    return annotation, []


def _column(
    table: str, name: str, annotation: Any, required: bool, metadata: list[Any], about: Mapping[str, Any]
) -> Column:
    bare, marks = _marks(annotation)
    marks = [*metadata, *marks]
    words = bare if isinstance(bare, type) and issubclass(bare, Word) else None
    # pydantic moves the marks of a required field to its metadata; a validator needs them back.
    full = Annotated[(bare, *metadata)] if metadata else bare
    return Column(
        table=table,
        name=name,
        kind=Kind.WORD if words else next(mark for mark in marks if isinstance(mark, Kind)),
        annotation=Annotated[words, BeforeValidator(words.read)] if words else full,
        required=required,
        translatable=any(isinstance(mark, Translatable) for mark in marks),
        target=next((mark.table for mark in marks if isinstance(mark, Target)), None),
        words=words,
        **about,
    )


@functools.cache
def columns_of(table: str, model: type[BaseModel]) -> Mapping[str, Column]:
    """List the columns a model declares, by name, in the order in which a person reads them (source last)."""
    found = {}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        assert isinstance(extra, dict)
        about: Any = extra["column"]
        found[name] = _column(table, name, field.annotation, field.is_required(), list(field.metadata), about)
    own = [name for name in found if name not in Row.model_fields]
    return {name: found[name] for name in (*own, *(n for n in found if n in Row.model_fields))}
