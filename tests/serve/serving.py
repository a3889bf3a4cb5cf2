"""A real server in a process of its own, on a free port of loopback, always stopped."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SRC = str(Path(__file__).parents[2] / "src")


class Server:
    """What a running server is reached by."""

    def __init__(self, process: "subprocess.Popen[str]", url: str, seconds: float) -> None:
        self.process, self.url, self.seconds = process, url, seconds

    def memory(self) -> int:
        """Resident KiB of the server and its workers."""
        total = 0
        for place in Path("/proc").glob("[0-9]*"):
            try:
                status = (place / "status").read_text()
            except OSError:
                continue
            parent, rss = re.search(r"PPid:\s+(\d+)", status), re.search(r"VmRSS:\s+(\d+)", status)
            if rss and parent and self.process.pid in (int(place.name), int(parent[1])):
                total += int(rss[1])
        return total


@contextmanager
def serving(exports: Path, *options: str) -> Iterator[Server]:
    """Serve exports until the block ends."""
    environment = {**os.environ, "PYTHONPATH": SRC, "NO_COLOR": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "kgraph", "serve", str(exports), "--port", "0", *options]
    started = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    try:
        lines = []
        for line in process.stderr:
            lines.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
        else:
            raise AssertionError(f"the server did not start: {''.join(lines)}")
        server = Server(process, found[0], 0.0)
        _wait(server)
        server.seconds = time.monotonic() - started
        yield server
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stderr.close()


def _wait(server: Server) -> None:
    import httpx

    for _ in range(300):
        try:
            if httpx.get(server.url + "/health", timeout=30).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")
