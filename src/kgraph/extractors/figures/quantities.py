"""Amounts of money, percentages and years, where they stand in a text.

Only what is complete counts: a number that the text breaks off ("a CAGR of 41.", "USD 12.") is none, and of a range
("5 to 7 %") neither end is the value. Every pattern is a flat scan, so time grows with the length of the text.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from kgraph.extractors.cues import Cues

PERCENT = "percent"

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd$": "USD", "u.s.$": "USD", "usd": "USD", "u.s. $": "USD", "us $": "USD",
    "a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "cdn$": "CAD",
    "hk$": "HKD", "hkd": "HKD", "s$": "SGD", "sg$": "SGD", "sgd": "SGD", "nz$": "NZD", "nzd": "NZD",
    "nt$": "TWD", "r$": "BRL", "brl": "BRL", "mx$": "MXN",
    "€": "EUR", "eur": "EUR",
    "euro": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "cny": "CNY", "rmb": "CNY",
    "cn¥": "CNY", "₹": "INR", "inr": "INR", "rs.": "INR", "rs": "INR", "₩": "KRW", "krw": "KRW", "chf": "CHF",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "₪": "ILS", "ils": "ILS", "nis": "ILS", "aed": "AED", "sar": "SAR",
    "pln": "PLN", "zar": "ZAR", "₽": "RUB", "rub": "RUB", "ngn": "NGN", "₦": "NGN", "kes": "KES", "ksh": "KES",
    "egp": "EGP", "myr": "MYR", "thb": "THB", "฿": "THB", "idr": "IDR", "php": "PHP", "₱": "PHP", "vnd": "VND",
    "czk": "CZK", "huf": "HUF", "ron": "RON", "bgn": "BGN", "isk": "ISK", "uah": "UAH", "₴": "UAH", "kzt": "KZT",
    "qar": "QAR", "kwd": "KWD", "pkr": "PKR", "bdt": "BDT", "clp": "CLP", "ars": "ARS", "mxn": "MXN", "twd": "TWD",
    "₺": "TRY", "dh": "AED", "dhs": "AED",
}  # fmt: skip
"""What stands before a number, in lower case, and the ISO 4217 code it means. A bare "$" is the dollar of the US."""

CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "u.s. dollars": "USD", "us dollars": "USD", "american dollars": "USD",
    "usd": "USD", "us$": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR", "€": "EUR",
    "pounds": "GBP", "pounds sterling": "GBP", "gbp": "GBP", "£": "GBP", "yen": "JPY", "jpy": "JPY", "yuan": "CNY",
    "rmb": "CNY", "renminbi": "CNY", "cny": "CNY", "rupees": "INR", "inr": "INR", "won": "KRW", "krw": "KRW",
    "swiss francs": "CHF", "chf": "CHF", "canadian dollars": "CAD", "cad": "CAD", "australian dollars": "AUD",
    "aud": "AUD", "singapore dollars": "SGD", "kronor": "SEK", "sek": "SEK", "swedish kronor": "SEK",
    "swedish krona": "SEK", "swedish crowns": "SEK", "danish kroner": "DKK", "danish crowns": "DKK",
    "norwegian kroner": "NOK", "norwegian crowns": "NOK", "hong kong dollars": "HKD", "new zealand dollars": "NZD",
    "taiwan dollars": "TWD", "new taiwan dollars": "TWD", "british pounds": "GBP", "japanese yen": "JPY",
    "chinese yuan": "CNY", "indian rupees": "INR", "south korean won": "KRW", "korean won": "KRW", "reais": "BRL",
    "brazilian reais": "BRL", "mexican pesos": "MXN", "shekels": "ILS", "israeli shekels": "ILS", "zlotys": "PLN",
    "polish zlotys": "PLN", "rand": "ZAR", "south african rand": "ZAR", "roubles": "RUB", "rubles": "RUB",
    "russian roubles": "RUB", "russian rubles": "RUB", "dirhams": "AED", "uae dirhams": "AED",
    "saudi riyals": "SAR", "kenyan shillings": "KES", "naira": "NGN", "nigerian naira": "NGN", "rupiah": "IDR",
    "indonesian rupiah": "IDR", "baht": "THB", "thai baht": "THB", "ringgit": "MYR", "malaysian ringgit": "MYR",
    "dong": "VND", "philippine pesos": "PHP", "forints": "HUF", "forint": "HUF", "turkish lira": "TRY", "lira": "TRY",
    "zloty": "PLN", "czech crowns": "CZK", "czech koruna": "CZK", "crore rupees": "INR", "hryvnias": "UAH",
}  # fmt: skip
"""What stands after a number and its scale, in lower case."""

SCALES = {
    "k": 3, "thousand": 3, "lakh": 5, "lakhs": 5, "lac": 5, "m": 6, "mm": 6, "mn": 6, "mln": 6, "mio": 6, "mil": 6,
    "million": 6, "millions": 6, "crore": 7, "crores": 7, "cr": 7, "b": 9, "bn": 9, "bln": 9, "bil": 9, "billion": 9,
    "billions": 9, "t": 12, "tn": 12, "trn": 12, "tln": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
"""The power of ten that a word or letter after a number stands for, in lower case."""


class Quantity(NamedTuple):
    """A complete amount in base units."""

    value: Decimal
    unit: str
    """ISO 4217 code, or "percent"."""
    start: int
    end: int


class Years(NamedTuple):
    """A year, or the first and the last of a stretch of years."""

    first: int
    last: int
    start: int
    end: int

    @property
    def is_range(self) -> bool:
        """Whether two years are named."""
        return self.first != self.last


def _alternatives(words: dict[str, object] | dict[str, str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_NUMBER = r"(?P<number>\d{1,15}(?:[,\u00a0\u202f]\d{2,3}){0,5}(?:\.\d{1,6})?|\d{1,15},\d{1,2})(?![\d]|[.,]\d)"
_SCALE = rf"(?:[\s\u00a0]?-?[\s\u00a0]?(?P<scale>{_alternatives(SCALES)})(?![\w&]))?"
_MONEY = re.compile(
    rf"(?<![\w$€£¥])(?P<sign>{_alternatives(CURRENCIES)})[ \u00a0]?(?P<twin>[$€£¥])?[ "
    rf"\u00a0]?{_NUMBER}(?P<plus>\+)?{_SCALE}",
    re.IGNORECASE,
)
_NAMED_MONEY = re.compile(
    rf"(?<![\w.,$€£¥₹]){_NUMBER}(?P<plus>\+)?{_SCALE}[ \u00a0-]?(?P<word>{_alternatives(CURRENCY_WORDS)})(?!-?\w)",
    re.IGNORECASE,
)
_INFIXED_MONEY = re.compile(
    rf"(?<![\w.,$€£¥₹]){_NUMBER} (?P<word>USD|EUR|GBP|INR|JPY|CNY) (?P<scale>million|billion|trillion|bn|mn)(?!\w)",
    re.IGNORECASE,
)
_WORDED = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_WORDED_MONEY = re.compile(
    rf"(?<![\w-])(?P<number>{'|'.join(_WORDED)})(?: |-)(?P<scale>million|billion|"
    rf"trillion) (?P<word>{_alternatives(CURRENCY_WORDS)})(?!-?\w)",
    re.IGNORECASE,
)
"""An amount in words: "four million US dollars"."""
_RAND = re.compile(
    r"(?<![\w$])R(?P<number>\d{1,6}(?:[.,]\d{1,3})?)[ -]?(?P<scale>bn|billion|m|mn|million|trn|trillion)(?!\w)"
)
"""Rand, whose letter counts only before a sum with a scale: "R59.3bn"."""
_PERCENT = re.compile(
    r"(?<![\w.,$€£¥₹])(?P<minus>[-−–](?=\d))?(?P<number>\d{1,6}(?:[.,]\d{1,6})?)"
    r"(?:[ \u00a0]?%{1,2}|[ \u00a0-](?:percent|per cent|pct)\b)(?!\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?<![\d.,$€£¥₹/-])(?P<first>(?:19|20)\d\d)"
    r"(?:\s?(?:-|–|—|−|~)\s?(?P<last>(?:19|20)\d\d|\d\d(?![\d%.,]|\s?(?:%|percent)))(?!\d)"
    r"|\s(?:to|and|through|until|till)\s(?P<until>(?:19|20)\d\d)(?!\d))?(?![\d%]|[.,]\d|\s?%)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<!ended )(?<!ending )(?<!as of )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? "
    r"\d{1,2}(?:st|nd|rd|th)?,? $",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?i:founded|established|launched|started|set up|created|formed|incorporated|born|opened|begun|began|spun "
    r"(?:out|off)|"
    r"debuted|listed|went public|"
    r"(?:founding|inception|launch|start|creation|debut|establishment|IPO|"
    r"listing))(?:\s[\w.’'&-]+){0,4}?\s(?:back\s)?in\s"
    r"(?:early |late |mid-?|[A-Z][a-z]+ )?$"
)
"""Before the year in which a firm or a product began, which dates no figure: "The company, *founded in* 2019, …"."""
_CODES = sorted([*(code.upper() for code in CURRENCIES if code.isalpha()), "Euro", "Rs", "rs.", "Ksh", "Dh", "Dhs"])
_LETTERS = sorted({code[0] for code in _CODES})
_SIGNED = re.compile(rf"[{''.join(sign for sign in CURRENCIES if len(sign) == 1)}][$€£¥ \u00a0]{{0,3}}\d")
_CODED = re.compile(
    rf"[{''.join(_LETTERS)}](?<!\w.)(?:"
    + "|".join(f"(?<={a})(?:{'|'.join(re.escape(code[1:]) for code in _CODES if code[0] == a)})" for a in _LETTERS)
    + r")\.?[$€£¥ \u00a0]{0,3}\d"
)
"""What every amount has: each begins with one of a few characters, which is looked for quickly."""
_HINT_IN_SMALL = re.compile(
    r"\d(?:\s?%|[ \u00a0-]per ?cent|[ \u00a0-]pct|(?:[ \u00a0-]?\w{0,10}[ \u00a0-])?(?:(?:[a-z]\.?){2,12} ){0,2}"
    rf"(?:{_alternatives({word.split()[-1]: '' for word in CURRENCY_WORDS})})(?!\w))"
)
"""Or it has this, in small letters: to search for both kinds at once takes twice as long."""
_WORDS_OF_AMOUNTS = Cues("%", "percent", "per cent", "pct", *{word.split()[-1] for word in CURRENCY_WORDS})
"""One of them stands in that."""
_RANGE_AFTER = re.compile(r"\s?(?:-|–|—|to)\s?(?:[$€£]|USD\s?|US\$)?(?!(?:19|20)\d\d\b)\d", re.IGNORECASE)
_PERCENT_AFTER = re.compile(r"\s?(?:-|–|—|to)\s?\d[\d.,]*\s?(?:%|per)", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"(?:\d|%)\s?(?:–|—|-)\s?$")


def may_hold_amount(text: str) -> bool:
    """Whether money or a percentage may stand in a text: asked before it is read, because it is quick."""
    if _SIGNED.search(text) or _CODED.search(text) or _RAND.search(text):
        return True
    lower = text.lower()
    return _WORDS_OF_AMOUNTS.within(lower) and _HINT_IN_SMALL.search(lower) is not None


def decimal(number: str) -> Decimal:
    """Read "1,234.5", "1,23,456" (Indian grouping) and the decimal comma of "1,5".

    >>> decimal("1,234.5"), decimal("1,5")
    (Decimal('1234.5'), Decimal('1.5'))
    """
    head, comma, tail = number.rpartition(",")
    if comma and "." not in tail and len(tail) != 3 and "," not in head:
        return Decimal(f"{head}.{tail}")
    return Decimal(re.sub(r"[,\u00a0\u202f]", "", number))


def _scaled(found: re.Match[str], text: str) -> Decimal | None:
    """The value in base units; none where the text ends before a scale could follow."""
    scale = (found["scale"] or "").lower()
    value = decimal(found["number"]).scaleb(SCALES.get(scale, 0))
    cut = not scale and text[found.end() :].strip() in ("", ".", ",", "…", "...")
    return None if cut else value


def _plain(value: Decimal) -> Decimal:
    """Write no exponent: 1.26E+9 and 1260000000 are one value, and the second is what a reader expects."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def money(text: str) -> list[Quantity]:
    """Amounts of money in the order of the text; a second currency in brackets after the first is the same amount."""
    found = []
    for match in _MONEY.finditer(text):
        code = CURRENCIES[match["sign"].lower()]
        value = _scaled(match, text)
        if value is not None and (match["sign"].strip("$€£¥₹₩").isupper() or not match["sign"].isalpha()
                                  or match["sign"] in {"Rs", "Euro", "Ksh", "Dh", "Dhs"}):  # fmt: skip
            found.append(Quantity(_plain(value), code, match.start(), match.end()))
    for match in (*_INFIXED_MONEY.finditer(text), *_NAMED_MONEY.finditer(text)):
        value = _scaled(match, text)
        if value is not None:
            found.append(Quantity(_plain(value), CURRENCY_WORDS[match["word"].lower()], match.start(), match.end()))
    for match in _RAND.finditer(text):
        value = decimal(match["number"]).scaleb(SCALES[match["scale"].lower()])
        found.append(Quantity(_plain(value), "ZAR", match.start(), match.end()))
    for match in _WORDED_MONEY.finditer(text):
        value = Decimal(_WORDED[match["number"].lower()]).scaleb(SCALES[match["scale"].lower()])
        found.append(Quantity(_plain(value), CURRENCY_WORDS[match["word"].lower()], match.start(), match.end()))
    kept: list[Quantity] = []
    for each in sorted(found, key=lambda q: (q.start, -q.end)):
        if kept and each.start < kept[-1].end:
            continue
        if kept and each.unit != kept[-1].unit and _is_conversion(text[kept[-1].end : each.start]):
            continue
        kept.append(each)
    return [each for each in kept if not _in_range(text, each)]


def _is_conversion(between: str) -> bool:
    return len(between) < 24 and bool(
        re.fullmatch(r"\s?[(\[/][^\d()]*|\s?[,;]?\s?or (?:about|around|roughly)?\s?", between)
    )


def _in_range(text: str, quantity: Quantity) -> bool:
    """Whether it is one end of a range such as "5-7 %" or "$2 to $3 billion"; a growth "from X to Y" is none."""
    before, after = text[max(0, quantity.start - 12) : quantity.start], text[quantity.end : quantity.end + 12]
    if _RANGE_BEFORE.search(before):
        return True
    if quantity.unit == PERCENT:
        return bool(_PERCENT_AFTER.match(after)) and not re.search(r"from\s$", before, re.IGNORECASE)
    scaled = text[quantity.end - 1].isalpha()
    return bool(_RANGE_AFTER.match(after)) and not (scaled or re.search(r"from\s$", before, re.IGNORECASE))


def percentages(text: str) -> list[Quantity]:
    """Percentages in the order of the text, with their sign; ranges are left out."""
    found = []
    for match in _PERCENT.finditer(text):
        value = decimal(match["number"]) * (-1 if match["minus"] else 1)
        quantity = Quantity(_plain(value), PERCENT, match.start(), match.end())
        if not _in_range(text, quantity) and not re.search(
            r"(?:^|[^\d])(?!(?:19|20)\d\d\s)\d[\d.,]*\s?(?:to|and)\s$", text[max(0, match.start() - 12) : match.start()]
        ):
            found.append(quantity)
    return found


def years(text: str) -> list[Years]:
    """Years and stretches of years ("2020-2027", "between 2025 and 2032", "2019–24") in the order of the text.

    The year of a full date is left out (it dates the news, not the number), that of a period's last day is not; so is
    the year in which somebody began.
    """
    found = []
    for match in _YEARS.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _DAY.search(before[-30:]) or _BEGAN.search(before):
            continue
        first = int(match["first"])
        last = match["last"] or match["until"]
        if last is None:
            found.append(Years(first, first, match.start(), match.end()))
            continue
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        joined = bool(match["until"]) and not _is_stretch(text, match)
        if joined or not first < end <= first + 60:
            found.append(Years(first, first, match.start("first"), match.end("first")))
            if len(last) == 4:
                where = match.start("until") if match["until"] else match.start("last")
                found.append(Years(end, end, where, where + 4))
        else:
            found.append(Years(first, end, match.start(), match.end()))
    return found


def _is_stretch(text: str, match: re.Match[str]) -> bool:
    """Whether "2020 to 2027" or "2020 and 2027" is one stretch: always with "to", with "and" only after "between"."""
    if re.search(r"\sand\s", match[0], re.IGNORECASE):
        return bool(
            re.search(
                r"\bbetween\s*(?:the years\s*)?$", text[max(0, match.start() - 24) : match.start()], re.IGNORECASE
            )
        )
    return True
