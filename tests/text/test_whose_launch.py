"""Who launches what bears another's name, whose seal it is, and what only stands near a name in a release note."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, relations, resolved

USES, INT, LAUNCHED, CERT, PART, MAKES, RIVAL = (
    "uses", "integratesWith", "launched", "certifiedBy", "partnersWith", "manufacturer", "competesWith",
)  # fmt: skip
SAID = [
    # a firm sells what bears another's name
    ("Kranvo Ltd. today announced the launch of its Microsoft Azure Cost Reporting Template for resellers.", {("Kranvo", LAUNCHED, "Microsoft Azure Cost Reporting Template")}, {("Kranvo", USES, "Microsoft Azure Cost Reporting Template")}),
    # whose seal it is
    ("Kranvo Ltd. has received the SAP on Microsoft Azure Advanced Specialization.", set(), {("Kranvo", CERT, "SAP")}),
    # where something is merely to be had
    ("Azure Virtual Desktop is now available in the Azure China cloud.", set(), {("Azure Virtual Desktop", INT, "Azure China"), ("Azure China", INT, "Azure Virtual Desktop")}),
    # who only owns what a platform is to carry
    ("The Azure cloud will serve as the infrastructure for Epic EHR's research.", set(), {("Epic EHR", INT, "Microsoft Azure")}),
    ("Microsoft had a tie-up with Google. Just after, Philips announced the tie-up with Siemens.", set(), {("Microsoft", PART, "Siemens"), ("Siemens", PART, "Microsoft")}),
    ("Amazon and Oracle are in a tug-of-war over Zoom.", {("Amazon", RIVAL, "Oracle")}, {("Oracle", RIVAL, "Zoom"), ("Amazon", RIVAL, "Zoom")}),
    ("It bumped up Microsoft's FYQ3 results.", set(), {("FYQ3", MAKES, "Microsoft")}),
    # what is supported
    ("Azure Backup now supports backup and restore of Epic EHR.", {("Azure Backup", INT, "Epic EHR")}, set()),
    ("Azure Backup now deplores loss and theft of Epic EHR.", set(), {("Azure Backup", INT, "Epic EHR")}),
    ("Power BI on Azure achieves a high score.", {("Microsoft Azure", INT, "Power BI")}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "gives", "never"), SAID)
def test_what_is_said(body, gives, never):
    found = relations(resolved(Text("", body), language=model()))
    assert gives <= found
    assert not never & found
