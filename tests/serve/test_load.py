"""Many clients at once, a tenth of them hostile: no wrong answer, no end of the server, no growth without bound."""

import asyncio
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.evidence import COMPANY, PRODUCT
from tests.serve.serving import Server, serving

LAUNCHED = "PREFIX kg: <https://w3id.org/kgraph/ontology#> SELECT ?who ?what { ?who kg:launched ?what }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = (
    "SELECT (GROUP_CONCAT(?x) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?c), STR(?f), STR(?i)) AS ?x) }"
)
WRONG = {400, 403, 404, 405, 406, 408, 413, 414, 415, 431, 503}


async def fair(client: httpx.AsyncClient, number: int) -> str:
    """A request with one right answer."""
    kind = number % 4
    if kind == 0:
        answer = await client.get("/sparql", params={"query": LAUNCHED})
        right = answer.status_code == 200 and answer.json()["results"]["bindings"][0]["who"]["value"] == COMPANY
    elif kind == 1:
        query = f"ASK {{ BIND({number} AS ?n) FILTER(?n = {number}) }}"
        answer = await client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
        right = answer.status_code == 200 and answer.json()["boolean"] is True
    elif kind == 2:
        query = f"SELECT ({number} * 2 AS ?n) {{}}"
        answer = await client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
        right = answer.status_code == 200 and answer.text.split() == ["n", str(number * 2)]
    else:
        answer = await client.get("/id/company/medtronic", headers={"Accept": "text/turtle"})
        right = answer.status_code == 200 and PRODUCT in answer.text
    if answer.status_code == 503:
        return "busy"
    return "right" if right else f"wrong: {answer.status_code} {answer.text[:200]}"


async def hostile(client: httpx.AsyncClient, chosen: random.Random) -> str:
    """A request that has to be refused."""
    kind = chosen.randrange(8)
    direct = {"Content-Type": "application/sparql-query"}
    try:
        if kind == 0:
            answer = await client.post("/sparql", content=b"ASK {} #" + b"x" * (3 << 20), headers=direct)
        elif kind == 1:
            answer = await client.get("/sparql", params={"query": RUNAWAY})
        elif kind == 2:
            answer = await client.get("/sparql", params={"query": HUNGRY})
        elif kind == 3:
            answer = await client.post("/sparql", content=b"ASK " + b"{" * 20_000 + b"}" * 20_000, headers=direct)
        elif kind == 4:
            answer = await client.post("/sparql", content=chosen.randbytes(200), headers=direct)
        elif kind == 5:
            answer = await client.get("/static/..%2f..%2fapp.py")
        elif kind == 6:
            answer = await client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:1/> {} }"})
        else:
            answer = await client.request("PUT", "/graph?default", content=b"<a:a> <b:b> <c:c> .")
    except httpx.TransportError as error:  # the server may hang up on who sends too much
        return "hung up" if kind == 0 else f"wrong: {error!r}"
    if answer.status_code in WRONG and "Traceback" not in answer.text and "root:" not in answer.text:
        return "refused"
    if kind == 3 and answer.status_code == 200:  # nested, but no lie
        return "refused"
    return f"wrong: {kind} {answer.status_code} {answer.text[:200]}"


async def storm(url: str, requests: int, clients: int = 32) -> Counter[str]:
    said: Counter[str] = Counter()
    numbers = iter(range(requests))

    async def one(seed: int) -> None:
        chosen = random.Random(seed)
        async with httpx.AsyncClient(base_url=url, timeout=120) as client:
            for number in numbers:
                is_hostile = chosen.random() < 0.1
                said[await (hostile(client, chosen) if is_hostile else fair(client, number))] += 1

    await asyncio.gather(*(one(seed) for seed in range(clients)))
    return said


def stormed(server: Server, requests: int) -> Counter[str]:
    before = server.memory()
    with ThreadPoolExecutor(1) as alone:  # a browser test before us may have left a running loop in this thread
        said = alone.submit(asyncio.run, storm(server.url, requests)).result()
    assert sum(said.values()) == requests
    assert not [each for each in said if each.startswith("wrong")], said
    assert said["right"] > 0.8 * requests
    assert said["refused"] > 0.04 * requests
    assert server.process.poll() is None
    assert httpx.get(server.url + "/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert server.memory() < before + 300_000, (before, server.memory())
    return said


OPTIONS = ("--timeout", "0.5", "--rows", "2000", "--workers", "4", "--memory", "512")


def test_four_hundred_requests(exports: Path) -> None:
    with serving(exports, *OPTIONS) as server:
        stormed(server, 400)


@pytest.mark.long
def test_ten_thousand_requests(exports: Path) -> None:
    with serving(exports, *OPTIONS) as server:
        print(stormed(server, 10_000), server.memory())  # noqa: T201 - the figures are the point
