"""What is done to a split: pure functions of its rows, called in a child process (:mod:`kgraph.engines.guarded`).

Each takes settings, a split and a function to call whenever one more row is done, and gives rows by table.
"""
