"""Why two names are one thing, told from beside the exports."""

import json

import pytest
import yaml
from typer import Typer
from typer.testing import CliRunner

from kgraph.cli import resolve as resolve_command
from kgraph.cli import why as why_command
from kgraph.errors import ExportError
from kgraph.resolution import record
from kgraph.resolution.decisions import parse
from tests.text.reading import resolved

TEXTS = (
    "Zorbit Inc. sells Zorbit Explorer Suite.",
    "The Explorer Suite platform is from Zorbit Inc.",
    "AKS is cheap; Azure Kubernetes Service grew.",
    "Hyperledgeron Biolabs Corp. grew.",
    "Hyperlodgerom Biolabs Corp. grew.",
)


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    (folder / "manifest.json").write_text(json.dumps({record.KEY: record.plain(resolved(*TEXTS))}), encoding="utf-8")
    return folder


def run(command, *arguments):
    app = Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(each) for each in arguments], standalone_mode=False)


def test_why_gives_the_reason(exports):
    result = run(why_command.command, "AKS", "Azure Kubernetes Service", "--on", exports)
    assert result.return_value == 0
    assert "shipped lists" in result.output


def test_why_says_no(exports):
    assert run(why_command.command, "AKS", "Zorbit", "--on", exports).return_value == 1


def test_suggestions_are_a_file_of_decisions(exports):
    result = run(resolve_command.command, "--suggest", "--on", exports)
    decided = parse(yaml.safe_load(result.output))
    assert ("hyperledgeron biolabs", "hyperlodgerom biolabs") in decided.different


def test_exports_without_a_record_are_named(tmp_path):
    with pytest.raises(ExportError, match="build again"):
        record.read(tmp_path / "manifest.json")
