"""Where a user's own state lives: compiled vocabularies and downloads."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return ``$KGRAPH_HOME``, by default the platform's folder for user data."""
    named = os.environ.get("KGRAPH_HOME")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("kgraph", appauthor=False))
