"""The fast engines against networkx on the azure corpus's related graph, and each analysis command from the exports.

    python benchmarks/analysis.py EXPORTS

EXPORTS is what ``kgraph build`` made of the azure corpus. Every figure is a ratio of two times measured in one run, one
after the other, conversion from networkx included; the best of several. Results are compared too. Ends with 1 where a
floor is missed.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import networkx as nx

import kgraph
from kgraph import analysis

COMMANDS = (
    "top",
    "top --by betweenness --on related",
    "top --by betweenness --on companies --type Company",
    "trends",
    "communities",
    "communities --on related",
    "communities --on all",
    "markets",
    "stats",
)
SECONDS = 5


def best(run: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The shortest of several times, and the result."""
    shortest, result = float("inf"), None
    for _ in range(times):
        start = time.perf_counter()
        result = run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest, result


def engines(exports: str) -> bool:
    related = analysis.related(kgraph.load(exports))
    both = nx.Graph(related)
    print(f"related graph: {related.number_of_nodes():,} nodes, {related.number_of_edges():,} edges")
    nodes = sorted(related)
    analysis.betweenness(nx.path_graph(["a", "b", "c"]), engine="networkit")  # the import is no part of the work
    good = True

    def compare(
        name: str, floor: float, slow: tuple[float, Any], fast: tuple[float, Any], equal: bool, how: str
    ) -> None:
        nonlocal good
        ratio = slow[0] / fast[0]
        good = good and equal and ratio >= floor
        print(f"{name}: networkx {slow[0]:.3f} s, ours {fast[0]:.4f} s: {ratio:.1f} times (floor {floor:g}); {how}")

    slow = best(lambda: nx.pagerank(related, tol=1e-10, max_iter=1000), 5)
    fast = best(lambda: analysis.pagerank(related), 5)
    worst = max(abs(slow[1][node] - fast[1].values[node]) for node in nodes)
    compare("PageRank", 5, slow, fast, worst < 1e-12, f"largest difference {worst:.1e}")

    slow = best(lambda: nx.community.louvain_communities(both, weight=None, seed=0), 3)
    fast = best(lambda: analysis.partition(both, weight=None, engine="networkit"), 3)
    reference, ours = nx.community.modularity(both, slow[1], weight=None), fast[1].modularity
    compare("Louvain", 5, slow, fast, ours >= reference - 0.005, f"modularity {reference:.4f} and {ours:.4f}")

    slow = best(lambda: nx.betweenness_centrality(related), 1)
    fast = best(lambda: analysis.betweenness(related, engine="networkit", samples=0), 3)
    worst = max(abs(slow[1][node] - fast[1].values[node]) for node in nodes)
    compare("exact betweenness", 20, slow, fast, worst < 1e-12, f"largest difference {worst:.1e}")
    return good


def commands(exports: str) -> bool:
    """Each command's time on the wall and on the processors; other work on the machine lengthens the first."""
    good = True
    for command in COMMANDS:
        name, *options = command.split()
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "kgraph", name, exports, *options, "--json"], check=True, stdout=subprocess.DEVNULL
        )
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        good = good and wall < SECONDS
        print(f"kgraph {command}: {wall:.1f} s ({processor:.1f} s of processor time)")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exports", help="the azure corpus's exports")
    exports = parser.parse_args().exports
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    good = [engines(exports), commands(exports)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
