"""What a line says in short, and what "the company" and "the platform" stand for."""

import pytest

from kgraph.extractors.relations.readings import MOST, readings
from kgraph.model import Text
from tests.text.reading import relations, resolved

X, Y, Z, PLACE = "\ue000\ue100", "\ue000\ue101", "\ue002\ue102", "\ue004\ue103"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f" {X} , which bought {Y} in 2022 , said it was glad . ", f" {X} bought {Y}"),
        (f" {X} has moved its records to {Z} and has acquired {Y} . ", f" {X} has acquired {Y} . "),
        (f" {X} grew after it bought {Y} . ", f" {X} bought {Y} . "),
        (f" shares of {X} rose 3 % after it bought {Y} . ", f" {X} bought {Y} . "),
        (f" {X} 's profit fell as it bought {Y} . ", f" {X} bought {Y} . "),
        (f" {X} chief  said it had bought {Y} . ", f" {X} had bought {Y} . "),
        (f" after buying {Y} last year , {X} grew . ", f" {X} buying {Y} ."),
        (
            f" {X} said on tuesday that its acquisition of {Y} has closed . ",
            f" {X} 's acquisition of {Y} has closed . ",
        ),
        (f" {X} bought {Y} in {PLACE} for $ 4·9 billion in cash . ", f" {X} bought {Y} . "),
        (f" {X} entered into a definitive agreement to acquire {Y} . ", f" {X} to acquire {Y} . "),
        (f" based in {PLACE} , {X} grew . ", f" {X} , based in {PLACE}"),
        (f" using {Z} , {X} saves time . ", f" {X} using {Z} ."),
        (f" {Y} , in which {X} has invested , grew . ", f" {X} has invested in {Y} ."),
        (f" {Z} , which {X} made available to all , is fast . ", f" {X} made {Z} available"),
        (f" {Z} is now available , {X} said . ", f" {X} said {Z} is now available"),
        (f" {X} , of {PLACE} , has sold {Z} . ", f" {X} has sold {Z} . "),
        (f" {X} , the old maker that swallowed {Y} in 2023 , grew . ", f" {X} swallowed {Y} "),
        (f" {X} , an old company whose {Z} is fast , grew . ", f" {X} 's {Z} is fast"),
        (f" {X} is announcing in partnership with {Y} a new {Z} . ", f" {X} is announcing a new {Z} . "),
        (f" he runs the {PLACE} law firm {Y} . ", f" he runs the law firm {Y} . "),
        (f" nurses at {X} use {Z} daily . ", f" {X} use {Z} daily"),
        (f" {X} 's support team relies on {Z} . ", f" {X} relies on {Z} . "),
        (f" the {Z} service now has {Y} inside . ", f" the {Z} now has {Y}"),
        (f" {X} said its nurses now use {Z} . ", f" {X} now use {Z} . "),
        (f" {X} made public that it would adopt {Z} . ", f" {X} made public that it will adopt {Z} . "),
        (f" {X} has signed a deal with {Y} to host its shops on {Z} . ", f" {X} to host its shops on {Z} . "),
        (f" {X} has spent $ 5 million on replacing {Y} with {Z} . ", f" {X} replacing {Y} with {Z} . "),
        (f" {X} and other large retailers are dropping {Z} . ", f" {X} are dropping {Z} . "),
        (f" he went to {X} and {Y} , both of which use {Z} . ", f" {X} and {Y} use {Z} . "),
        (f" it was {X} that launched {Z} . ", f" {X} launched {Z} . "),
        (f" {X} chief executive \ue003\ue105 unveiled {Z} . ", f" {X} unveiled {Z} . "),
        (f" {X} used the fair in may to launch {Z} . ", f" {X} launch {Z} . "),
        (f" {Z} users can open {X} . ", f" users of {Z} can open {X} . "),
        (f" {X} invested in {Y} rival {Z} . ", f" {X} invested in {Y} rival {Z}"),
        (f" {X} is glad for its $ 62 billion purchase of {Y} . ", f" {X} is glad for its $ 62 billion purchase of {Y}"),
        (f" the {X} network went live on {Z} . ", f" the {X} went live on {Z} . "),
        (f" {X} said half of its salespeople use {Z} . ", f" {X} use {Z} . "),
        (f" two big hospitals - {X} and {Y} - are testing {Z} . ", f" {X} and {Y} are testing {Z} . "),
        (f" {X} 's line - up runs from {Z} to the new {Y} . ", f" {X} 's line - up runs from {Z} to the new {Y} . "),
        (f" {X} 's range stretches from {Z} to the {Z} . ", f" {X} 's range includes {Z} and the {Z} . "),
    ],
)
def test_a_line_is_read_in_short(line, said):
    assert any(reading.startswith(said) for reading in readings(line)), list(readings(line))


@pytest.mark.parametrize(
    "line",
    [
        f" {X} 's rival said it bought {Y} . ",
        f" {X} 's stock fell after {Z} said it bought {Y} . ",
        f" {X} 's purchase of {Z} came before it bought {Y} . ",
    ],
)
def test_who_owns_a_subject_does_not_do_what_another_does(line):
    assert not any(reading.startswith(f" {X} bought") for reading in readings(line))


def test_what_is_denied_stays_denied():
    assert any(" denied " in reading for reading in readings(f" {X} denied that it bought {Y} . "))
    assert not relations(resolved("Stryker denied that it had bought Vocera."))


def test_hostile_lines_have_few_readings():
    line = " " + f"{X} bought {Y} and sold {Z} , which used {X} , and " * 200
    assert len(list(readings(line))) <= MOST


def test_the_tool_is_the_product_named_before():
    text = Text("Philips launches IntelliSpace", "The tool integrates with Epic EHR.")
    found = relations(resolved(text))
    assert {("IntelliSpace", "integratesWith", "Epic EHR"), ("Epic EHR", "integratesWith", "IntelliSpace")} & found


def test_the_startup_is_who_was_bought_and_the_company_of_a_place_not_its_buyer():
    found = relations(resolved("Stryker bought Vocera in 2022. The Boston startup makes badges."))
    assert ("Vocera", "location", "Boston") in found
    assert not [each for each in relations(resolved("Philips took over the Boston company.")) if "location" in each]


def test_it_and_who_only_joins_leave_the_topic_as_it_is():
    text = Text(
        "Commure raises $30 million",
        "Commure said Spark Capital led the round. Kaiser Permanente also participated. Its Orbix platform is fast. "
        "It has not said whether Epic matters. Jane Miller is president of the company.",
    )
    found = relations(resolved(text))
    assert ("Jane Miller", "worksFor", "Commure") in found
    assert not {("Orbix", "manufacturer", "Kaiser Permanente"), ("Jane Miller", "worksFor", "Epic")} & found


def test_a_firm_owned_by_another_is_not_that_other():
    found = relations(resolved("The Irvine software house, owned by Clearlake Capital, sells tools."))
    assert ("Clearlake Capital", "location", "Irvine") not in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lumify is Philips's hand-held scanner. Mercy Health adopted it last year.",
            ("Mercy Health", "uses", "Lumify"),
        ),
        (
            "Zelbono Inc. sells scanners. On Monday it acquired Vocera.",
            ("Zelbono", "acquired", "Vocera"),
        ),
        (
            "Philips has brought a new viewer to market. IntelliSpace is for hospitals.",
            ("Philips", "launched", "IntelliSpace"),
        ),
    ],
)
def test_it_and_what_follows_a_launch_are_what_was_spoken_of(text: str, said: tuple[str, str, str]):
    assert said in relations(resolved(text))


def test_who_only_did_the_same_before_is_neither_subject_nor_topic():
    text = "A day after Philips, Siemens chief executive Jane Miller introduced Orbix Studio. The company grew by 5%."
    found = relations(resolved(text))
    assert ("Siemens", "launched", "Orbix Studio") in found
    assert ("Philips", "launched", "Orbix Studio") not in found
    after = relations(resolved("A day after Philips, Siemens met investors. Orbix Studio, the company's app, is new."))
    assert ("Orbix Studio", "manufacturer", "Siemens") in after


def test_giving_up_what_has_no_name_denies_nothing_of_what_replaces_it():
    assert ("Stryker", "uses", "Power BI") in relations(resolved("Stryker drops its own servers for Power BI."))
    assert not relations(resolved("Stryker drops its own plans for Power BI."))


def test_a_name_that_a_preposition_governs_is_in_no_list_with_the_subject_behind_it():
    found = relations(resolved("With help from the young Vocera, Stryker launched Orbix Studio."))
    assert ("Stryker", "launched", "Orbix Studio") in found
    assert ("Vocera", "launched", "Orbix Studio") not in found
