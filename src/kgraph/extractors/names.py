"""Where the names are: runs of capitalised words that are names, in running text and in headlines.

In running text a capital letter inside a sentence marks a name. In a headline every word has one, so a word counts only
if it is no ordinary word, is known, or stands as a name in the running text of the same article; from there a name goes
on to the word that heads it ("Azure Quota REST API").
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kgraph.extractors.shapes import Shape
from kgraph.lexicon import Form, Known, Lexicon
from kgraph.text import word_class

CAPITAL, CAMEL, ACRONYM, NUMBER = int(Shape.CAPITAL), int(Shape.CAMEL), int(Shape.ACRONYM), int(Shape.NUMBER)
ORDINARY, STOP, GENERIC, CALENDAR = int(Shape.ORDINARY), int(Shape.STOP), int(Shape.GENERIC), int(Shape.CALENDAR)
GIVEN, BREAKER, NATIONALITY, LATIN = int(Shape.GIVEN), int(Shape.BREAKER), int(Shape.NATIONALITY), int(Shape.LATIN)
AMBIGUOUS = int(Shape.AMBIGUOUS)
WEAK = ORDINARY | STOP | GENERIC | CALENDAR | NATIONALITY
MAX_RUN = 14
CURRENCIES = word_class("usd eur gbp inr cny jpy aud cad chf us rs rmb sgd hkd krw sek nok dkk brl mxn zar")
UNITS = word_class(
    "% percent million billion trillion thousand crore lakh years year months days hours minutes people per"
)


class Name(NamedTuple):
    """A name's place in a list of words, and how it was found."""

    first: int
    end: int
    known: tuple[Known, ...]
    """What the longest known name at its start says, if that is the whole name."""
    brand: tuple[Known, ...]
    """What a known name says that it only begins with."""
    how: str
    """known, run, headline, initial (first word of its sentence), weak (an ordinary word with a capital letter)."""


def is_doubtful(known: Sequence[Known], flag: int) -> bool:
    """Whether a known name of one word may just be an ordinary word with a capital letter."""
    if flag & ACRONYM and all(each.type == "Place" and each.weight >= 4 for each in known):
        return False  # "US"
    return bool(flag & (AMBIGUOUS | GENERIC | CALENDAR)) or bool(
        flag & ORDINARY and all(each.weight < 4 for each in known)
    )


def _is_nothing(known: Sequence[Known]) -> bool:
    """Whether the lists say that this is a phrase and no name: "Key Players", "Series B"."""
    return bool(known) and all(each.type == "Nothing" for each in known)


def _is_plural(word: str, flag: int) -> bool:
    """Whether a word is a plain plural ("Hospitals"): whom a product is for, not a part of its name."""
    return bool(flag & ORDINARY) and word.endswith("s") and not word.endswith(("ss", "ics")) and len(word) > 4


class Finder:
    """Finds names in the words of one sentence after another."""

    def __init__(self, lexicon: Lexicon, shape: Callable[[str], int]) -> None:
        """Read ``lexicon``; ``shape`` gives the shapes of words."""
        self.lexicon, self.shape = lexicon, shape
        heads = lexicon.heads
        self.roles, self.modifiers = heads["roles"], heads["role_modifiers"]
        self.legal, self.organization_of = heads["legal"], heads["organization_of"]
        self.tails = heads["product"] | heads["company"] | heads["organization"]
        self.company_verbs, self.actors = heads["company_verbs"], heads["actors"]
        self.firms = heads["company"] | heads["organization"]
        self.described = heads["after_product"]
        self.openers, self.soft = heads["openers"], heads["soft_breakers"]
        self.products, self.organizations = heads["product"], heads["organization"]

    def is_headline(self, words: Sequence[str], flags: Sequence[int], title: bool) -> bool:
        """Whether ordinary words have capital letters here: title case, or capitals throughout.

        Of a ``title`` a single one is enough, where none is written small.
        """
        capital = small = i = 0
        while i < len(words):
            stop, known = self.lexicon.match(words, i, len(words)) if flags[i] & CAPITAL and i else (i, ())
            if known and known[-1].type != "Nothing" and not (stop == i + 1 and is_doubtful(known, flags[i])):
                i = stop
                continue
            if i and flags[i] & ORDINARY and len(words[i]) > 3 and words[i].lower() not in _SMALL:
                if flags[i] & CAPITAL:
                    capital += 1
                else:
                    small += 1
            i += 1
        return capital > 3 * small and (capital > 1 or (title and small == 0))

    def find(
        self, words: Sequence[str], flags: Sequence[int], headline: bool, confirmed: Mapping[str, frozenset[Form]]
    ) -> list[Name]:
        """The names among ``words``, from left to right, none overlapping another."""
        names = self._in_headline(words, flags, confirmed) if headline else self._in_text(words, flags, confirmed)
        return _whole_certificates(words, flags, list(names))

    # -- running text

    def _in_text(
        self, words: Sequence[str], flags: Sequence[int], confirmed: Mapping[str, frozenset[Form]]
    ) -> Iterator[Name]:
        i, n = 0, len(words)
        begins = True
        while i < n:
            flag = flags[i]
            if not flag & CAPITAL:
                if flag & NUMBER and self._is_numbered_firm(words, flags, i):
                    end = self._run(words, flags, i)
                    yield Name(i, end, (), (), "run")
                    i, begins = end, False
                    continue
                if words[i].endswith(_COINED_DOMAINS) and len(words[i]) > 5:
                    yield Name(i, i + 1, (), (), "run")
                    i, begins = i + 1, False
                    continue
                if words[i] in self.lexicon.names and not flag & ORDINARY:
                    stop, known = self.lexicon.match(words, i, n)
                    if known:
                        while (
                            stop < n
                            and flags[stop] & NUMBER
                            and self._is_version(words, stop, words[stop + 1] if stop + 1 < n else "")
                        ):
                            stop += 1
                        whole = known if known[0].tokens == stop - i else ()
                        yield Name(i, stop, whole, () if whole else known, "known")
                        i = stop
                        begins = False
                        continue
                begins = words[i] in _BEGINNERS or (begins and not words[i][0].isalnum())
                i += 1
                continue
            end = self._run(words, flags, i)
            start = i
            if i > 1 and words[i - 1] == "-" and words[i - 2][-1].isalnum() and flag & ORDINARY:
                i += 1  # the second half of "Patient-Centric"
                continue
            if begins:
                start = self._after_opening(words, flags, i, end, confirmed)
            if start < end:
                yield from self._divide(words, flags, start, end, initial=begins and start == i, confirmed=confirmed)
            i = max(end, i + 1)
            begins = False

    def _is_numbered_firm(self, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
        """Whether a number begins a company's name: "1910 Genetics", where no preposition makes it a year."""
        free = i == 0 or words[i - 1] in _BEGINNERS or words[i - 1] in (",", "(", "with", "and")
        return free and i + 1 < len(words) and bool(flags[i + 1] & CAPITAL) and words[i + 1].lower() in self.firms

    def _is_verb(self, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
        """Whether a capitalised word after a known name is its verb: "Microsoft *Challenges* Researchers"."""
        lower = words[k].lower()
        if not flags[k] & ORDINARY or lower[-1:] != "s" or lower in self.tails or k + 1 == len(words):
            return False
        stem = lower[:-1]
        forms = (stem + "ing", stem.removesuffix("e") + "ing", stem + stem[-1:] + "ing")
        return words[k + 1][0].isalpha() and any(form in self.lexicon.words for form in forms)

    def _is_apposed_firm(self, words: Sequence[str], k: int) -> bool:
        """Whether ", a … company" follows: what stands before it is a name, however ordinary a word."""
        if [w.lower() for w in words[k : k + 2]] not in _APPOSED:
            return False
        for word in words[k + 2 : k + 10]:
            if word in ",.;:":
                return False
            if word.lower() in _FIRMS:
                return True
        return False

    def _is_department(self, words: Sequence[str], flags: Sequence[int], first: int, end: int) -> bool:
        """Whether ordinary words only tell what somebody is head of: "SVP of *Information Technology*"."""
        return (
            first > 1
            and words[first - 1] == "of"
            and words[first - 2].lower() in _HEADS_OF
            and not self.lexicon.match(words, first, end)[1]
            and all(flags[k] & (ORDINARY | GENERIC) for k in range(first, end) if words[k][0].isalpha())
            and words[end - 1].lower() not in self.organizations
        )

    def _opens_headline(self, words: Sequence[str], flags: Sequence[int]) -> bool:
        """Whether an ordinary word opens a headline as the subject of a company's verb: "Regard lands $61M"."""
        return (
            len(words) > 2
            and words[1].lower() in self.company_verbs
            and bool(flags[0] & CAPITAL)
            and not flags[0] & (STOP | GENERIC | CALENDAR | NATIONALITY | NUMBER)
            and words[0].lower() not in self.actors
            and words[0].lower() not in self.openers
        )

    def _run(self, words: Sequence[str], flags: Sequence[int], i: int) -> int:
        """The end of the run of capitalised words that starts at ``i``, connectors and numbers included."""
        n = min(len(words), i + MAX_RUN)
        j = max(i + 1, self.lexicon.match(words, i, n)[0])
        structured = False  # "Centers for Disease Control": may go on with "and Prevention"
        while j < n:
            word, flag, following = words[j], flags[j], words[j + 1] if j + 1 < n else ""
            next_flag = flags[j + 1] if j + 1 < n else 0
            if flag & CAPITAL and not (flag & STOP and not flag & ACRONYM and word.lower() in _NEVER_INSIDE):
                j = max(j + 1, self.lexicon.match(words, j, n)[0])
            elif flag & NUMBER and self._is_version(words, j, following):
                j += 1
            elif (word == "&" and next_flag & CAPITAL and not following.startswith("Non-")) or (
                word == "," and following.lower() in self.legal and next_flag & CAPITAL
            ):
                j += 2
            elif (
                word in ("of", "for")
                and next_flag & CAPITAL
                and (
                    words[j - 1].lower() in self.organization_of
                    or (
                        word == "for"
                        and words[j - 1].lower() in self.products
                        and not next_flag & CALENDAR
                        and following.lower() not in _NEVER_INSIDE
                        and not _is_plural(following, next_flag)
                        and words[j + 2 : j + 3] != ["-"]
                        and j - i > 1
                    )
                )
            ):
                structured = words[j - 1].lower() in self.organization_of
                j += 2
            elif (
                word == "and"
                and structured
                and next_flag & CAPITAL
                and next_flag & ORDINARY
                and following not in self.lexicon.names
            ):
                j += 2
                structured = False
            elif (word in ("'s", "’s") and next_flag & CAPITAL and words[j - 1].lower() in _POSSESSIVE_NAMES) or (
                word == "." and len(words[j - 1]) == 1 and words[j - 1].isupper() and next_flag & CAPITAL
            ):
                j += 2
            elif word == "." and j + 1 < n and words[j - 1] in _TITLES:
                j += 1
            elif flags[j - 1] & GIVEN and (further := self._person_goes_on(words, flags, j, n)):
                j = further
            elif word == "." and words[j - 1].lower() in self.legal:
                more = j + 2 < n and words[j + 1] == "," and words[j + 2].lower() in self.legal
                return j + 1 if not more else j + 4 if j + 3 < n and words[j + 3] == "." else j + 3
            else:
                break
        return j

    def _person_goes_on(self, words: Sequence[str], flags: Sequence[int], j: int, n: int) -> int:
        """Where a person's name goes on after a particle or a nickname: "Frans *van* Houten", "Bill *“Skip”* Gates"."""
        k = j
        while k < n and k < j + 2 and words[k] in PARTICLES:
            k += 1
        if k == j and k + 2 < n and words[k] in _QUOTES and words[k + 2] in _QUOTES and flags[k + 1] & CAPITAL:
            k += 3
        return k + 1 if j < k < n and flags[k] & CAPITAL and not flags[k] & STOP else 0

    def _is_version(self, words: Sequence[str], j: int, following: str) -> bool:
        number = words[j]
        if len(number) > 5 or following in UNITS or following == "(" or "," in number:
            return False
        return not (len(number) == 4 and number[:2] in ("19", "20") and words[j - 1].lower() not in _YEARLY)

    def _after_opening(
        self, words: Sequence[str], flags: Sequence[int], i: int, end: int, confirmed: Mapping[str, frozenset[Form]]
    ) -> int:
        """Where a name begins in a run that opens a sentence: its first word may have its capital from that alone."""
        while i < end:
            flag = flags[i]
            stop, known = self.lexicon.match(words, i, end)
            if _is_nothing(known) and stop < end:
                if not flags[stop] & WEAK:
                    i = stop
                    continue
                stop, known = i, ()
            if known and (stop > i + 1 or not is_doubtful(known, flag)):
                return i
            if self._confirmed(words, i, end, confirmed) > i:
                return i
            if not flag & WEAK or flag & CAMEL:
                return i
            if i == 0 and self._opens_headline(words, flags):
                return i
            if flag & NATIONALITY and i + 1 < end and self._is_part_of_name(words, flags, i + 1):
                return i
            is_gerund = bool(flag & ORDINARY) and words[i].endswith("ing") and i + 1 < end and not known
            if flag & (STOP | CALENDAR | NATIONALITY) or words[i].lower() in self.openers or is_gerund:
                i += 1
                continue
            if known:
                return i  # an ordinary word that is also a name ("Apple", "Oracle"): resolution decides
            if i + 1 < end and flags[i + 1] & CAPITAL and words[i + 1].lower() not in self.roles:
                _, also = self.lexicon.match(words, i + 1, end)
                if also and also[-1].type == "Company" and not is_doubtful(also, flags[i + 1]):
                    return i + 1
                return i
            if i + 1 < end and words[i + 1] in ("of", "for", "&", "'s", "’s"):
                return i
            if flag & ORDINARY and i + 1 == end and self._is_apposed_firm(words, end):
                return i
            i += 1
        return end

    def _is_part_of_name(self, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
        """Whether a capitalised ordinary word belongs to the adjective before it: "Northern *Valley* Health"."""
        flag, lower = flags[k], words[k].lower()
        return (
            bool(flag & CAPITAL and flag & ORDINARY)
            and not flag & (GENERIC | STOP | BREAKER | CALENDAR)
            and lower not in self.roles
            and lower not in self.openers
            and not self.lexicon.match(words, k, len(words))[1]
        )

    def _confirmed(self, words: Sequence[str], i: int, end: int, confirmed: Mapping[str, frozenset[Form]]) -> int:
        forms = confirmed.get(words[i])
        if forms:
            for stop in range(min(end, i + MAX_RUN), i, -1):
                if tuple(words[i:stop]) in forms:
                    return stop
        return i

    def _divide(
        self,
        words: Sequence[str],
        flags: Sequence[int],
        i: int,
        end: int,
        initial: bool,
        confirmed: Mapping[str, frozenset[Form]],
    ) -> Iterator[Name]:
        """Cut a run into names: titles and roles go, a company before a person is a name of its own."""
        while i < end:
            word, flag = words[i], flags[i]
            stop, known = self.lexicon.match(words, i, end)
            if _is_nothing(known) and stop < end:
                if not flags[stop] & WEAK:
                    i = stop
                    continue
                stop, known = i, ()  # "Machine Learning Services": the phrase is only a part of a name
            if not known:
                if flag & (STOP | CALENDAR) and not flag & CAMEL and stop == i:
                    i += 1
                    continue
                if word == "Chief" and "Officer" in words[i + 1 : min(end, i + 6)]:
                    i = words.index("Officer", i) + 1
                    continue
                if self._is_before_name(words, flags, i, end, stop):
                    i += 1
                    continue
            cut, resume = self._cut(words, flags, i, end, stop, known)
            last = self._trim(words, flags, i, cut)
            if last > i and not self._is_department(words, flags, i, last):
                whole = known if stop == last else ()
                brand = known if known and stop < last and not (stop == i + 1 and flags[i] & AMBIGUOUS) else ()
                if brand and words[stop].lower() in self.legal:
                    whole, brand = brand, ()
                name = Name(
                    i,
                    last,
                    whole,
                    brand,
                    "known" if whole else "initial" if initial and last - i > 1 - bool(flag & WEAK) else "run",
                )
                if self._is_name(words, flags, name):
                    yield name
                elif self._is_weak_name(words, flags, name) and not initial:
                    yield name._replace(how="weak")
                elif i == 0 and last == 1 and self._opens_headline(words, flags):
                    yield name._replace(how="initial")
                elif initial and whole and last < len(words) and self._acts(words[last]):
                    yield name._replace(how="initial")  # "Slack has filed"
                elif (
                    initial
                    and last == i + 1
                    and flag & ORDINARY
                    and [w.lower() for w in words[last : last + 2]] in _APPOSED
                ):
                    yield name._replace(how="weak")  # "Harvest, an Acme company"
                elif initial and self._confirmed(words, i, last, confirmed) == last:
                    yield name._replace(how="run")
            i = max(resume, i + 1)
            initial = False

    def _is_before_name(self, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int) -> bool:
        """Whether a word only stands before a name: a role, a nationality, what a thing is."""
        flag = flags[i]
        if flag & GENERIC and stop == i and i + 1 < end and self._is_whole_name(words, flags, i + 1, end):
            return True
        if flag & NATIONALITY and not (i + 1 < end and self._is_part_of_name(words, flags, i + 1)):
            return not any(word.lower() in self.tails for word in words[i + 1 : end])
        return words[i].lower() in self.roles or words[i] == "."

    def _is_whole_name(self, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
        """Whether what follows a generic word is a name of its own: "SaaS *Medidata*", "AI *Dorin Comaniciu*"."""
        if k + 1 < end and flags[k] & GIVEN and not flags[k] & ORDINARY:
            return True
        stop, known = self.lexicon.match(words, k, end)
        return k < stop == end and known[-1].type == "Company" and not is_doubtful(known, flags[k])

    def _acts(self, word: str) -> bool:
        """Whether a word is what organisations do, or goes before it: "has", "said", "quietly"."""
        lower = word.lower()
        return word.islower() and (
            lower in _ACTS or lower in self.company_verbs or (len(lower) > 4 and lower[-2:] == "ly")
        )

    def _cut(
        self, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int, known: tuple[Known, ...]
    ) -> tuple[int, int]:
        """The end of the first name of a run, before a role, a given name or another company; and where to go on."""
        k = stop if known else i + 1
        if known and known[-1].type == "Place" and all(flags[each] & WEAK for each in range(stop, end)) and stop < end:
            tail = words[end - 1].lower()
            if tail in self.products and tail not in self.firms:
                return stop, end  # "U.S. Healthcare Cloud (Market)"
        if known and known[-1].type in ("Company", "Product") and stop < end and self._is_verb(words, flags, stop):
            return stop, stop + 1
        while k < end:
            lower = words[k].lower()
            if lower in self.roles and words[k][0].isupper() and self._is_role(words, i, k, stop, end):
                back = k
                while back > max(i + 1, stop if known else 0) and words[back - 1].lower() in self.modifiers:
                    back -= 1
                return back, k + 1
            if (
                known
                and flags[k] & GIVEN
                and not flags[k] & ORDINARY
                and k + 1 < end
                and not flags[k + 1] & (ORDINARY | NUMBER)
            ):
                return k, k
            if known and stop > i + 1 and known[-1].type == "Product" and words[k] in self.lexicon.names:
                further, other = self.lexicon.match(words, k, end)
                if further == end > k + 1 and other[-1].type == "Product" and other[0].maker == known[0].maker:
                    return k, k  # "Azure Cognitive Services Text Analytics for Health"
            if flags[k] & CAPITAL and not flags[k] & ORDINARY:
                further, other = self.lexicon.match(words, k, end)
                if (
                    other
                    and other[-1].type == "Company"
                    and other[-1].weight >= 3
                    and further == end
                    and known
                    and known[-1].type in ("Company", "Place")
                ):
                    return k, k
            k += 1
        return end, end

    def _is_role(self, words: Sequence[str], i: int, k: int, stop: int, end: int) -> bool:
        """Whether a word like "Manager" is somebody's role here, not the end of a product's name."""
        if words[k].lower() not in self.products:
            return True
        return k + 1 == end and (k == max(stop, i + 1) or words[k - 1].lower() in self.modifiers)

    def _trim(self, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> int:
        """Drop what cannot end a name: months, connectors, "Market"."""
        whole, known = self.lexicon.match(words, i, end)
        if known and whole == end:
            return end
        while end > i:
            lower = words[end - 1].lower()
            if lower in ("market", "markets"):
                return i
            if (
                (flags[end - 1] & CALENDAR and end - i > 1)
                or (end - i > 2 and self._is_trailing_acronym(words, flags, end))
                or (end - i > 1 and lower in _PLAIN_TAIL and self._is_brand_with_tail(words, i, end))
                or (end - i > 1 and lower in _NO_TAIL and self.lexicon.match(words, i, end)[1])
                or lower in ("x-ray", "x-rays", "ceo", "us", "usd", "vs")
                or lower in ("&", "of", "for", "and", ",", "the", "'s", "’s")
                or (lower == "." and words[end - 2].lower() not in self.legal and end - i > 1)
            ):
                end -= 1
                continue
            break
        return end

    def _starts_product(self, words: Sequence[str], k: int) -> bool:
        stop, known = self.lexicon.match(words, k, len(words))
        return stop > k + 1 and known[-1].type == "Product"

    def _is_trailing_acronym(self, words: Sequence[str], flags: Sequence[int], end: int) -> bool:
        """Whether a name's last word only belongs to the noun that follows: "SIGNA Experience *MRI* platform"."""
        after = words[end] if end < len(words) else ""
        lower = words[end - 1].lower()
        if lower in ("pc", "pcs", "vm", "vms", "us") and lower not in self.products:
            return True
        return bool(flags[end - 1] & GENERIC and flags[end - 1] & ACRONYM) and after in self.described

    def _is_brand_with_tail(self, words: Sequence[str], i: int, end: int) -> bool:
        """Whether a word like "Cloud" only describes a known product: "Azure Cloud" is "Azure"."""
        stop, known = self.lexicon.match(words, i, end)
        return stop == end - 1 and known[-1].type == "Product"

    def _is_name(self, words: Sequence[str], flags: Sequence[int], name: Name) -> bool:
        if name.known and not (name.end - name.first == 1 and is_doubtful(name.known, flags[name.first])):
            return True
        if name.end - name.first > 1 and words[name.first].lower() in CURRENCIES and flags[name.first + 1] & NUMBER:
            return False
        span = range(name.first, name.end)
        if any(len(words[k]) > 60 for k in span) or all(
            words[k].lower() in self.legal for k in span if words[k] != "."
        ):
            return False
        if all(
            flags[k] & (GENERIC | NUMBER | STOP | CALENDAR | NATIONALITY) or not words[k].lstrip("#")[:1].isalnum()
            for k in span
        ):
            return False
        if name.end - name.first == 1:
            word = words[name.first]
            return (
                len(word) > 1
                and (not flags[name.first] & WEAK or bool(flags[name.first] & CAMEL))
                and not word.isdigit()
            )
        if all(flags[k] & (WEAK | NUMBER) for k in span if words[k][0].isalpha()):
            return words[name.end - 1].lower() in self.tails or name.end - name.first > 1
        return True

    def _is_weak_name(self, words: Sequence[str], flags: Sequence[int], name: Name) -> bool:
        flag = flags[name.first]
        return (
            name.end - name.first == 1
            and bool(flag & ORDINARY)
            and not flag & (STOP | GENERIC | CALENDAR | NATIONALITY)
        )

    # -- headlines

    def _in_headline(
        self, words: Sequence[str], flags: Sequence[int], confirmed: Mapping[str, frozenset[Form]]
    ) -> Iterator[Name]:
        i, n = 0, len(words)
        while i < n:
            flag = flags[i]
            stop, known = self.lexicon.match(words, i, n)
            sure = self._confirmed(words, i, n, confirmed)
            if _is_nothing(known) and sure <= stop:
                i = stop
                continue
            if sure > max(stop, i):
                stop, known = sure, self.lexicon.known(" ".join(words[i:sure]))
                how = "run"
            elif known:
                how = "weak" if stop == i + 1 and is_doubtful(known, flag) and sure == i else "known"
            elif flag & CAPITAL and not flag & (WEAK | BREAKER) and flag & LATIN and len(words[i]) > 1:
                stop, how = i + 1, "headline"
            elif i == 0 and self._opens_headline(words, flags):
                stop, how = 1, "initial"
            elif (
                flag & CAPITAL
                and words[i].lower() in self.organization_of
                and i + 2 < n
                and words[i + 1] in ("of", "for")
                and flags[i + 2] & CAPITAL
            ):
                stop, how = i + 3, "headline"
            else:
                i += 1
                continue
            end = self._headline_end(words, flags, i, stop, known)
            end = self._trim(words, flags, i, end)
            if (end > i and how != "weak") or (how == "weak" and end == stop):
                is_same = known and (end == stop or words[stop].lower() in self.legal)
                prefix, brand = self.lexicon.match(words, i, end)
                if is_same or (prefix == i + 1 and flag & AMBIGUOUS):
                    brand = ()
                name = Name(i, end, known if is_same else (), brand, how)
                if words[i].lower() not in self.roles and (
                    known or sure > i or how == "initial" or self._is_name(words, flags, name)
                ):
                    yield name
            i = max(end, i + 1)

    def _headline_end(
        self, words: Sequence[str], flags: Sequence[int], i: int, stop: int, known: tuple[Known, ...]
    ) -> int:
        """Where a name that is sure up to ``stop`` ends in a headline."""
        n, end, k = len(words), stop, stop
        is_brand = bool(known) and known[-1].type in ("Company", "Product")
        while k < min(n, stop + 6):
            flag, lower = flags[k], words[k].lower()
            if flag & NUMBER and k == end and self._is_version(words, k, words[k + 1] if k + 1 < n else ""):
                end = k + 1
            elif lower in self.legal and k == end and flag & CAPITAL:
                end = k + 2 if k + 1 < n and words[k + 1] == "." else k + 1
                break
            elif lower in ("for", "&", "of") and k + 1 < n and flags[k + 1] & CAPITAL and k == end:
                previous = words[k - 1].lower()
                if previous in self.organization_of or (
                    words[k] == "for"
                    and previous in self.products
                    and k - i > 1
                    and not _is_plural(words[k + 1], flags[k + 1])
                    and words[k + 2 : k + 3] != ["-"]
                ):
                    end = k + 2
                    k += 1
                elif lower != "&" or flags[k + 1] & WEAK:
                    break
                else:
                    end = k + 2
                    k += 1
            elif (
                not flag & CAPITAL
                or flag & (BREAKER | CALENDAR)
                or lower in self.roles
                or (lower in self.soft and not is_brand)
                or (is_brand and k == end and self._is_verb(words, flags, k))
            ) or (k == end and self._starts_product(words, k)):
                break
            elif not flag & WEAK and k == end:
                further, other = self.lexicon.match(words, k, n)
                if lower in self.soft or (other and other[-1].type in ("Company", "Place", "Organization") and known):
                    break
                end = further if other else k + 1
                k = end - 1
            elif lower in self.tails and (is_brand or k == end or (k == end + 1 and lower in self.firms)):
                end = k + 1
            k += 1
        return end


_APPOSED = ([",", "a"], [",", "an"], [",", "the"])
_FIRMS = word_class(
    "company startup start-up provider maker firm vendor developer platform subsidiary unit division leader "
    "manufacturer supplier business unicorn consultancy"
)
_HEADS_OF = word_class("vp svp evp avp director head manager chief professor lead leader")
PARTICLES = word_class(
    "van von der den de da do dos del della di du la le el al bin ibn ben ter ten zu zur af ní nic mac"
)
_QUOTES = ('"', "“", "”", "'")
_ACTS = word_class("has said says told will plans wants also today")
_COINED_DOMAINS = (".ai", ".io", ".health")
_CERTIFICATE = word_class("specialization specialisation specializations")
_INSIDE_CERTIFICATE = word_class("and to on for of with &")


def _whole_certificates(words: Sequence[str], flags: Sequence[int], names: list[Name]) -> list[Name]:
    """The same names; that of a certificate begins after its article: "the *X and Y Migration to Z Specialization*"."""
    result: list[Name] = []
    for name in names:
        whole = name
        if words[name.end - 1].lower() in _CERTIFICATE:
            k = name.first
            while k and k > name.first - MAX_RUN and (flags[k - 1] & CAPITAL or words[k - 1] in _INSIDE_CERTIFICATE):
                k -= 1
            if k and words[k - 1].lower() in ("the", "a", "an") and flags[k] & CAPITAL:
                while result and result[-1].end > k:
                    result.pop()
                whole = Name(k, name.end, (), (), name.how)
        result.append(whole)
    return result


_TITLES = frozenset("St Dr Mr Mrs Ms Prof Mt Rep Sen Gov Gen Maj Lt Col Capt Sgt Rev Hon Adm".split())
_SMALL = word_class(
    "with from that this their have been will your into over about after more than what when where which "
    "while under between within through using and the for are was were has had can its it's now new how "
    "why who all one two"
)
_BEGINNERS = frozenset(':"“‘|–—;?!')
_NEVER_INSIDE = word_class(
    "the a an this that these those his her their our your its if as in at by on from with and or but is "
    "are was were will now"
)
_PLAIN_TAIL = word_class("cloud platform services service solution solutions")
_NO_TAIL = word_class(
    "migration migrations deployment deployments integration adoption support customers users partnership data pricing"
)
_YEARLY = word_class("server office studio build ignite dynamics sharepoint exchange windows")
_POSSESSIVE_NAMES = word_class(
    "children women men king queen st macy mcdonald moody lowe levi kohl wendy domino sotheby alzheimer "
    "parkinson people"
)
