"""Capitals that say how much, and in which round: "*INR* 147 *Cr*", "*CNY15.7B*", "a *B+* round", "its *Series H*"."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.shapes import CAPITAL, WEAK
from kgraph.text import word_class

_CODES = frozenset(
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD "
    "KZT LKR MAD MXN MYR NGN NOK NZD OMR PEN PKR PLN QAR RMB RON RSD RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX "
    "USD UYU VND XAF XOF ZAR DKr SKr NKr IKr Rs Rp RM Php Ksh KSh Tk Ft NIS".split()
)
"""Of money: what ISO 4217 calls the currencies that are much traded, and what their own countries write."""
_SCALES = word_class("Mn Bn Tn Cr Crore Crores Lakh Lakhs Mio Mrd Mln Bln Trn Million Billion Trillion")
_SIGNS = frozenset("$ € £ ¥ ₹ ₩".split())
_DOLLARS = frozenset("US AU CA HK NZ SG NT S A C R MX".split())
_AMOUNT = re.compile(r"([A-Z][A-Za-z]{1,2})\d[\d.,]*[A-Za-z]{0,3}")
_ROUND = re.compile(r"(?:Pre-)?[A-L]\d?\+{0,2}")
_ROUNDS = word_class("round rounds financing funding extension tranche fundraise Round Funding Financing")


def hide(words: list[str], flags: list[int]) -> None:
    """Take the capitals from what only says how much money is meant, or which round of it."""
    for i, word in enumerate(words):
        if not flags[i] & CAPITAL and word != "$" and word not in _CURRENCIES:
            continue
        if word.lower() in _CURRENCIES and i:
            _hide_country(words, flags, i)
        if word == "$":
            if i and words[i - 1] in _DOLLARS:  # "US$ 89.45 Bn"
                words[i - 1], flags[i - 1] = words[i - 1].lower(), 0
        elif word == "EU" and words[i + 1 : i + 2] == ["€"]:
            words[i], flags[i] = "eu", 0  # "(EU €2 million)"
        elif word in {"Series", "Pre-Series"}:
            if _is_round(words, flags, i):
                flags[i] = flags[i + 1] = 0
        elif (
            (word in _CODES and i + 1 < len(words) and words[i + 1][0].isdigit())
            or (word in _SCALES and i and words[i - 1][-1].isdigit() and _is_of_money(words, i))
            or (
                not word.isalpha()
                and (amount := _AMOUNT.fullmatch(word))
                and (
                    amount[1] in _CODES
                    or (amount[1].isupper() and words[i + 1 : i + 2] != [] and words[i + 1] in _LARGE)
                )
            )
            or (i + 1 < len(words) and words[i + 1] in _ROUNDS and len(word) > 1 and _ROUND.fullmatch(word))
        ):
            flags[i] = 0


_CURRENCIES = word_class("dollar dollars dirham dirhams riyal riyals pound pounds rupee rupees")
_NATIONS = frozenset("US U.S. USA UAE UK HK NZ Hong Kong Singapore New Zealand Taiwan Qatar Oman Kuwait".split())
"""Before a currency they tell whose it is: "*US* Dollar 40 Billion"."""
_LARGE = word_class("thousand million billion trillion mn bn tn crore crores lakh lakhs")


def _hide_country(words: list[str], flags: list[int], i: int) -> None:
    """Take the capitals from the country of a currency at ``i``."""
    flags[i] = 0
    for k in range(i - 1, max(-1, i - 3), -1):
        if words[k] not in _NATIONS:
            break
        words[k], flags[k] = words[k].lower(), 0


def _is_of_money(words: Sequence[str], i: int) -> bool:
    """Whether a currency stands before the number before ``i``: "$ 25 *Mn*"."""
    return i > 1 and (words[i - 2] in _SIGNS or words[i - 2] in _CODES)


def _is_round(words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether "Series" and a letter count a round of money; behind a name they are a model's: "Zelbo *Series X*"."""
    if i + 1 == len(words) or not _ROUND.fullmatch(words[i + 1]):
        return False
    if i and flags[i - 1] & CAPITAL and not flags[i - 1] & WEAK and words[i - 1] not in _SCALES:
        return words[i + 2 : i + 3] != [] and words[i + 2] in _ROUNDS
    return True
