"""Why a written value cannot be read: a stable reason and the facts its wording needs."""

from __future__ import annotations


class CellError(ValueError):
    """A written value stands for nothing; `code` names the problem (`problem.<code>` in the catalogs)."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
