"""ZIP archives that may be hostile: everything is counted before and while it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from data.readers import files
from data.readers.files import MEGABYTE

MOST_ENTRIES = 2000
LARGEST_UNPACKED = 256 * MEGABYTE
# Tables shrink to a tenth, rarely to a fiftieth; small files are harmless whatever they grow to.
HIGHEST_RATIO = 200
HARMLESS = 8 * MEGABYTE

_ARCHIVES = (".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".cab", ".jar", ".iso")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRY = b"PK\x01\x02"
_ENCRYPTED, _UTF8 = 0x1, 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class Archive:
    """An archive whose list of contents has been checked. Raises Unreadable if it is not to be trusted."""

    def __init__(self, file: str, content: bytes) -> None:
        self._file = file
        if content.count(_ENTRY) > MOST_ENTRIES:
            raise files.refusal("zip_too_many_files", file, limit=f"{MOST_ENTRIES:,}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise files.refusal("zip_damaged", file) from error
        self.names: Mapping[str, zipfile.ZipInfo] = {}
        found = {_name(entry): entry for entry in self._zip.infolist() if not entry.is_dir()}
        for name, entry in found.items():
            self._check(name, entry)
        self._check_size(sum(entry.file_size for entry in self._zip.infolist()), len(content))
        self.names = found

    def _check(self, name: str, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & _ENCRYPTED:
            raise files.refusal("zip_encrypted", self._file)
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise files.refusal("zip_path", self._file, name=name[:80])
        if name.lower().endswith(_ARCHIVES):
            raise files.refusal("zip_nested", self._file, name=name[:80])
        if entry.compress_type not in _METHODS:
            raise files.refusal("zip_damaged", self._file)

    def _check_size(self, unpacked: int, packed: int) -> None:
        if unpacked > LARGEST_UNPACKED:
            limit = f"{LARGEST_UNPACKED // MEGABYTE}"
            raise files.refusal("zip_too_large", self._file, size=f"{unpacked // MEGABYTE:,}", limit=limit)
        if unpacked > max(HARMLESS, HIGHEST_RATIO * packed):
            raise files.refusal("zip_bomb", self._file, ratio=f"{unpacked // packed:,}")

    def read(self, name: str) -> bytes:
        """Unpack one file; what is longer than the list of contents says is never unpacked."""
        entry = self.names[name]
        try:
            with self._zip.open(entry) as opened:
                content = opened.read(entry.file_size + 1)
        except _BROKEN as error:
            raise files.refusal("zip_damaged", self._file) from error
        if len(content) != entry.file_size:
            raise files.refusal("zip_damaged", self._file)
        return content


def _name(entry: zipfile.ZipInfo) -> str:
    """Decode a name: Windows writes Chinese names in GB18030 and says nothing of it."""
    if entry.flag_bits & _UTF8:
        return entry.filename.replace("\\", "/")
    # `zipfile` takes what is not marked as UTF-8 for the encoding of DOS, byte by byte.
    written = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return entry.filename.replace("\\", "/")
