"""The ledger 台账: the items of a scope by department, in the usual columns, and what they rest on."""

from data.ledger.workbook import write

__all__ = ["write"]
