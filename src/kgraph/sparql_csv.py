"""SPARQL 1.1 Query Results CSV. The engine's own writer puts addresses with a comma into two columns."""

import csv
import io

import pyoxigraph as ox


def written(solutions: ox.QuerySolutions) -> str:
    """Solutions as CSV: a line that names the variables, plain values, nothing where a variable is unbound."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([variable.value for variable in solutions.variables])
    rows.writerows(["" if term is None else _value(term) for term in solution] for solution in solutions)
    return text.getvalue()


def _value(term: object) -> str:
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return str(getattr(term, "value", term))
