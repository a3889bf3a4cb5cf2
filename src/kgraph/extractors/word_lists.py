"""Lists of ordinary words that the rules for figures and markets ask, as data. All in lower case."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words(
    """
    inc corp ltd co llc plc bros mr mrs ms dr prof st jr sr vs no nos vol fig approx appr est etc dept gen gov
    sen rep u.s u.k u.n e.u e.g i.e a.m p.m d.c ph.d jan feb mar apr jun jul aug sep sept oct nov dec cf al bn
    mn rs
    """
)
"""What a full stop may follow without ending a sentence, in lower case."""

HEADLINE_VERBS = _words(
    """
    earns earn joins join reports report posts post hits hit beats beat raises raise sees see will to with in on
    at for by from as is are was has have says launches announces reaches tops doubles grows jumps rises falls
    generates makes gets closes secures lands leads unveils expects plans may could can helps drives powers
    """
)
"""Verbs and small words that a Title Case headline writes like names; a name ends before them."""

KINDS_OF_COMPANY = _words("startup start-up firm company maker provider unicorn developer giant")
"""Common nouns after which, in a Title Case headline, the name begins: "Imaging Startup Foo"."""

NO_HOLDER = _words(
    """
    of startup start-up startups start-ups company firm firms maker provider platform unicorn giant developer
    vendor the a an its in on at by for with as report exclusive breaking news update watch why how what when
    where who today this that these those however meanwhile also but and or if according based biotech fintech
    insurtech medtech techbio healthtech vendors players market share shares revenue revenues sales total after
    before since during last next first second third fourth quarter fiscal annual global world worldwide u.s. us
    uk eu ceo cfo cto quarterly series round funding investors investor it they we he she overall combined
    together while most some many more other another each every january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday q1 q2 q3
    q4 h1 h2 fy cagr usd eur gbp inr valued worth buyers analysts researchers study although though updated
    despite because unlike analyst accelerating including excluding whereas thanks given even several both
    neither either under over about among between within without beyond behind new now just only rival rivals
    peers newcomers upstarts challengers
    competitor competitors leader leaders follower number no. key major top segment segments region regions
    industry sector value size forecast growth in-depth there all their legaltech edtech proptech agtech israeli
    british german french indian chinese swiss swedish canadian american european dutch japanese korean
    net gross gaap non-gaap organic adjusted operating underlying consolidated comparable group's erp crm
    saas spend spending outlays expenditure demand ipo groupwide group-wide companywide company-wide mr mr. ms ms.
    mrs. dr dr. prof.
    """
)
"""Words that no holder's name begins with, though a sentence or headline may write them in capitals."""

COUNTERS = _words("Gartner IDC Canalys Forrester Statista Omdia Counterpoint Synergy Frost IHS TrendForce KLAS Nielsen")
"""Firms that count what others sell."""

NO_FIELD = _words(
    """
    tech technology technologies industry business businesses market markets company companies product products
    service solution solutions customer customers partner partners user users client clients investor investors
    worldwide world globally overall member members local
    regional national international global family-owned state-owned publicly-traded listed
    private public american european chinese indian german japanese british french korean us u.s. uk growing
    fast-growing fastest-growing innovative new other such these those big large small mid-sized group groups
    """
)
"""Words before "companies" and "makers" that name no market on their own: "the leading tech companies are …"."""

NO_MARKET = _words(
    """
    actual respective combined stock stocks equity bond bonds labor labour job jobs housing bull bear capital
    capitals financial free open black emerging new mass home domestic local regional international global niche
    target addressable key major other overseas foreign consumer verified allied zion future persistence
    transparency fortune coherent growing large small huge whole entire overall total same right wrong up-market
    down-market to into on first vertical end-use developed developing mature world money spot primary secondary
    public private us u.s. and or but currency crypto single untapped potential big bigger biggest larger growth
    market super flea trade trading export after significant different efficient current latest prominent
    national multiple balanced dynamic affecting contains embody elaborates developments select successful
    high-growth advance source region regions commercial core substantial enormous massive sizable sizeable
    second-largest third-largest fourth-largest second-biggest third-biggest
    attractive promising busy tough fierce nascent buoyant main important particular certain new-found
    dominant dominating available prime chief
    percent per cent
    central western eastern northern southern rural urban landscape landscapes dynamics ecosystem hot lucrative
    crowded competitive booming vast real early early-stage time competitors industry segment sector business
    its their our this that mid lower upper middle broad broader wide wider adjacent related relevant specific
    """
)
"""Words that alone are no market's name ("emerging markets")."""

NO_PART_OF_A_MARKET = _words(
    """
    the a an this that these those its their our his her your whose which what when where while how why who by
    from at into within across over under about through toward towards per between during after before since
    until is are was were be been being has have had will would could should may might can must do does did not
    says said say expects expect predicts predict sees see reports report leads lead dominates dominate tops top
    enters enter drives drive driving drove boosts boost boosting transforms transform transforming reshaping
    shapes shaping expands expand expanding hits hit grows grow growing fuels fuel fueling leading shaking
    disrupting disrupts entering entered exited left quit joined conquer conquered valued worth covers cover
    studies study tracks track offers offer provides provide on to with via than estimates estimate values pegs
    puts projects forecasts analyzes analyses both also such like including include target targets targeting
    other most many all each every any some more largest biggest fastest-growing key published publishes adds
    added announces announced releases released titled dubbed called named
    """
)
"""Words before which, from right to left, a market's name has begun."""

TAKEN = _words(
    """
    lost lose loses losing gained gain gains gaining won win wins winning took take takes taking grab grabs grabbed
    grabbing hold holds held ceded cede steal stole stolen snatch snatched increased increase raised lift lifted boost
    boosted more some much less little further added adding conceded surrendered capture captured capturing
    """
)
"""Verbs and amounts before "market share", which name no market."""

NO_PLAYER = _words(
    """
    others other etc more among many market markets report forecast growth analysis size share trends outlook
    company companies players vendors and the profile profiles overview type types application applications
    region regions segment segments global north south east west year years base period scope revenue industry
    covid-19 corona available customization pricing request table figure contents
    """
)
"""Words that alone are no company's name."""

PROJECTS = _words(
    """
    project projects center centers centre centres data cloud ai research jobs startups infrastructure plan
    """
)
"""Last words of what money is put into that is no company."""

SMALL = _words(
    """
    of in for and & with as on to
    """
)
"""Small words inside names."""

SMALL_IN_TITLES = _words(
    """
    of in for and & as
    """
)
"""Small words over which a market's name goes on to the left."""
