"""What a form of export cannot hold."""

from __future__ import annotations

from data import wording


class TooLargeError(Exception):
    """A campaign has more cells (or text) than a form holds (`export.too_large.<form>` in the catalogs)."""

    def __init__(self, form: str, found: int, limit: int) -> None:
        super().__init__(f"{form}: {found} > {limit}")
        self.form = form
        self.found = found
        self.limit = limit

    def describe(self, lang: str) -> str:
        """Say what does not fit, and what to do instead."""
        found, limit = f"{self.found:,}", f"{self.limit:,}"
        return wording.text(f"export.too_large.{self.form}", lang, found=found, limit=limit)
