"""What firms of other languages call themselves: "Aurora *Alimentos*", "*Cervejaria* Zelbo", "Zelbo *Versicherung*"."""

from collections.abc import Sequence

from kgraph.text import word_class

_FIRST = word_class(
    "companhia compañía compagnie compagnia cooperativa coopérative banco banque banca banka société sociedad "
    "sociedade società cervejaria cervecería brasserie birrificio laboratoires laboratorios laboratórios laboratori "
    "indústrias industrias industrie constructora construtora editora éditions inmobiliaria imobiliária frigorífico "
    "aerolíneas embotelladora minera mineração compañia empresa empresas frigorifico usina societe aktiengesellschaft "
    "gesellschaft"
)
"""What stands before the name."""
_LAST = word_class(
    "alimentos alimentari énergie energía energia energie seguros assurances assicurazioni versicherung versicherungen "
    "telecomunicaciones telecomunicações telecomunicazioni logística mineração minera siderúrgica metalúrgica "
    "farmacêutica farmacéutica química cimentos cementos celulose açúcar siderurgia petróleo petróleos aves "
    "brauerei werke maschinenbau verlag bryggeri forsikring försäkring eiendom fastigheter gruppen bankası"
)
"""What stands behind it."""


def is_foreign_firm(words: Sequence[str]) -> bool:
    """Whether a name of several words begins or ends with what firms are called in Romance or Germanic languages."""
    lower = [word.lower() for word in words]
    return len(lower) > 1 and (lower[0] in _FIRST or lower[-1] in _LAST or not _MIDDLE.isdisjoint(lower[1:-1]))


_MIDDLE = word_class("companhia compañía compañia compagnie sociedade sociedad société societe società")
"""What may stand in the midst, too: "Zelbo *Companhia* Industrial"."""
