"""Documents that take the process down that reads them; Python loads this where its folder is on the path."""

import sys

if any("kgraph.engines.preload" in argument for argument in sys.orig_argv):
    import os
    import time

    from kgraph import readers

    really_read = readers.read

    def read(file):
        if "ends-its-process" in file.path:
            os._exit(3)
        if "never-returns" in file.path:
            while True:
                time.sleep(1)
        if "eats-memory" in file.path:
            eaten = []
            while True:
                eaten.append(bytearray(1 << 24))
        if "waits" in file.path:
            time.sleep(0.5)
        return really_read(file)

    readers.read = read
