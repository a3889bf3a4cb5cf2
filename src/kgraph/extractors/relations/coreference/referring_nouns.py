"""Nouns that stand for an organisation or a product that was named: "the company", "the vendor", "the platform"."""

from kgraph.text import word_class

STARTUPS = word_class("startup start-up upstart unicorn")
YOUNG = word_class("startup start-up upstart unicorn biotech developer specialist builder target")
BUYERS = word_class("buyer acquirer suitor")
UNITS = word_class("unit subsidiary division affiliate")
SELLERS = word_class("vendor supplier")
STRICTLY_PUBLIC = word_class(
    "hospital university clinic institution institute ministry department agency school trust nonprofit"
)
PUBLIC = word_class(
    "hospital system university agency organization organisation nonprofit bank provider insurer network school "
    "clinic institution institute ministry department regulator center centre trust"
)
FIRMS = word_class(
    "company firm startup giant vendor group organization organisation retailer insurer bank hospital system maker "
    "provider university agency chain carrier lender automaker carmaker chipmaker drugmaker manufacturer developer "
    "operator supplier consultancy conglomerate nonprofit network business unicorn biotech grocer distributor "
    "clinic institution institute buyer acquirer titan behemoth specialist integrator utility airline builder "
    "corporation enterprise multinational subsidiary unit outfit upstart reseller studio publisher broker miner "
    "house collective insurtech fintech medtech reinsurer cooperative shop refiner shipper railway grocery watchmaker "
    "drugstore foundry brewer devicemaker planemaker toymaker phonemaker bookseller shipbuilder homebuilder exchange "
    "neobank hyperscaler telco brokerage wholesaler caterer hotelier streamer label laboratory pioneer powerhouse "
    "heavyweight challenger incumbent newcomer innovator trust ministry"
)
"""Nouns that stand for an organisation that was named."""
PRODUCTS = word_class(
    "tool platform software app application device solution service product scanner assistant offering suite sensor "
    "chip wearable robot database copilot chatbot watch headset phone tablet drug vaccine test model scribe monitor "
    "pump implant glasses module engine toolkit framework agent ring patch gadget handset laptop console add-on plugin "
    "extension package gateway bot viewer probe catheter stent valve reader editor browser"
)
"""Nouns that stand for a product that was named."""
NOUNS = FIRMS | PRODUCTS
"""Nouns that stand for either."""
OTHERS = word_class(
    "first only other parent second third same entire target whole private public individual best top most largest "
    "biggest leading next latest combined resulting merged acquired rival another every any new average typical cloud "
    "latter"
)
"""Words after "the" that make the noun mean somebody else: "the parent company", "the largest provider"."""
LIMITED = word_class("of that which behind for in who whose to where from with")
"""Words after the noun that say which one is meant: "the company behind it"."""
OF_PRODUCTS = word_class(
    "runs integrates works supports connects plugs sits comes detects lets allows enables helps uses leverages "
    "offers includes analyzes analyses provides features combines automates requires syncs embeds"
)
"""Verbs by which "it" stands for a product rather than for its maker, where both were named."""
