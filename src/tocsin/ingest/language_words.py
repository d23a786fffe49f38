"""Words and letters by which :mod:`tocsin.ingest.language` tells languages in Latin script."""

from __future__ import annotations

# Frequent words that carry no subject. A word that several languages share stands in each of them and so decides nothing between them.
_LISTS = {
    "en": """the of and to in a is was for on that with as by at from were has have had it be are his they he said an but who not their
        this which after been will or its when she her would over into about more than there no out we up also people one two could if
        what all during before between against told two under where them than him our you i do did can had says say""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya
        entre cuando contra nuevas nuevos todo esta ser son dos también fue había era muy hasta desde está mi porque han tras según""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
        muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são segundo às foram contra novas novos""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son mais comme ou
        si leur y dont aux été cette ont même nous sa ses elle fait après entre ces sans être était d'un d'une qu'il n'est c'est
        selon ils contre nouvelles""",
    "it": """di e il la che in un a per è una sono del non da le si con i al della nel dei come ha più ma gli dal anche alla delle
        su lo sono o questo stato ed era nella hanno degli suo tra se dopo stata dalla loro essere cui""",
    "ro": """de și în a la cu care pe nu din un o pentru că este au fost mai al sau se ce ca prin după sunt dar lui ale fi unei sa
        această său lor când fără unui să iar ar am împotriva potrivit zeci pentru""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
        nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde
        wurden seit gegen wegen unter neue wie""",
    "nl": """de van het een en in is dat op te zijn met voor niet aan er om ook als maar dan bij nog naar door uit over werd heeft
        hij ze wordt tot zij was deze die worden meer hebben heel geen kan al""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när efter
        eller nu under ut vid hade också där""",
    "da": """og i at det er en til på der som af for med den de har ikke et han men var fra vi så kan når efter
        eller nu ud ved havde også blev være sig""",
    "no": """og i det er på som en til av for med at den har de ikke et han men var fra vi så kan når etter
        eller nå ut ved hadde også ble være seg""",
    "fi": """ja on ei että oli se hän mutta kun ovat myös joka sen niin kuin tai olla mukaan jo ole ollut sitä hänen vain
        kanssa sekä jos jotka ennen""",
    "pl": """w i na z się do nie że to jest o jak od po a za przez co ale dla są był był już tym oraz ich jego ma przed także
        tego być było które który która zostali został""",
    "cs": """a v se na je že s z do o i to k ve pro za by ale si po jako jsou od byl které až který také však podle jeho
        bylo není ze""",
    "hu": """a az és hogy nem is egy ez meg volt de azt csak már mint el még ha után szerint vagy kell lesz között ezt
        aki minden majd""",
    "tr": """ve bir bu da de için ile olarak çok en daha olan gibi sonra kadar ne ancak göre var değil o ama dedi her ya
        olduğunu tarafından""",
    "id": """yang dan di dari untuk dengan pada dalam ini itu tidak akan ke oleh adalah juga mereka karena telah kepada ada
        sebagai para bisa sudah saat atau setelah lebih tersebut seorang warga kata""",
    "sw": """ya na wa kwa ni katika za la kuwa hiyo huo wakati hii cha baada huyo watu amesema alisema pia kama yake hilo vya
        wao lakini huko zaidi hayo""",
    "vi": """và của là có các được cho trong không một đã với người những để này khi từ vào đến về cũng ra tại
        năm ông theo trên""",
    "tl": """ang ng sa na at mga ay si ni para ito hindi siya kung nang mula dahil may kay niya noong ayon din
        pa rin matapos""",
    "so": """iyo ee ka oo ku u in la ay ah uu waa soo ayaa lagu ayay laga waxaa kale isaga markii sidoo""",
    "ha": """da na a ta ya ne wani cikin ba su wannan ce domin kuma daga sun wata shi don amma yi aka cewa suka suke wadanda
        ranar gaban nan sai kan zai mai""",
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
"""The frequent small words of each language."""

# The accented letters of each language: a word with others speaks against it.
LETTERS = {
    "es": "áéíóúüñ",
    "pt": "áâãàçéêíóôõú",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "ro": "ăâîșşțţ",
    "de": "äöüß",
    "nl": "éëïóöèü",
    "sv": "åäöé",
    "da": "æøåé",
    "no": "æøåéòô",
    "fi": "äöå",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "tr": "çğıiöşüâîû",
    "id": "é",
    "sw": "",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "tl": "ñáéíóú",
    "so": "",
    "ha": "ɓɗƙƴ",
}

# Small words elsewhere that are words, names or letters of English too: they say nothing about either.
ALSO_ENGLISH = frozenset(
    word
    for words in (
        "a i o in is an me no he as die war was man men at on son plus pour up over door per dan den do so be by van san do al el",
        "care co come don hat met non sen soo till ben may hen mi pa ta to na su si se ha hay sin con ok om en et ma sale ce vi ed ale tu lo oo ah sa mga ay",
    )
    for word in words.split()
)

# Words of news that are English and, in this spelling, of none of the other languages.
_NEWS = """
    police said says killed kills kill arrested arrests people government officials official army soldiers troops rebels gunmen attack attacks
    attacked blast shot shoots shooting dead died dies death injured wounded marchers protesters protesting strike strikers strikes workers union
    students teachers farmers judge judges jail jailed jails trial lawyer lawyers party leader leaders election elections voters lawmakers talks
    meeting deal ceasefire truce peace border town city villagers street streets road roads shut shuts closed week month year years days day today
    yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february june july new old young women woman children
    child family home house school schools church mosque market fire fired water food aid health security forces foreign affairs ministry mayor
    governor chief council parliament bill law laws rights group groups state states country countries world north south east west northern
    southern eastern western english british french russian greek chinese turkish spanish polish german dutch african american news press reports
    statement release call calls called urge urges warn warns deny denies denied claim claims accuse accuses accused charged charges released freed
    free held holds take takes took taken make made makes give gives gave given back away near late early last next first second three four five
    seven eight nine hundred thousand dozens several many some least other others another each every while because although though since until
    without within through across around along amid ahead behind outside inside still again never always already even like visit visits sign signs
    wins won lost loses walk walks join joins attend office deadly rally rallies curfew hurt
"""
NEWS = frozenset(_NEWS.split())

# Words that stand inside names: *Michiel van der Berg*, *Port-au-Prince*, *Rio de Janeiro*.
_IN_NAMES = """
    a al au aux av af bin con da das de del della delle den der des di do dos du e el en et ibn het la las le les los of para por sous sur te
    ten ter van von y zu zum zur
"""
IN_NAMES = frozenset(_IN_NAMES.split())

# Articles that open names: *Los Angeles*, *Der Spiegel*, *El Fasher*.
BEFORE_NAMES = IN_NAMES | {"die", "das", "il", "lo", "gli", "un", "os", "as", "o", "an"}

LOANS = frozenset(
    {"café", "cafés", "fiancé", "fiancée", "naïve", "protégé", "cliché", "clichés", "façade", "communiqué", "résumé", "première", "état"}
)
"""Words with an accent that English has."""
