"""Random histories of small corpora: what people do to a folder between two builds."""

import random
from collections.abc import Callable
from pathlib import Path

COMPANIES = ["Contoso", "Fabrikam", "Northwind Health", "Microsoft", "Jvion", "Contoso Corp."]
PRODUCTS = ["Azure", "CORE", "Azure IoT Hub", "Terra", "Aurora Suite"]
PEOPLE = ["Jane Roe", "John Miller", "Terra Young", "Aurora Smith"]
THINGS = ["diabetes", "asthma", "machine learning", "influenza", "telemedicine"]
PLACES = ["Berlin", "Redmond", "Europe"]
TOPICS = ["Digital Health", "Cloud", "AI"]
SENTENCES = [
    "{a} announced {p}, a platform for {t}.",
    "{a} acquired {b} in {l}.",
    "{a} partners with {b} on {t}.",
    "{n} joins {a} as chief executive officer.",
    "{a}'s {p} runs on {q}.",
    "The {t} market is expected to reach USD 1.2 billion by 2027, at a CAGR of 7.5%.",
    "{n} works for {b}, a company based in {l}.",
    "{a} and {p} are in the news.",
]


def sentence(draw: random.Random) -> str:
    return draw.choice(SENTENCES).format(
        a=draw.choice(COMPANIES),
        b=draw.choice(COMPANIES),
        p=draw.choice(PRODUCTS),
        q=draw.choice(PRODUCTS),
        t=draw.choice(THINGS),
        l=draw.choice(PLACES),
        n=draw.choice(PEOPLE),
    )


def entry(draw: random.Random, indent: str) -> str:
    """An entry of a ``related`` list; of one address there are several variants."""
    number = draw.randrange(8)
    lines = [f"webUrl: https://news.example/{number}", f"title: '{draw.choice(TOPICS)} news {number}'"]
    if draw.random() < 0.3:
        lines.append(f"excerpt: '{sentence(draw).replace(chr(39), chr(39) * 2)}'")
    if draw.random() < 0.2:
        lines.append(f"ampWebUrl: https://amp.news.example/{number}")
    return f"{indent}- " + f"\n{indent}  ".join(lines)


def document(draw: random.Random) -> bytes:
    """One file: an article mostly; now and then a report, or something that cannot be read."""
    chance = draw.random()
    if chance < 0.05:
        return draw.choice([b"", b"\x7fELF\x00\x01", b"---\ntitle: 'open\n---\n", b"---\ntitle: E\n"])
    if chance < 0.15:
        return " ".join(sentence(draw) for _ in range(3)).encode()
    title = sentence(draw).replace("'", "''")
    text = " ".join(sentence(draw) for _ in range(draw.randrange(3))).replace("'", "''")
    lines = ["---", f"title: '{title}'", f"excerpt: '{text}'"]
    if draw.random() < 0.9:
        lines.append(f"webUrl: https://news.example/{draw.randrange(8)}")
    if draw.random() < 0.5:
        lines.append(f"author: {draw.choice(PEOPLE)}")
    if draw.random() < 0.6:
        domain = draw.choice(["a.example", "b.example"])
        lines += ["provider:", f"  name: {draw.choice(['A News', 'B News', 'The A News'])}", f"  domain: {domain}"]
    if draw.random() < 0.5:
        lines += ["topics:", *(f"  - {each}" for each in draw.sample(TOPICS, draw.randrange(1, 3)))]
    if draw.random() < 0.3:
        lines += ["categories:", f"  - 'MeSH: {draw.choice(THINGS)}'"]
    if draw.random() < 0.5:
        lines += ["related:", *(entry(draw, "  ") for _ in range(draw.randrange(1, 4)))]
    if draw.random() < 0.3:
        lines.append(f"mystery{draw.randrange(3)}: 1")
    return "\n".join([*lines, "---", ""]).encode()


def add(folder: Path, draw: random.Random) -> None:
    (folder / draw.choice(["", "deep/"]) / f"{draw.randrange(12):02}.md").write_bytes(document(draw))


def edit(folder: Path, draw: random.Random) -> None:
    if files := present(folder):
        draw.choice(files).write_bytes(document(draw))


def rename(folder: Path, draw: random.Random) -> None:
    if files := present(folder):
        draw.choice(files).rename(folder / f"{draw.randrange(12):02}.md")


def delete(folder: Path, draw: random.Random) -> None:
    if len(files := present(folder)) > 1:
        draw.choice(files).unlink()


def swap(folder: Path, draw: random.Random) -> None:
    if len(files := present(folder)) > 1:
        one, other = draw.sample(files, 2)
        held = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(held)


def present(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


STEPS: dict[str, Callable[[Path, random.Random], None]] = {
    "add": add,
    "edit": edit,
    "rename": rename,
    "delete": delete,
    "swap": swap,
}
