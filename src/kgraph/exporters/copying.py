"""Runs of one file copied into another, by the system and in the memory that they leave."""

import errno
import os
from typing import BinaryIO

_WINDOW = 1 << 21
"""Bytes that are copied before their source is let go of."""
_WORTH_IT = 1 << 16
"""Bytes from which on a run is left to the system."""


def copy(source: BinaryIO, begin: int, end: int, target: BinaryIO) -> None:
    """Write a run of a file to where another one is.

    What has been copied of the source is let go of by the system's cache of files, so that what is written next can
    take its place: where a machine is given memory as it asks for it, to get some takes longer than to copy.

    Args:
        source: a file that will hardly be read again; where it is does not matter, and may be another place afterwards.
        begin: of the run, in bytes from the beginning.
        end: of the run.
        target: to write to.

    Raises:
        OSError: if the source ends before the run does, or one of the files cannot be read or written.
    """
    large = end - begin >= _WORTH_IT
    while begin < end:
        size = min(_WINDOW, end - begin)
        done = (_sent(source, begin, size, target) if large else None) or _written(source, begin, size, target)
        if large and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(source.fileno(), begin, done, os.POSIX_FADV_DONTNEED)
        begin += done
    if large:
        target.seek(0, os.SEEK_END)  # its own account of where it is knows nothing of what the system wrote


def _sent(source: BinaryIO, begin: int, size: int, target: BinaryIO) -> int | None:
    """How much the system copied at once; None or 0 where it does not do that between these files."""
    if not hasattr(os, "sendfile"):
        return None
    target.flush()
    try:
        return os.sendfile(target.fileno(), source.fileno(), begin, size)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOSYS, errno.ENOTSOCK, errno.EOPNOTSUPP):
            return None
        raise


def _written(source: BinaryIO, begin: int, size: int, target: BinaryIO) -> int:
    """How much was copied: all of it."""
    source.seek(begin)
    data = source.read(size)
    if len(data) < size:
        raise OSError(errno.EIO, "a former export was cut while it was copied")
    target.write(data)
    return size
