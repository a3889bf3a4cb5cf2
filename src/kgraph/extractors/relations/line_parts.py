"""What lines are made of: words, and the slots of names that may be this or that."""

from kgraph.extractors.relations.expressions import ONE

SLOT = "[\ue000-\ue008]"
ORG = f"[\ue000\ue001\ue005\ue008]{ONE}"
SUBJECTS = f"[\ue000\ue001\ue002\ue005\ue008]{ONE}"
PLACE = f"[\ue004\ue007]{ONE}"
WORD = "[^\\s.;:!?,()\ue000-\uf8ff]+"
