"""The frame of a text format that says one thing after another: how it begins and ends, and what stands for a thing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kgraph.rdf import Description


@dataclass(frozen=True, slots=True)
class Frame:
    """A format for one graph; the text for a subject depends on its description and on the head alone."""

    head: str
    block: Callable[[Description], str]
    tail: str = ""
    between: str = ""
    """What parts two blocks."""

    def write(self, descriptions: Iterable[Description], path: Path, more: Iterable[str] = ()) -> None:
        """Write the descriptions, sorted as they shall stand, into a file, and what else follows them."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(self.head)
            parting = ""
            for described in descriptions:
                file.write(parting + self.block(described))
                parting = self.between
            file.writelines(more)
            file.write(self.tail)
