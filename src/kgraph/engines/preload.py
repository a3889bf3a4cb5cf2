"""What the process loads from which those that run tasks are forked (:mod:`multiprocessing.forkserver`), when imported.

Two seconds and some hundred megabytes that would else be spent in each of them.
"""

import contextlib
import gc
import os

from kgraph.engines.guarded import MODEL
from kgraph.engines.tasks import documents, graphs, names, words
from kgraph.errors import KgraphError

TASKS = (documents, graphs, names, words)
if model := os.environ.get(MODEL):
    with contextlib.suppress(KgraphError, OSError):  # whoever needs it will say so
        words.load(model)
    gc.collect()
    gc.freeze()  # the collector would write to what is shared
