"""Where the index lies: a directory a version, in it one directory a build, and a pointer to the build in use.

A build is finished beside the one in use, then the pointer is replaced in one step. A file is whole when the
checksum that the engine writes at its end is right; the list of files (`meta.json`) has none, so its own stands in
`seen`, beside what the build has taken in.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tarjotin.search.index import following
from tarjotin.search.index.following import Seen
from tarjotin.search.index.schema import FIELDS_MARK, SCHEMA_VERSION
from tarjotin.words.analysis import ANALYSIS_VERSION, analyser_name
from tarjotin.words.thesaurus import VERSION as THESAURUS_VERSION

OLD_VERSIONS_KEPT_S = 86_400  # processes of the version before may still read it
_BLOCK = 1 << 20
_FOOTER = struct.Struct("<II")  # length of the footer, and the engine's mark


def version() -> str:
    """Another one whenever the same catalogue would give another index."""
    words = f"words{ANALYSIS_VERSION}-{analyser_name()}-{THESAURUS_VERSION}"
    return f"schema{SCHEMA_VERSION}-{FIELDS_MARK:04x}-{words}"


def root() -> Path:
    return Path(settings.INDEX_DIR) / version()


def current() -> Path | None:
    """The build in use."""
    try:
        name = (root() / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return root() / name if name.startswith("build-") and "/" not in name else None


def stamp(build: Path) -> int:
    """Another one after each commit."""
    return (build / "meta.json").stat().st_mtime_ns


def new_build() -> Path:
    path = root() / f"build-{time.time_ns()}"
    path.mkdir(parents=True)
    return path


def switch_to(build: Path) -> None:
    """From now on readers open this build; the others go."""
    _replace(root() / "current", build.name.encode("ascii"))
    clear_away(build)


def clear_away(*kept: Path) -> None:
    """Remove builds that were left half-way or are no longer read, and versions nobody runs any more."""
    for path in root().glob("build-*"):
        if path not in kept:
            shutil.rmtree(path, ignore_errors=True)
    for path in root().parent.glob("schema*-*-words*"):
        if path != root() and time.time() - path.stat().st_mtime > OLD_VERSIONS_KEPT_S:
            shutil.rmtree(path, ignore_errors=True)


def write_seen(build: Path, seen: Seen) -> None:
    """After the commit it tells of. Killed in between, the next refresh finds another list of files and builds anew."""
    _replace(build / "seen", b"%08x\n%s" % (_mark_of_list(build), following.dump(seen)))


def read_seen(build: Path) -> Seen | None:
    """What the build has taken in; `None` when that cannot be told."""
    try:
        return following.load((build / "seen").read_bytes().partition(b"\n")[2])
    except (OSError, ValueError, TypeError, IndexError):
        return None


def _replace(path: Path, content: bytes) -> None:
    """The file has either its old or its new content, whenever the process is killed or the power goes."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def is_whole(build: Path) -> bool:
    """Every file that the build names is there and has the content it was written with."""
    try:
        told, _, _ = (build / "seen").read_bytes().partition(b"\n")
        return told == b"%08x" % _mark_of_list(build) and all(map(_checksum_is_right, _files(build)))
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return False


def _mark_of_list(build: Path) -> int:
    """Changes with any file that comes or goes, also with one the engine would miss only when it writes."""
    listed = [(path.name, path.stat().st_size) for path in _files(build)]
    return zlib.crc32(repr(listed).encode(), zlib.crc32((build / "meta.json").read_bytes()))


def _files(build: Path) -> list[Path]:
    """The files of the segments that the build names; others are left from earlier commits."""
    segments = json.loads((build / "meta.json").read_bytes())["segments"]
    names = {segment["segment_id"].replace("-", "") for segment in segments}
    return sorted(path for path in build.iterdir() if path.name.split(".")[0] in names)


def _checksum_is_right(path: Path) -> bool:
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(-_FOOTER.size, os.SEEK_END)
        length, _mark = _FOOTER.unpack(file.read())
        end = size - _FOOTER.size - length
        file.seek(end)
        told = json.loads(file.read(length))["crc"]
        file.seek(0)
        crc, left = 0, end
        while left > 0 and (block := file.read(min(_BLOCK, left))):
            crc, left = zlib.crc32(block, crc), left - len(block)
    return bool(crc == told and left == 0)


@contextmanager
def writer_lock() -> Iterator[bool]:
    """Says whether this process may write. The kernel frees the lock of a process that was killed."""
    folder = Path(settings.INDEX_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "writer.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
