"""The short lists of English words by which a phrase is read for its sector. Role words themselves are in ``data/sectors.tsv``."""

from __future__ import annotations

from tocsin.resolve.word_lists import listed

BREAKS = listed(
    "of from in at for with on against by to who which that whose near under after about among outside inside belonging representing "
    "including over during and or loyal linked led as"
)
"""Words at which a phrase breaks: its head stands before the first of them."""
BELONGING = listed("of from for at in with belonging representing loyal by to")
"""Breaks behind which stands what an open head belongs to: *members of the assembly*."""
FORMER = listed("former ex erstwhile onetime ousted deposed toppled sacked retired disgraced predecessor")
"""Words that mark a post as left."""
LEAVES_OFFICE = listed("GOV LEG JUD SPY COP PTY")
"""Sectors of posts that are left: a former minister is one of the elite, a former farmer is still a farmer."""
SHARED_BY_WORKERS = listed("PTY OPP REL MED JRN SOC EDU GOV REB")
"""Sectors of bodies whose workers have them too: *party workers*, *health workers*; those of a bank are labour."""
WORKERS = listed("worker employee staff")
IRREGULAR = {"children": "child", "wives": "wife", "thieves": "thief"}
"""Plurals whose ending does not tell the singular."""
OF_STATES = listed("official leader minister ambassador diplomat envoy negotiator counterpart country nation state government")
"""Open words for the people and states behind a body that has no sector of its own: *EU officials*, *NATO countries*."""
ONLY_LAST = listed(
    "civilian national minority black white local friend fan state city capital crown palace republic public department corporation "
    "mission directorate community industry business market store shop plant child tribal tribals house home cinema theatre theater stall "
    "casino quarry sawmill farm garage donor couple guest twin baron shrine circle property organisation organization dalit pipeline "
    "choir orchestra royal elite revolutionary exchange pub cafe ferry academy noble visitor graduate kid lender peer drone orthodox "
    "baptist convent cathedral adolescent anglican lutheran trainer school press media radio television tv prison settler population "
    "district region village town"
)
"""Words that as adjectives before another noun say nothing of the sector."""
DETERMINERS = listed("the a an his her their its our crown former s high")
"""Words before a role word that is a surname too, by which it is a role: *the judge*, *the crown prince*."""
SHORT_TITLES = listed("sen rep prof rev")
"""Short titles that are names or words elsewhere: a title only before a name."""
RANKS = listed("major general private marine recruit")
"""Ranks that are adjectives unless a name or nothing follows."""
SURNAMES = listed(
    "prince king major bishop justice marshal cook mason porter shepherd weaver farmer fisher judge abbot dean pope cardinal carter miner "
    "sheriff pilot black white child abbey church temple page knight noble duke pandit acharya guru pir chemist singer boxer royal peer "
    "steward brewer"
)
"""Role words that are surnames too: alone and with a capital, or after a first name, they are no role."""
TRADES = listed(
    "baker barber builder butler carpenter carter cook cooper courier cutter digger diver driver fisher forester gardener grower joiner "
    "logger mason miner packer porter potter shepherd spinner tailor tanner tiller trader tucker weaver poacher hunter turner parson "
    "friar rider stone"
)
"""Trades that are first names and surnames too: with a capital before another capital or at the end, they are no role: *Carter Falk*."""
