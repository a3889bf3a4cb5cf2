"""Where shares are dealt in: before a ticker."""

from kgraph.text import word_class

EXCHANGES = word_class(
    "nasdaq nyse nse bse lse tsx tsxv asx otc otcqb otcqx otcmkts amex hkex lon tse euronext fra xetra "
    "six aex aim sehk szse sse nasdaqgs nyse: nasdaqgm sgx"
)
"""As they stand in brackets, in small letters: "(NASDAQ: ACME)"."""
