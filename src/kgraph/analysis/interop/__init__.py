"""The graph in other tools' formats, and back: one module for each, all with the same few functions.

=============  ====================================================  ===============================
module         for                                                   back
=============  ====================================================  ===============================
``gexf``       Gephi, with the days on which things are told of      everything
``cx2``        Cytoscape (Web, and Desktop from 3.10)                everything
``neo4j_csv``  ``neo4j-admin database import``                       everything
``kgx``        KGX, the exchange format of the Biolink world         everything
``pandas``     two data frames                                       everything
``polars``     two data frames                                       everything
``igraph``     python-igraph                                         everything
``pyg``        PyTorch Geometric's edge lists, as NumPy arrays       nodes, edges and their weights
=============  ====================================================  ===============================

"Everything" is node keys, edge keys and all attributes, with their types; tests hold it on graphs that Hypothesis
makes. Where a format knows fewer types than the graph, values are text there and the ontology tells what they mean.
"""
