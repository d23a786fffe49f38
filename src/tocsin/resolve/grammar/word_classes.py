"""The closed classes of English words by which a clause is taken apart. Open words (nouns, most verbs) are told by their shape and their neighbours."""

from __future__ import annotations

from tocsin.resolve.word_lists import listed

ARTICLES = listed("a an the this these those no every some several many any all both each")
"""Words that only a noun phrase follows."""
DETERMINERS = ARTICLES | listed(
    "that few most such certain various numerous scores dozens hundreds thousands nearly almost around about approximately roughly "
    "over least more than up"
)
OWNERS = listed("his her its their my our your whose")
NUMBERS = listed(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million dozen"
)
SUBJECT_PRONOUNS = listed("he she they it we i you")
OBJECT_PRONOUNS = listed("him her them it us me himself herself themselves itself")
RELATIVES = listed("who which whom whose")
SUBORDINATORS = listed(
    "if when while because although though since unless until whether how why where as after before once whereas what lest than"
)
CONJUNCTIONS = listed("and or but nor yet")
FORMS_OF_BE = listed("is are was were be been being am get gets got isn aren wasn weren")
FORMS_OF_HAVE = listed("has have had having hasn haven hadn")
MODALS = listed("will would shall should can could may might must cannot did do does won wouldn didn doesn don couldn shouldn need dare")
PREPOSITIONS = listed(
    "of in on at by for from with into onto against over under about through during between among amongst amid across near outside inside "
    "around within without towards toward upon behind along beside besides off via per like including alongside following till throughout "
    "above below beyond despite except regarding concerning out up down"
)
TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february june july september october "
    "november december midnight noon morning afternoon evening night week weekend month year years months weeks days day hours hour minutes "
    "hrs pm am ist gmt spring summer autumn winter"
)
MONTHS_THAT_ARE_WORDS = listed("march may august")
ADVERBS = listed(
    "not also then later earlier again once twice further nevertheless now still already just ever never soon even only too together largely "
    "often always meanwhile however therefore thus instead finally here there first n't t jointly separately either so far away back ahead "
    "forth long"
)
NO_ADVERBS = listed("family assembly ally italy july rally reply police supply anomaly monopoly bully elderly")
"""Words in *-ly* that are no adverbs."""
PAST_ONLY = listed("went came took gave saw threw broke chose drove began spoke stole rose sang knew drew flew fell withdrew wrote wore")
"""Past forms that are no participles: with no form of *be* do they make a passive."""
PARTICIPLES = listed(
    "taken given gone been held led sent brought caught fought sought found got gotten heard hit hurt kept known laid lost made paid put run "
    "seen set shaken shot shown shut spoken stolen struck sworn thrown torn understood withdrawn won worn written begun become broken chosen "
    "drawn driven eaten fed felt forgotten forgiven hidden hung left read ridden sold spent split spread swept borne beaten bound cut dealt "
    "cast overthrown overrun undertaken upheld withheld broadcast forbidden built burnt"
)
IRREGULAR_PASTS = PAST_ONLY | listed(
    "said told met held led left sent brought bought caught fought sought thought taught built burnt fled found got grew heard hit hurt kept "
    "laid lost made paid put ran set shook shot showed shut stood struck swore tore understood won became ate fed felt forgot forgave hid hung "
    "lay lent meant read rode sat slept sold spent split spread stuck swept bore beat bent bled blew bound clung cut dealt dug cast let beset "
    "overthrew overran undertook upheld withheld underwent broadcast quit rid shed sank swam woke arose forbade froze spat sprang strode wept "
    "wound wrung"
)
PRESENT_VERBS = listed(
    "says say tells accuses urges vows plans claims denies wants seeks calls demands threatens warns condemns meets holds rejects asks orders "
    "faces fears hopes insists believes backs supports opposes welcomes visits arrives leaves takes makes gives goes comes sends signs agrees "
    "pledges promises offers refuses agree refuse want seek meet hold reject ask back support oppose visit leave take make give go come send "
    "sign offer deny accuse urge vow claim threaten warn condemn fear hope insist believe begin begins continue continues remain remains keep "
    "keeps stage stages face blame blames kill kills arrest arrests detain detains attack attacks raid raids seize seizes jail jails ban bans "
    "bars block blocks protest rally march strike strikes storm storms clash torch torches beat beats fire fires bomb bombs shoot shoots hit "
    "hits praise praises criticise criticises criticize criticizes slam slams appeal appeals call demand order plan promise pledge include "
    "includes mean means allow allows suggest suggests show shows know knows think thinks feel feels need needs try tries sue sues charge "
    "charges"
)
"""Verbs whose plain form or form in *-s* is often a noun too."""
DESCRIPTIONS = listed(
    "united armed masked hooded wounded displaced injured exiled retired elected accused alleged unarmed unidentified detained jailed outlawed "
    "banned killed disputed occupied deposed ousted expected unexpected aggrieved bloodied organised organized uniformed sponsored"
)
"""Participles that mostly describe the noun behind them: *armed men*."""
NO_PASTS = listed(
    "indeed hundred red bed feed seed speed need weed creed greed breed deed bleed reed shed sled embed ahmed mohamed mohammed hamed saeed syed "
    "rashed javed khaled waleed walid fred ted ned alfred wilfred sacred naked wicked kindred hatred"
)
NO_GERUNDS = listed(
    "king sting ring spring string thing wing building morning evening meeting anything something nothing everything during sibling ceiling"
)

REPORTING = listed("said says told added announced reported claimed believe believes think thinks say warned warns denied feared hoped")
"""Verbs behind which a new clause begins without a *that*."""
ORDERING = listed(
    "ask asked asks asking urge urged urges urging tell told order ordered orders ordering force forced forcing allow allowed allowing want "
    "wanted wants wanting request requested requesting invite invited persuade persuaded advise advised direct directed enable enabled "
    "encourage encouraged call compel compelled instruct instructed require required help helped helping cause caused led lead permit "
    "permitted appealed appeal warn warned push pushed send sent prompt prompted prompting"
)
"""Verbs whose object does what the infinitive says: *asked the council to meet*."""
INTENTIONS = listed(
    "decision decisions plan plans attempt attempts bid bids refusal pledge threat intention proposal move moves offer promise demand request effort efforts wish call"
)
"""Nouns whose owner does what the infinitive behind them says: *the union's plan to march*."""
LIGHT_VERBS = listed(
    "hold holds held holding stage staged stages staging launch launched launches launching carried carry carrying make made makes making issue "
    "issued issues issuing impose imposed imposes imposing lift lifted lifting announce announced announces announcing open opened opening "
    "order ordered orders give gave gives giving file filed files filing conduct conducted conducts conducting lead led leads leading call "
    "called calls calling organise organised organize organized take took takes taking taken pay paid undertake undertook begin began begins "
    "beginning start started starts starting observe observed observes observing resorted resort join joined joins joining voice voiced voices "
    "express expressed expresses expressing sign signed signs signing end ended continue continued continuing attend attended attending reach "
    "reached declare declared plan planned planning plans committed commit committing perform performed repeated repeat renewed renew "
    "threatened mount mounted wage waged host hosted offer offered offers send sent deliver delivered set put face suspend suspended cancel "
    "cancelled"
)
"""Verbs whose subject is the doer of the noun behind them: *held a rally*."""
DONE_TO = listed(
    "killing killings arrest arrests murder murders release detention detentions expulsion deportation assassination assassinations abduction "
    "abductions kidnapping kidnappings kidnap imprisonment jailing sentencing execution executions conviction acquittal trial prosecution "
    "lynching shooting beating beatings torture capture seizure custody burning destruction demolition removal suspension dismissal stabbing "
    "rape harassment persecution eviction closure torching shelling bombing bombings bombardment occupation invasion siege blockade ban "
    "banning raid impeachment indictment extradition hanging massacre slaying hacking testimony hearing hearings death deaths disappearance "
    "injury wounding interrogation questioning"
)
"""Nouns whose owner, or what stands behind their *of*, suffers the act: *the mayor's arrest*, *the killing of two guards*."""
DONE_BY = listed(
    "visit visits arrival march marches rally rallies strike strikes meeting meetings summit talks protest protests demonstration "
    "demonstrations demand demands request requests claim claims refusal withdrawal resignation decision departure return pledge promise offer "
    "appeal call calls warning threat threats statement complaint riot riots gathering procession"
)
"""Nouns whose *of* names the doer: *the visit of the envoy*."""
COMES_FROM = listed(
    "gift donation offer letter request demand call calls appeal warning threat threats criticism pressure opposition aid support message complaint"
)
"""Nouns whose *from* names the doer."""
NEEDS_OBJECT = listed(
    "killed arrested accused murdered stabbed freed criticised criticized signed suspended banned attacked shelled bombed burned torched "
    "detained jailed released rejected stoned condemned charged sentenced convicted kidnapped abducted beaten shot expelled deported fined "
    "seized injured wounded hurt shut closed damaged looted targeted tortured raped executed assassinated censored sealed found reached mobbed "
    "taken held evicted raided robbed hacked lynched gunned blamed sued indicted acquitted pardoned cleared praised honoured thanked deployed "
    "destroyed lifted dropped imposed agreed"
)
"""Verbs that without an object are a passive without its form of *be*, as headlines have it: *Editor arrested in port city*."""
SUFFERING = listed("died dies die suffered suffers lost disappeared perished drowned fell vanished")
"""Verbs whose subject is the one to whom it was done."""
