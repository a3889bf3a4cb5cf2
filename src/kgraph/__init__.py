"""Turn a folder of articles and market reports into a knowledge graph that shows the words behind every edge."""

__version__ = "0.1.0"
