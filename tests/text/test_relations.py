"""What sentences state, and how sure they are of it."""

import pytest

from kgraph.extractors.relations.dates import date_of
from kgraph.model import Text
from kgraph.namespace import KG
from tests.text.reading import read, relations, resolved


def test_dates_stand_with_the_claim():
    found = resolved("In March 2023, Medtronic launched its AI-powered GI Genius™ module. It finds polyps.")
    (launch,) = [each for each in found.statements if each.predicate == KG.LAUNCHED]
    assert {words.start_date for words in launch.evidence} == {"2023-03"}
    assert launch.evidence[0].exact == "In March 2023, Medtronic launched its AI-powered GI Genius™ module."


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("On 14 March 2023 Acme met", "2023-03-14"),
        ("On March 14 , 2023 , Acme met", "2023-03-14"),
        ("In 2021 , Acme met", "2021"),
        ("Acme met between March 2023 and April 2024", ""),
        ("Acme may meet 2023 people", ""),
        ("On 99 March 2023 Acme met", "2023-03"),
    ],
)
def test_date_of(words, date):
    assert date_of(words.split()) == date


@pytest.mark.parametrize(
    "text",
    [
        "Boston Scientific denied that it acquired HeartFlow.",
        "Stryker did not acquire Vocera.",
        "Stryker may acquire Vocera, sources say.",
        "Stryker is in talks to acquire Vocera.",
        "Microsoft reportedly acquired Nuance.",
        "Why Stryker should acquire Vocera",
    ],
)
def test_what_is_denied_or_rumoured_is_no_fact(text):
    assert not relations(resolved(text))


def test_hearsay_is_kept_with_a_low_confidence():
    (extraction,) = read("Stryker may acquire Vocera next year.")
    (claim,) = extraction.claims
    assert 0 < claim.confidence < 0.5


def test_lists_of_subjects_and_objects():
    found = relations(resolved("Mayo Clinic, Geisinger and Novant Health deploy Microsoft Teams and Power BI."))
    assert {(s, o) for s, p, o in found if p == "uses"} == {
        (s, o) for s in ("Mayo Clinic", "Geisinger", "Novant Health") for o in ("Microsoft Teams", "Power BI")
    }


def test_the_company_is_the_one_named_before():
    text = Text("Microsoft bets on healthcare", "Jane Miller, the company's vice president of health, explained it.")
    assert ("Jane Miller", "worksFor", "Microsoft") in relations(resolved(text))


def test_a_former_role_is_no_role():
    assert not relations(resolved("Jane Miller, former chief executive of Cerner, spoke."))


def test_a_partnership_with_a_product_is_one_with_its_maker():
    found = relations(resolved("Mayo Clinic announced a partnership with Microsoft Azure. Microsoft was glad."))
    assert ("Mayo Clinic", "partnersWith", "Microsoft") in found or (
        "Microsoft",
        "partnersWith",
        "Mayo Clinic",
    ) in found


def test_a_known_maker_is_not_overruled_by_a_possessive():
    assert ("Epic EHR", "manufacturer", "Mount Sinai") not in relations(resolved("Mount Sinai upgraded its Epic EHR."))


def test_symmetric_relations_are_stated_once():
    found = resolved("Philips partners with Dexcom.", "Dexcom partners with Philips.")
    statements = [each for each in found.statements if each.predicate == KG.PARTNERS_WITH]
    assert len(statements) == 1
    assert len(statements[0].evidence) == 2


def test_evidence_is_verbatim():
    text = Text("Philips acquires Orbixo", "Philips has acquired Orbixo, a maker of sensors. It is in Boston.")
    for statement in resolved(text, least=0.0).statements:
        for words in statement.evidence:
            assert text.content[words.start : words.end] == words.exact


def test_who_buys_stock_does_not_acquire():
    assert not relations(resolved("The fund bought Microsoft, Alibaba and 3M stock last quarter."))


def test_of_anothers_product_the_product_is_bought():
    found = relations(resolved("Microsoft acquires AT&T's Network Cloud technology. Network Cloud is a platform."))
    assert ("Microsoft", "acquired", "Network Cloud") in found
    assert ("Microsoft", "acquired", "AT&T") not in found


def test_a_plan_casts_no_doubt_on_where_somebody_is():
    found = relations(resolved("Stryker is weighing a bid for Vocera, a Boston-based maker of badges."))
    assert ("Vocera", "location", "Boston") in found
    assert "acquired" not in {predicate for _, predicate, _ in found}


def test_a_plan_to_use_a_product_is_news_of_its_use():
    assert ("Volkswagen", "uses", "Microsoft Azure") in relations(resolved("Volkswagen plans to use Microsoft Azure."))
    assert not relations(resolved("Volkswagen might use Microsoft Azure."))


def test_who_partners_to_use_something_uses_it():
    found = relations(resolved("Cleveland Clinic has formed an alliance with Siemens to use Microsoft Azure."))
    assert ("Cleveland Clinic", "uses", "Microsoft Azure") in found
    assert ("Siemens", "uses", "Microsoft Azure") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Cleveland Clinic used the Siemens conference to talk.",
        "Cleveland Clinic will pay for Siemens.",
        "Cleveland Clinic shifts the focus to Microsoft Azure.",
    ],
)
def test_events_prices_and_a_focus_are_nothing_to_use(text):
    assert "uses" not in {predicate for _, predicate, _ in relations(resolved(text))}


def test_what_is_launched_may_be_named_in_the_next_sentence():
    text = Text("Philips launches a new viewer for radiologists", "Zorbit Studio helps them to read.")
    assert ("Philips", "launched", "Zorbit Studio") in relations(resolved(text))


def test_who_is_succeeded_works_there_no_more():
    found = relations(resolved("Peter Arduini succeeds Jane Miller as chief executive of Philips."))
    assert ("Peter Arduini", "worksFor", "Philips") in found
    assert ("Jane Miller", "worksFor", "Philips") not in found


def test_who_is_only_named_beside_a_rival_is_not_bought():
    found = relations(resolved("Amazon invests $4 billion in OpenAI rival Anthropic."))
    assert ("Amazon", "investedIn", "Anthropic") in found


def test_where_somebody_was_is_no_present_role():
    found = relations(resolved("Philips hired Jane Miller, who was chief executive at Cerner, as its president."))
    assert ("Jane Miller", "worksFor", "Philips") in found
    assert ("Jane Miller", "worksFor", "Cerner") not in found


def test_what_an_adjective_is_made_of_does_nothing():
    found = relations(resolved("Firms run it on any CNCF-conformant cluster with the help of Azure Arc."))
    assert not [each for each in found if each[1] == "uses"]


def test_both_companies_are_the_two_of_the_sentence_before():
    found = relations(resolved("Abbott met with Philips last year. The companies have signed an agreement."))
    assert ("Abbott", "partnersWith", "Philips") in found
    found = relations(resolved("Abbott met with Philips and Cisco last year. The companies have signed an agreement."))
    assert "partnersWith" not in {predicate for _, predicate, _ in found}


def test_the_health_system_is_no_vendor():
    text = "Philips has a deal with Cleveland Clinic. The health system's chief executive, Jane Miller, was glad."
    assert ("Jane Miller", "worksFor", "Cleveland Clinic") in relations(resolved(text))


def test_the_buyer_is_who_bought():
    text = "Novartis bought Stryker. Stryker chief Jane Miller said the Basel-based buyer was right."
    found = relations(resolved(text))
    assert ("Novartis", "location", "Basel") in found
    assert ("Stryker", "location", "Basel") not in found


def test_an_appointment_goes_on_where_the_last_one_was():
    text = "Philips praised it. Tom Field was appointed CEO of Cisco. Jane Miller was named chief technology officer."
    found = relations(resolved(text))
    assert ("Jane Miller", "worksFor", "Cisco") in found
    assert ("Jane Miller", "worksFor", "Philips") not in found


def test_a_shop_is_no_part_of_what_it_sells():
    assert not relations(resolved("Orbix Monitor App is now available in the Microsoft Azure Marketplace."))


def test_a_list_ends_before_who_acts_himself():
    found = relations(resolved("Microsoft takes on Twilio, Google launches a tool and Cisco raises $300 million."))
    assert ("Microsoft", "competesWith", "Twilio") in found
    assert ("Google", "competesWith", "Microsoft") not in found
    assert ("Microsoft", "competesWith", "Google") not in found


@pytest.mark.parametrize(
    ("text", "bought", "not_bought"),
    [
        ("Stryker acquired Vocera Inc., and Humana completed its purchase of Kindred Corp.", "Vocera", "Humana"),
        ("Stryker bought Vocera Inc. for $2 billion; Zelbo AG went to Oracle.", "Vocera", "Zelbo"),
        ("Stryker bought Vocera Inc., Cisco hired 200 people and Oracle offers a discount.", "Vocera", "Cisco"),
        ("Stryker bought Vocera Inc., and Cisco recently opened its first lab.", "Vocera", "Cisco"),
        ("Stryker bought Vocera Inc. and Zelbo Corp. in 2015, and Cisco was sold.", "Zelbo", "Cisco"),
        ("Vocera Inc. and Zelbo Corp. have been bought by Stryker.", "Zelbo", "Stryker"),
    ],
)
def test_what_is_bought_is_no_firm_that_acts(text, bought, not_bought):
    found = {o for s, p, o in relations(resolved(text)) if (s, p) == ("Stryker", "acquired")}
    assert bought in {each.split()[0] for each in found}
    assert not_bought not in {each.split()[0] for each in found}


def test_a_partner_or_a_technology_is_not_the_firm_itself():
    found = relations(
        resolved("Microsoft acquires AT&T networking tech. Accenture acquires AWS, Azure partner Olikka.")
    )
    assert ("Microsoft", "acquired", "AT&T") not in found
    assert not {o for s, p, o in found if p == "acquired"} & {"AWS", "Amazon Web Services", "Microsoft Azure", "Azure"}


def test_the_vendor_is_who_sells_what_another_uses():
    text = "Geisinger uses Zelbono's platform, Flow Builder. The health system will add the vendor's Orbix chatbot."
    found = relations(resolved(text))
    assert ("Orbix", "manufacturer", "Zelbono") in found
    assert ("Orbix", "manufacturer", "Geisinger") not in found


def test_who_also_gives_money_is_not_the_company():
    text = (
        "Ramp, a New York-based startup, said that it raised $150 million led by Founders Fund. Sequoia Capital and "
        "Greylock also put in money. The company competes with Brex."
    )
    found = relations(resolved(text))
    assert ("Brex", "competesWith", "Ramp") in found or ("Ramp", "competesWith", "Brex") in found


def test_who_only_tells_what_another_is_is_not_spoken_of():
    text = "Apple device management startup Zelbono is out with Orbix. CEO Jane Miller told reporters that it works."
    found = {each for each in relations(resolved(text)) if each[1] == "worksFor"}
    assert found == {("Jane Miller", "worksFor", "Zelbono")}


def test_no_regulator_is_the_company_of_a_place():
    text = (
        "Zelbo Pharmaceuticals' shares rose after the U.S. Food and Drug Administration lifted a hold on the Cranbury, "
        "New Jersey-based company's gene therapy RP-A501."
    )
    found = relations(resolved(text))
    assert ("Zelbo Pharmaceuticals", "location", "Cranbury") in found
    assert ("FDA", "location", "Cranbury") not in found


def test_who_remains_an_investor_is_not_the_company():
    text = (
        "Zelbo Partners agreed to buy Envestnet. BlackRock and State Street will remain minority investors. The "
        "company named Chris Todd its chief last year."
    )
    assert ("Chris Todd", "worksFor", "BlackRock") not in relations(resolved(text))


def test_the_database_giant_is_whom_it_goes_on_to_mean():
    text = "Oracle grew. The database giant has signed a deal with AWS. It has a partnership with Google Cloud."
    found = {frozenset((s, o)) for s, p, o in relations(resolved(text)) if p == "partnersWith"}
    assert frozenset(("Oracle", "Google Cloud")) in found
    assert frozenset(("Amazon Web Services", "Google Cloud")) not in found


def test_a_chain_of_clinics_beside_a_health_system_is_not_the_health_system():
    text = (
        "One Medical, owned by Amazon, is teaming up with Hackensack Meridian Health. The health system's CEO, "
        "Robert Garrett, agreed."
    )
    found = {each for each in relations(resolved(text)) if each[1] == "worksFor"}
    assert found == {("Robert Garrett", "worksFor", "Hackensack Meridian Health")}


def test_who_joins_a_startup_joins_another_than_his_own():
    text = (
        "Orbixo Inc. named Jane Miller its chief. Zelbono president John Smith will join the startup, "
        "which competes with Kranvo Inc."
    )
    assert ("Orbixo", "competesWith", "Kranvo") in relations(resolved(text)) | {
        (o, p, s) for s, p, o in relations(resolved(text))
    }


def test_while_tells_two_firms_apart():
    text = Text(
        "Zelbono and Kranvo team up",
        "Zelbono Inc. and Kranvo Inc. will build it. The Bonn-based carrier will help while the Boston chip "
        "giant provides chips.",
    )
    assert ("Kranvo", "location", "Boston") in relations(resolved(text))


def test_a_firm_that_only_tells_what_another_is_has_no_town():
    found = relations(resolved("Quisitive Inc. bought Catapult Systems, an Austin-based Microsoft gold partner."))
    assert ("Microsoft", "location", "Austin") not in found


def test_the_maker_of_a_place_is_whom_the_text_spoke_of():
    text = "Zelbono Inc. uses Azure. The Chicago-based maker of scanners, spun off from Kranvo Inc., grew."
    assert ("Zelbono", "location", "Chicago") in relations(resolved(text))


def test_the_unit_is_who_was_said_to_be_one():
    text = "Zelbono, a unit of Kranvo Inc., will grow. Kranvo Inc. said so. The unit uses Azure."
    assert ("Zelbono", "uses", "Microsoft Azure") in relations(resolved(text))


def test_whom_a_list_within_a_phrase_names_is_not_spoken_of():
    text = (
        "With new ties to Kranvo Inc. and Zelbono Inc., Orbixo Corp. will grow. The cost is high, said CEO Jane Miller."
    )
    found = relations(resolved(text))
    assert ("Jane Miller", "worksFor", "Orbixo") in found
    assert ("Jane Miller", "worksFor", "Zelbono") not in found


def test_the_firm_of_who_is_quoted_is_none_that_he_only_works_with():
    text = (
        'Orbixo Corp. tests vans. "We like the ties with Zelbono Inc.," said Jane Miller, the firm\'s chief executive.'
    )
    found = relations(resolved(text))
    assert ("Jane Miller", "worksFor", "Orbixo") in found
    assert ("Jane Miller", "worksFor", "Zelbono") not in found


def test_what_somebody_heads_is_not_whom_he_works_for():
    found = relations(resolved("Jane Miller, Senior Vice President for Cloud and Gaming at Philips, agreed."))
    assert {o for s, p, o in found if p == "worksFor"} == {"Philips"}


def test_a_firm_elsewhere_is_the_other_of_two():
    text = "Dublin-based Zelbono Inc. has a deal with Kranvo Inc. The two met when the Boston company needed help."
    found = relations(resolved(text))
    assert ("Kranvo", "location", "Boston") in found
    assert ("Zelbono", "location", "Boston") not in found


def test_the_end_of_a_search_denies_nothing():
    found = relations(resolved("Philips has ended its search for a chief executive and hired Jane Miller."))
    assert ("Jane Miller", "worksFor", "Philips") in found


def test_a_ticker_is_no_second_firm():
    found = relations(
        resolved("Microsoft Corporation (NASDAQ: MSFT) rose on optimism about the company's new Surface Hub.")
    )
    assert any(s == "Surface Hub" and p == "manufacturer" and o.startswith("Microsoft") for s, p, o in found)


def test_a_possessive_may_have_the_wrong_mark():
    text = "Orbix Secret, Microsoft ‘s cloud service for agencies, is now generally available."
    assert ("Microsoft", "launched", "Orbix Secret") in relations(resolved(text))


def test_what_is_based_on_a_technology_is_a_product():
    text = "Zelbo Corp. releases Mobius, a SaaS-based solution for outage planning, in May."
    assert ("Zelbo", "launched", "Mobius") in {
        (s.removesuffix(" Corp."), p, o) for s, p, o in relations(resolved(text))
    }


def test_a_guest_of_a_broadcast_does_not_work_for_it():
    found = relations(resolved("Jane Miller, Philips chief executive, joins CNBC to discuss the market."))
    assert ("Jane Miller", "worksFor", "CNBC") not in found


def test_who_ends_what_another_leads_launches_nothing():
    text = "Zelbo Corp., the leader in Orbixo AI and Analytix Inc., announced the availability of IntelliSpace."
    assert {s for s, p, _ in relations(resolved(text)) if p == "launched"} <= {"Zelbo", "Zelbo Corp."}
