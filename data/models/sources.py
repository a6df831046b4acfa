"""The form in which a table of YAML says that its rows live elsewhere: in a database or a Parquet file."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, model_validator

from data.models.mapping import key

ELSEWHERE = ("readings", "leads")
"""The tables that may live elsewhere: those that grow without end."""


class SourceForm(BaseModel):
    """What may be said in place of a list of rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sql: str = key(
        "", "数据库中的表名，或一条 SELECT 语句", "Name of a table in the database, or a SELECT statement"
    )
    connection: str = key(
        "",
        "数据库连接的名称，即 secrets.toml 中 [connections.名称]",
        "Name of the connection to the database: [connections.NAME] in secrets.toml",
    )
    version: str = key(
        "",
        "一条查询，数据有变则结果必变；缺省为计数、最新日期与合计",
        "A query whose answer changes whenever the data do; counts, latest dates and sums if left out",
    )
    parquet: str = key(
        "",
        "Parquet 文件，路径相对于活动所在文件夹，不得越出",
        "A Parquet file, by its path from the campaign's folder, which it may not leave",
    )

    @model_validator(mode="after")
    def _of_one_kind(self) -> SourceForm:
        if bool(self.sql) == bool(self.parquet) or bool(self.sql) != bool(self.connection):
            raise ValueError("sql and connection, or parquet")
        if self.version and not self.sql:
            raise ValueError("version goes with sql")
        return self


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where the rows of a table live, and where in the campaign's files that is said."""

    form: SourceForm
    file: str
    line: int
    character: int
