"""Relations."""
def find(content, mentions, sentences, markets): return ()
