"""Names of the regions and countries that market figures are given for, as data."""

import re

GLOBAL = "Global"
"""The label of the whole world, however a text says it."""

_WORLD = re.compile(
    r"^World (?=to\b|[A-Z])|\b(?:global(?:ly)?|world[- ]?wide|world['’]s|across the (?:world|globe)|"
    r"around the (?:world|globe)|the world)\b",
    re.IGNORECASE,
)

_NAMES = """
North America|Northern America|South America|Latin America|Central America|Central and South America|the Americas
Latin America and the Caribbean
Europe|Western Europe|Eastern Europe|Central and Eastern Europe|Northern Europe|Southern Europe|Central Europe
European Union|EU|EMEA|the Nordics|Benelux|DACH
Asia-Pacific|Asia Pacific|Asia–Pacific|APAC|Asia|Southeast Asia|South-East Asia|South East Asia|East Asia|South Asia
Central Asia|Oceania|Australasia|ASEAN|Asia-Pacific excluding Japan
Africa and Middle East|Africa and the Middle East
Middle East & Africa|Middle East and Africa|Middle East|MEA|MENA|Africa|North Africa|Sub-Saharan Africa
West Africa|East Africa|Southern Africa|GCC|LAMEA|Rest of the World
United States|United States of America|U.S.|US|USA|U.S.A.|United Kingdom|U.K.|UK|Great Britain|Britain|England
Scotland|Wales
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus
Belgium|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|Mainland China
Colombia|Costa Rica|Croatia|Cuba|Cyprus|Czechia|Czech Republic|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador
Estonia|Ethiopia|Finland|France|Germany|Ghana|Greece|Guatemala|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia
Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kuwait|Latvia|Lebanon|Libya
Lithuania|Luxembourg|Malaysia|Malta|Mauritius|Mexico|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal
Netherlands|New Zealand|Nicaragua|Nigeria|North Macedonia|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines
Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa
South Korea|Korea|Spain|Sri Lanka|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Türkiye|Uganda
Ukraine|United Arab Emirates|U.A.E.|UAE|Uruguay|Uzbekistan|Venezuela|Vietnam|Zambia|Zimbabwe
"""

ADJECTIVES = {
    "North American": "North America", "South American": "South America", "Latin American": "Latin America",
    "European": "Europe", "Asian": "Asia", "African": "Africa", "American": "United States",
    "British": "United Kingdom",
    "Chinese": "China", "Indian": "India", "Japanese": "Japan", "German": "Germany", "French": "France",
    "Italian": "Italy", "Spanish": "Spain", "Canadian": "Canada", "Australian": "Australia", "Brazilian": "Brazil",
    "Mexican": "Mexico", "Korean": "Korea", "South Korean": "South Korea", "Russian": "Russia", "Dutch": "Netherlands",
    "Swiss": "Switzerland", "Swedish": "Sweden", "Norwegian": "Norway", "Danish": "Denmark", "Finnish": "Finland",
    "Polish": "Poland", "Turkish": "Turkey", "Israeli": "Israel", "Irish": "Ireland", "Middle Eastern": "Middle East",
    "Kenyan": "Kenya", "Nigerian": "Nigeria", "South African": "South Africa", "Egyptian": "Egypt",
    "Saudi": "Saudi Arabia", "Emirati": "United Arab Emirates", "Indonesian": "Indonesia", "Malaysian": "Malaysia",
    "Thai": "Thailand", "Vietnamese": "Vietnam", "Philippine": "Philippines", "Singaporean": "Singapore",
    "Taiwanese": "Taiwan", "Argentine": "Argentina", "Chilean": "Chile", "Colombian": "Colombia", "Peruvian": "Peru",
    "Greek": "Greece", "Portuguese": "Portugal", "Austrian": "Austria", "Belgian": "Belgium",
    "Czech": "Czech Republic", "Hungarian": "Hungary", "Romanian": "Romania", "Ukrainian": "Ukraine",
    "Pakistani": "Pakistan", "Bangladeshi": "Bangladesh", "Icelandic": "Iceland", "Cypriot": "Cyprus",
    "Croatian": "Croatia", "Bulgarian": "Bulgaria", "Moroccan": "Morocco", "Ghanaian": "Ghana",
    "Ethiopian": "Ethiopia", "Iranian": "Iran", "Kazakh": "Kazakhstan", "Lithuanian": "Lithuania",
    "Latvian": "Latvia", "Estonian": "Estonia", "Slovak": "Slovakia", "Slovenian": "Slovenia", "Serbian": "Serbia",
    "Nordic": "the Nordics", "Scottish": "Scotland",
}  # fmt: skip
"""A country's or region's adjective and the place it means ("the European cloud market")."""

NAMES = tuple(sorted((name for name in re.split(r"[|\n]", _NAMES) if name), key=lambda name: (-len(name), name)))
_PLACE = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, (*NAMES, *ADJECTIVES))) + r")(?![\w-])")


def is_world(text: str) -> bool:
    """Whether the words speak of the whole world."""
    return bool(_WORLD.search(text))


def canonical(name: str) -> str:
    """The place that a name or an adjective means; "the" is dropped, other names stand as written."""
    return ADJECTIVES.get(name, name.removeprefix("the "))


def is_region(name: str) -> bool:
    """Whether a whole string is the name of a region."""
    return bool(_PLACE.fullmatch(name.removeprefix("The ").removeprefix("the ")))


def regions(text: str) -> list[tuple[str, int, int]]:
    """(name, start, end) of the regions in a text, in its order."""
    return [(canonical(found[0]), found.start(), found.end()) for found in _PLACE.finditer(text)]
