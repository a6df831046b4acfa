"""What the data do not say, so that nobody takes silence for good news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from data import formats, menders
from data.briefing import item_lines, tables, targets
from data.briefing.content import Block, Kind, Paragraph, Section, Span, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, joined, listed, running, said
from data.campaign import Rows
from data.completeness import FIELDS as COLUMNS_OF
from data.completeness import completeness
from data.models import columns
from data.summaries import described
from data.summaries.key_figures import share
from data.wording import text

FIELDS = ("lead", "owner", "deadline", "status", "progress", "source")
"""What a briefing cannot do without; who owes an update is told in a section of its own."""
_COLUMNS = (
    ("field", Kind.TEXT, 2.0),
    ("asked", Kind.NUMBER, 1.0),
    ("missing", Kind.NUMBER, 1.0),
    ("missing_share", Kind.NUMBER, 1.0),
    ("where", Kind.TEXT, 3.0),
)
_NAMED = 3


def compose(scope: Scope) -> Section | None:
    """Tell what is missing of the items, and how many of those announced are described."""
    missing, lang = _missing(scope), scope.lang
    sentences = [*_announced(scope), *_problems(scope)]
    if missing:
        of = targets.page(scope, "data", part="completeness")
        clauses = [
            said("briefing.gaps.field", lang, n=len(rows), of=of, field=field.lower())
            for field, _, rows in missing
        ]
        sentences.insert(0, said("briefing.gaps.fields", lang, fields=listed(clauses, lang)))
    if not sentences:
        return None
    idea = running(sentences, lang)
    blocks: list[Block] = [Paragraph(idea)]
    if missing:
        told = [_row(scope, *gap) for gap in missing]
        blocks.append(tables.table(scope, "gaps", _COLUMNS, told, len(told)))
    return Section(Part.GAPS, Part.GAPS.label(lang), idea, tuple(blocks))


def _missing(scope: Scope) -> list[tuple[str, int, Rows]]:
    """Name each field that is not given of all items, of how many it is asked, and where it is missing."""
    found = completeness(scope.campaign, scope.after)
    gaps = [
        (
            columns("items")[field].header(scope.lang),
            int((found.applies[:, COLUMNS_OF.index(field)] & scope.mask).sum()),
            found.missing(field, scope.mask),
        )
        for field in FIELDS
    ]
    return sorted((gap for gap in gaps if len(gap[2])), key=lambda gap: -len(gap[2]))


def _row(scope: Scope, field: str, asked: int, rows: Rows) -> Sequence[Piece]:
    number = formats.number(len(rows), scope.lang)
    return (
        field,
        formats.number(asked, scope.lang),
        Span(number, targets.page(scope, "data", part="completeness")),
        formats.percent(share(len(rows), asked), scope.lang),
        _where(scope, rows),
    )


def _where(scope: Scope, rows: Rows) -> Piece:
    """Name the items if they are few, else the organizations that lack most."""
    joint = "、" if scope.lang == "zh" else "; "
    if len(rows) <= _NAMED:
        return joined([targets.item(scope, row) for row in rows.tolist()], joint)
    counts = Counter(filter(None, (item_lines.lead(scope, row) for row in rows.tolist())))
    several = [(name, n) for name, n in counts.most_common(_NAMED) if n > 1]
    return joint.join(text("briefing.gaps.of", scope.lang, n=n, name=name) for name, n in several)


def _announced(scope: Scope) -> Iterator[Text]:
    """Compare what was announced with what the data describe; of no concern to a part of the campaign."""
    if not scope.everything:
        return
    for level, count, declared in described(scope.campaign).itertuples(index=False):
        if declared > count:
            marked = (scope.campaign["items"]["level"] == level).to_numpy()
            of = targets.items(scope, marked, levels=(level,))
            announced = formats.number(declared, scope.lang)
            yield said(f"briefing.gaps.announced.{level}", scope.lang, n=count, of=of, declared=announced)


def _problems(scope: Scope) -> Iterator[Text]:
    """Count what is wrong with the files."""
    found = menders.narrow(scope.campaign.problems, scope.campaign, scope.filters, scope.mask)
    if counted := menders.count(found).total:
        yield said("briefing.gaps.problems", scope.lang, n=counted, of=targets.page(scope, "data"))
