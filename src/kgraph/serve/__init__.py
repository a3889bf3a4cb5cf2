"""The exports over HTTP: a SPARQL 1.1 Protocol endpoint, named graphs, pages for things, a page to ask from.

::

    store.py     exports -> a store on disk, loaded once
    worker.py    a process that answers one query at a time and can be stopped
    pool.py      the workers: time limit, restarts
    protocol.py  an HTTP request -> what is asked, and in which format (SPARQL 1.1 Protocol, content negotiation)
    pages.py     a thing as HTML
    app.py       the addresses and what answers them
"""
