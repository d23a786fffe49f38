"""Words for people, by which a description is told that could say who a private person is."""

from __future__ import annotations

PROFESSIONS = frozenset(
    """
    accountant activist actor actress apprentice architect artist baker barber blacksmith blogger bookseller bricklayer builder butcher
    businessman businesswoman cameraman campaigner carpenter cashier chef chemist cleaner clerk cook courier craftsman dentist designer
    doctor driver editor electrician employee engineer entrepreneur farmer farmhand firefighter fisherman florist gardener goldsmith
    grocer guard gravedigger hairdresser headmaster headmistress herder hotelier imam innkeeper intern janitor jeweller journalist
    labourer laborer lawyer lecturer librarian maid mechanic merchant midwife miner monk musician nun nurse painter paramedic pastor
    pharmacist photographer physician physiotherapist plumber poet porter postman preacher priest programmer psychologist pupil rabbi
    receptionist reporter sailor schoolboy schoolgirl schoolteacher seamstress shepherd shoemaker shopkeeper singer student surgeon
    tailor teacher technician trader translator tutor vendor vet veterinarian volunteer waiter waitress watchman weaver welder worker
    writer
    """.split()  # noqa: SIM905  # read as words
)
"""What a private person may be by profession, in the singular: one of these with a place is often one person."""

PEOPLE = PROFESSIONS | frozenset(
    """
    adolescent adult aunt baby bachelor boy bride bridegroom brother bystander child citizen civilian cousin cyclist daughter demonstrator
    detainee father fan fiancé fiancée girl graduate grandfather grandmother grandson granddaughter guest housewife husband infant
    inmate kid lady lad man migrant minor mother motorcyclist motorist native neighbour neighbor nephew newborn niece orphan parent
    passenger passer-by patient pedestrian pensioner person pilgrim prisoner protester protestor refugee resident retiree rider settler
    sister son stepfather stepmother supporter survivor suspect teen teenager toddler tourist twin uncle user veteran victim villager
    visitor widow widower wife witness woman worshipper youngster youth
    """.split()  # noqa: SIM905
)
"""Besides these, words for anybody: with an age they are a description."""

_PLURALS = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "baby": "babies", "lady": "ladies", "person": "people"}


def _plural(word: str) -> str:
    return _PLURALS.get(word) or (f"{word[:-2]}en" if word.endswith("man") else f"{word}s")


PEOPLE_IN_ANY_NUMBER = PEOPLE | {_plural(word) for word in PEOPLE}

WORKPLACES = frozenset(
    """
    academy bakery bank cafe church city clinic college company district factory farm firm garage gymnasium hospital hotel institute
    kindergarten library lyceum madrasa market mill mine monastery mosque museum newspaper office orphanage parish pharmacy plant port
    prison province region restaurant school shop station store suburb temple theatre theater town university village workshop
    """.split()  # noqa: SIM905
)
"""Where people work or live, when a place stands behind it: *a teacher at the school in Tarsk*."""

PUBLIC_ROLES = frozenset(
    """
    admiral ambassador archbishop ayatollah bishop candidate celebrity ceo chair chairman chairperson chairwoman chancellor chief
    colonel commander commissioner congressman congresswoman councillor dictator diplomat director emir emperor envoy founder general
    governor head incumbent judge justice king lawmaker leader legislator mayor minister monarch mp oligarch patriarch politician pope
    premier president prime prince princess prosecutor queen rector ruler secretary senator sheikh speaker spokesman spokesperson
    spokeswoman strongman sultan tycoon warlord
    """.split()  # noqa: SIM905
)
"""Who acts in public: what is written of them stays."""

BODIES = frozenset(
    """
    academy agency alliance army assembly association authority bank board brigade bureau cabinet centre center chamber church circle club
    coalition commission committee company conference confederation congress corporation council court department federation force
    forces forum foundation front government group guard guild institute league ministry mission movement network observatory office
    organisation organization parliament party police secretariat senate service society syndicate tribunal union university watch
    """.split()  # noqa: SIM905
)
"""What a body's name ends with: *Rights Commission*."""
