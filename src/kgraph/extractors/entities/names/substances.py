"""Names of substances that medicines are made of, which are written small: "*donanemab*", "*osimertinib*"."""

_STEMS = (
    *("mab", "tinib", "ciclib", "parib", "rafenib", "metinib", "denib", "zomib", "degib", "sertib", "ratinib", "clax"),
    *("gliptin", "gliflozin", "glutide", "patide", "glitazone", "sartan", "prazole", "prazan", "oxetine", "triptan"),
    *("gepant", "lukast", "buvir", "tasvir", "previr", "tegravir", "ciclovir", "trelvir", "floxacin", "cillin"),
    *("conazole", "caftor", "nersen", "siran", "leucel", "parvovec", "xaban", "gatran", "grelor", "dipine", "setron"),
    *("orexant", "lutamide", "tamide", "platin", "rubicin", "taxel", "citinib", "fusp", "stotug", "vedotin", "tecan"),
)
"""The stems of international nonproprietary names."""
_SHORTEST = 8


def is_substance(word: str) -> bool:
    """Whether a word is a substance's international name: by its stem, which no other words have."""
    return len(word) >= _SHORTEST and word.endswith(_STEMS) and word.islower()
