"""The query page in a real Chromium, under its own content security policy."""

from typing import Any

import httpx

from kgraph import query
from tests.serve.serving import Server


def test_a_person_chooses_a_question_and_reads_the_answer(server: Server, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 1200, "height": 800})
    try:
        page, asked, complaints = context.new_page(), [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(server.url)
        page.select_option("#shipped select", label=query.shipped()["launches"].title)
        assert page.text_content("#shipped span") == query.shipped()["launches"].explanation
        page.click(".yasqe_queryButton")
        page.wait_for_selector(".yasr table td")
        assert "GI Genius" in page.text_content(".yasr")
        assert complaints == []
        assert all(address.startswith((server.url, "data:")) for address in asked)
    finally:
        context.close()


def test_the_shipped_queries_are_offered(server: Server) -> None:
    offered = httpx.get(server.url + "/queries").json()
    assert [each["query"] for each in offered] == [each.text for each in query.shipped().values()]
    assert all(each["title"] for each in offered)
