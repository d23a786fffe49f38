"""The words that page furniture is made of: share buttons, comment forms, teasers, credits. Data for :mod:`tocsin.ingest.furniture`.

A phrase is matched at the start of a line, or as a whole line where it ends in ``$``, ignoring case. English first; the few words of other
languages are those that English pages of newspapers abroad carry in their frames.
"""

from __future__ import annotations

import re
from typing import Final


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases), re.IGNORECASE)


COMMENT_FORM: Final = _any(
    r"leave a (?:reply|comment)\b",
    r"(?:post|add|write|submit|send) (?:(?:a|your) )?(?:comment|reply)\b",
    r"(?:comments?|replies|responses?|komentar|comentarios?|commentaires?) ?(?:\(\d+\)|:? ?\d+)(?:\s|$)",
    r"\d+ (?:comments?|replies|responses)(?: (?:so far|on|to)\b.*)?$",
    r"(?:comments?|reader comments|join the (?:conversation|discussion)|view comments|show comments|load comments)$",
    r"be the first to (?:comment|reply|leave)",
    r"(?:comments|commenting) (?:are|is) (?:moderated|closed|off|disabled|now closed)",
    r"(?:you must be |please )?(?:log|sign) ?(?:ged)? ?in to (?:write|comment|reply|post|leave)",
    r"you must be logged in\b",
    r"have your say\b.{0,60}$",
    r"your e-?mail address will not be (?:published|shared)",
    r"required fields are marked",
    r"save my name\b",
    r"(?:cancel reply|reply|report abuse)$",
    r"notify me (?:of|when|by)\b",
    r"(?:comente esta|deja un comentario|laisser un commentaire|deixe um comentário|tulis komentar)",
)
"""Lines that begin a comment form."""

FORM_FIELDS: Final = re.compile(r"[^\W\d_][\w-]{2,14}(?: ?\*| ?_{3,}|: ?_{3,})")
"""A label with its star or its line: ``Name*``, ``E-mail ____``. Two of them in one line are a form."""

SHARE_WORDS: Final = frozenset(
    """share shares tweet tweets facebook twitter whatsapp telegram instagram linkedin pinterest reddit viber vk ok messenger email e-mail mail
    print printer printer-friendly pin like likes copy link save bookmark listen send imprimir compartir partager partages imprimer partager odštampaj
    x fb f t in ✉ a- a+ aa""".split()  # noqa: SIM905
)
SHARE_FILLERS: Final = frozenset(
    """this article story page it on to via with by a an friend the view views people read min mins minute minutes enviar amigo un of
    version post this: sur size text""".split()  # noqa: SIM905
)
SHARE_PHRASE: Final = re.compile(
    r"(?:click to (?:share on|email(?: this| a link)?(?: to a friend)?|print)[^()\n]{0,30}\(opens in new window\)\s*)+"
    r"|(?:\b(?:facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|e?mail|print)\b\s*){3,}",
    re.IGNORECASE,
)

TEASER_HEADING: Final = re.compile(
    r"(?:related(?: (?:stories|story|articles?|news|links?|topics|content|coverage|posts|reading))?|read (?:more|also|next|on)|also read"
    r"|see also|(?:you may|you might) also (?:like|be interested in)|more (?:on this(?: story)?|stories|news|(?:from|in) [\w .'-]{2,30})"
    r"|most (?:read|popular|viewed|shared)|top stories|latest (?:news|stories)|trending(?: now)?|don[’']t miss|recommended(?: for you)?"
    r"|editor[’']?s[’']? picks?|what to read next|up next|lea también|lire aussi|à lire aussi|leia (?:também|mais)|baca juga|читайте также"
    r"|auch interessant|leggi anche)(?P<rest>\s*(?:[:>»|…]|$).*)$",
    re.IGNORECASE,
)
"""A heading of links to other reports; ``rest`` holds what stands after it in the same line."""

TEASER_INLINE: Final = re.compile(r"\brelated stor(?:y|ies)\s+[ÂÃ•·|»].*", re.IGNORECASE)
"""Such a list at the end of a line, its bullets often broken in decoding."""

FORM_INLINE: Final = re.compile(
    r"(?:\bleave a (?:reply|comment)\s+)?\byour e-?mail address will not be published\b.*|\bleave a reply\s*(?:cancel reply\s*)?$",
    re.IGNORECASE,
)
"""A comment form at the end of a line that the report shares with it."""

NEWSLETTER: Final = _any(
    r"(?:sign|signed) up (?:for|to|here|now)\b.*\b(?:newsletter|e-?mails?|alerts?|inbox|updates|briefing|free)\b",
    r"sign up$",
    r"subscribe(?: (?:now|here|today|to (?:our|the|read|continue)\b.*)|$|[!:])",
    r"get (?:the|our|all|more|breaking)\b.*\b(?:inbox|newsletter|app|e-?mail alerts)\b",
    r"(?:our|the|daily|weekly) newsletters?$",
    r"(?:follow|like|find|join) us (?:on|at|in)\b.{0,80}$",
    r"download (?:our|the) (?:free )?(?:mobile )?app\b",
    r"(?:please )?(?:support|donate to) (?:our|independent) (?:journalism|work|newsroom)",
    r"(?:enter|type) your e-?mail\b",
    r"(?:click|tap) here\b.{0,80}$",
)

ADVERTISEMENT: Final = re.compile(
    r"[\W_]*(?:advertisements?|advertising|sponsored(?: content| links?)?|promoted(?: content)?|ad|ads by \w+|publicidad|publicité"
    r"|(?:story|article) continues (?:below|after)(?: (?:the|this))?(?: ad\w*)?|continue reading(?: below)?(?: the main story)?"
    r"|scroll (?:down )?to continue(?: reading)?|skip (?:to (?:main )?content|ad\w*|past newsletter promotion))[\W_]*$",
    re.IGNORECASE,
)

COOKIES: Final = _any(
    r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners) uses? cookies\b",
    r"by (?:continuing|using|browsing|clicking)\b.{0,60}\b(?:cookies|site|accept|agree)\b.{0,120}$",
    r"(?:accept|reject|manage|allow)(?: all)? cookies?\b.{0,60}$",
    r"cookies?(?: policy| notice| settings)?$",
    r"(?:privacy|cookie) (?:policy|settings|notice)\b.{0,80}$",
)

COPYRIGHT: Final = _any(
    r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b|notice))",
    r".{0,120}\ball rights reserved\b.{0,100}$",
    r".{0,80}\b(?:todos los derechos reservados|tous droits réservés|todos os direitos reservados|alle rechte vorbehalten)\b.{0,40}$",
    r"terms (?:of (?:use|service)|and conditions|& conditions)\b.{0,80}$",
    r"(?:this (?:material|article|story) (?:may|must) not be (?:published|reproduced|copied))\b",
)

TAGS: Final = re.compile(
    r"(?:tags?|filed under|topics?|keywords?|categor(?:y|ies)|posted in|labels?)\s*:(?!.*[.!?]\s+\S).{1,160}$", re.IGNORECASE
)

CREDIT: Final = re.compile(
    r"[|(\[—– ]*(?:photo|image|picture|file photo|photograph|video|graphic|illustration)s?(?: credit| courtesy| copyright| by)?\s*[:/©—– ]*[:/©]"
    r"[—–: ]*(?-i:(?:[A-Z@][\w.'’-]*|and|of|the|for|via|de|bin|[/,&|])(?:[ /]|$|(?=[)\]])))+[)\]]?$"
    r"|\(?(?:(?:additional )?reporting|writing|editing|compiled) by [^.!?]{3,160}\.?\)?$",
    re.IGNORECASE,
)
"""Who made a picture or the report. After a colon only names may follow: "Video: police shoot at marchers" tells an event."""

COUNTERS: Final = re.compile(
    r"(?:\d[\d,.]*(?: \d{3})*\s?(?:views?|shares?|likes?|reads?|readers?|people like this|min(?:ute)?s? read)\b[\s·|]*)+$|^(?:reading time|listen to this article)\b.{0,40}$",
    re.IGNORECASE,
)

MENU_WORDS: Final = frozenset(
    """home news sport sports business opinion contact about login search archive archives weather menu subscribe obituaries classifieds jobs
    politics world culture entertainment lifestyle health technology science video videos photos gallery letters editorial columns e-paper
    epaper front frontpage donate register rss portada accueil главная новости politik início inicio politica nasional daerah masuk region
    regions provinces local national international features magazine podcast podcasts live tv radio faq help sitemap advertise careers
    press media publications reports events resources blog shop cart account profile who we are you here log""".split()  # noqa: SIM905
)
