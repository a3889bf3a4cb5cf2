"""SPARQL queries that come with kgraph, one a file; the comment at the head of each says what it asks."""
