"""Files of other programs: what each is, and how to make one of it that can be read."""

from __future__ import annotations

from pathlib import PurePosixPath

from data.problems import Unreadable
from data.readers import files

_CODES = {
    "old_workbook": (".xls", ".xlt", ".et", ".ett", ".ods", ".xlsb", ".numbers", ".wks"),
    "macro_workbook": (".xlsm", ".xltm", ".xlam"),
    "text_document": (".doc", ".docx", ".docm", ".wps", ".wpt", ".odt", ".rtf", ".pdf", ".ofd", ".pages"),
    "foreign_archive": (".rar", ".7z", ".tar", ".gz", ".tgz"),
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refusal(file: str) -> Unreadable:
    """Make the error for a file that ends like none of those that are read."""
    ending = PurePosixPath(file).suffix.lower()
    code = next((code for code, endings in _CODES.items() if ending in endings), "unknown_kind_of_file")
    return files.refusal(code, file, ending=ending)


def refuse_disguised(file: str, content: bytes) -> None:
    """Refuse what is called a workbook and is none: raises Unreadable."""
    if not content.strip():
        raise files.refusal("empty_file", file)
    if content.startswith(_OLE):
        code = "password_protected" if _ENCRYPTED in content else "old_workbook"
        raise files.refusal(code, file, ending=".xls")
    if not content.startswith(b"PK"):
        raise files.refusal("damaged_workbook", file)
