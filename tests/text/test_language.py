"""Which language model is used."""

import subprocess
import sys

import pytest

from kgraph import language
from kgraph.errors import UsageError
from tests.text.reading import model


def test_the_default_is_an_english_model_without_the_pipes_nobody_reads():
    loaded = model()
    assert loaded.name.startswith("en_core_web")
    assert loaded.version
    assert set(language.NOT_NEEDED).isdisjoint(loaded.pipeline.pipe_names)


def test_rules_alone_need_no_model():
    loaded = language.load("rules")
    assert loaded.pipeline is None
    assert list(loaded.read(["a", "b"])) == [language.Reading(), language.Reading()]
    assert "rules" in loaded.description


def test_a_missing_model_is_named():
    with pytest.raises(UsageError, match="no_such_model"):
        language.load("no_such_model")


def test_rules_are_the_last_resort(monkeypatch):
    monkeypatch.setattr(language, "_is_installed", lambda name: False)
    language.load.cache_clear()
    try:
        assert language.load().name == language.RULES
    finally:
        language.load.cache_clear()


def test_the_model_is_loaded_without_spacys_command_line_which_is_there_for_who_asks():
    asked = """
import sys
from kgraph import language
assert language.load().pipeline is not None
import spacy
assert not {"spacy.cli", "weasel", "requests"} & sys.modules.keys()
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli import download
"""
    subprocess.run([sys.executable, "-c", asked], check=True, timeout=60)
