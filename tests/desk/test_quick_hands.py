"""A person who is quicker than the network: no key is lost, none means anything else, and nothing late undoes what is newer."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.desk.finding import FALLS_UGANDA
from tests.desk.running import Room
from tests.desk.slow import Slow, stop_clock
from tests.desk.test_place_search import where
from tests.desk.test_review_view import ARRESTS, keys, ready, said
from tocsin.records import TimeValue
from tocsin.store.incidents.records import IncidentFilter

DOCUMENT = "falls/arrests.txt"


def test_keys_wait_for_what_is_under_way_and_mean_what_they_would_have_meant(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    slow = Slow(page, "/corrections$", "POST")
    with page.expect_request(slow.fits):
        keys(page, "h")
    keys(page, "t", *"sanc", "Enter", "m", "ArrowDown", "Space", "Enter")
    keys(page, "4", *["ArrowRight"] * 4, "Shift+ArrowRight", "Enter", "a")
    slow.let_go()
    said(page, "Accepted e1")
    [event] = room.store.effective(DOCUMENT).mentions
    assert (event.type, event.hedged, len(event.modes)) == ("SANCTION", True, 1)
    assert [place.text for place in event.places] == ["Upper Falls"]
    made = [(each.field, each.action) for each in room.store.review(DOCUMENT).corrections]
    assert made == [("hedged", "change"), ("type", "change"), ("modes", "change"), ("place", "change"), (None, "accept")]


def test_what_was_refused_is_read_before_the_next_is_done(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    slow = Slow(page, "/corrections$", "POST")
    with page.expect_request(slow.fits):
        keys(page, "h")
    keys(page, "a")
    slow.refuse("The database is busy.")
    expect(page.get_by_role("alert")).to_contain_text("The database is busy.")
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    keys(page, "r")
    said(page, "Rejected e1")
    assert [each.action for each in room.store.review(DOCUMENT).corrections] == ["reject"]


def test_a_list_that_is_not_there_yet_is_waited_for(room: Room) -> None:
    context = room.context()
    slow = Slow(context, "/codebook$")
    page = room.open(ARRESTS, context)
    ready(page)
    keys(page, "t", *"protest", "Enter")
    slow.let_go()
    said(page, "Changed type")
    assert room.store.effective(DOCUMENT).mentions[0].type == "PROTEST"


def test_days_are_typed_before_their_form_stands(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    slow = Slow(page, "/corrections$", "POST")
    with page.expect_request(slow.fits):
        keys(page, "h")
    keys(page, "d", *"2024-05-07", "Enter")
    slow.let_go()
    said(page, "the days of the act")
    when = next(claim.value for claim in room.store.effective(DOCUMENT).claims if claim.field == "when")
    assert isinstance(when, TimeValue)
    assert (str(when.first), str(when.last)) == ("2024-05-07", "2024-05-07")


def test_a_press_of_a_button_keeps_the_focus_there(room: Room) -> None:
    page = room.open("/review")
    ready(page)
    slow = Slow(page, "/corrections$", "POST")
    accept = page.get_by_role("button", name="Accept")
    accept.focus()
    with page.expect_request(slow.fits):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the button's, which says nothing while it waits
    slow.let_go()
    expect(page.get_by_role("region", name="The event under review")).to_contain_text("2 of 4")
    expect(accept).to_be_focused()
    assert len([each for name in room.store.documents() for each in room.store.review(name.id).corrections]) == 1


def test_keys_on_a_page_that_is_left_do_not_touch_the_next_ones_address(room: Room) -> None:
    context = room.context()
    slow = Slow(context, "/static/Review-[^/]*js$")
    page = room.open("/documents/falls%2Farrests.txt", context)
    expect(page.locator(".block .band.role-trigger")).to_be_visible()
    page.get_by_role("link", name="Review its events").click()
    page.keyboard.press("j")
    page.keyboard.press("k")
    slow.let_go()
    ready(page)
    expect(page).to_have_url(f"{room.address}{ARRESTS}")
    expect(page.get_by_role("region", name="The event under review")).not_to_contain_text("of 4")


def test_a_map_that_still_glides_does_not_touch_the_next_pages_address(busy: Room) -> None:
    context = busy.context()
    context.clock.install()
    page = busy.open("/", context)
    expect(page.get_by_role("application", name="Map of 4")).to_be_visible()
    stop_clock(page)
    page.get_by_role("button", name="Nearer").click()
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("link", name="Documents").click()
    expect(page.get_by_role("heading", level=1, name="Documents")).to_be_visible()
    context.clock.run_for(2_000)
    expect(page).to_have_url(f"{busy.address}/documents")


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(room: Room) -> None:
    page = room.open("/documents")
    slow = Slow(page, r"/documents\?.*q=harbour")
    words = page.get_by_label("Words")
    with page.expect_request(slow.fits):
        words.fill("harbour")
        words.press("Enter")
    words.fill("arrests")
    words.press("Enter")
    rows = page.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(1)
    slow.let_go()
    expect(rows).to_contain_text("Arrests")
    expect(page).to_have_url(f"{room.address}/documents?q=arrests")


def test_a_page_that_comes_late_does_not_replace_the_one_that_was_asked_for_last(room: Room) -> None:
    old = room.store.incidents(IncidentFilter(types=("COERCE",))).rows[0].id
    page = room.open("/about")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    slow = Slow(page, "/static/Charts-[^/]*js$")
    with page.expect_request(slow.fits) as late:
        page.get_by_role("link", name="Charts").click()
    page.get_by_role("link", name="Documents").click()
    expect(page.get_by_role("heading", level=1, name="Documents")).to_be_visible()
    slow.let_go()
    page.evaluate("late => import(late).then(() => null)", late.value.url)  # until it is there
    expect(page.get_by_role("heading", level=1)).to_have_text("Documents")
    page.goto(f"{room.address}/incidents/{old}")
    expect(page.get_by_role("heading", level=1, name="Arrests")).to_be_visible()


def test_arrows_wait_for_the_answers_to_what_was_typed(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    keys(page, "p")
    name = page.get_by_label("Name", exact=True)
    expect(name).to_be_focused()
    name.fill("upper v")
    options = page.get_by_role("listbox", name="Name: places").get_by_role("option")
    expect(options).to_have_count(1)
    slow = Slow(page, r"/places\?")
    with page.expect_request(slow.fits):
        name.fill("upper f")
    keys(page, "ArrowDown", "ArrowDown", "Enter")
    slow.let_go()
    expect(page.get_by_label("Country", exact=True)).to_have_value("Uganda")
    keys(page, "Enter")
    said(page, "the place of the act")
    assert where(room) == FALLS_UGANDA


def test_what_was_read_is_what_is_stored(room: Room) -> None:
    page = room.open("/read")
    box = page.get_by_label("Report, as plain text")
    box.fill("Weavers marched in Lower Falls.")
    box.press("Control+Enter")
    expect(page.get_by_role("region", name="What was read")).to_contain_text("1 event")
    box.fill("Something that nobody has had read.")
    expect(page.get_by_text("has changed since")).to_be_visible()
    page.get_by_role("button", name="Store it").click()
    page.wait_for_url("**/documents/pasted-*")
    expect(page.locator(".block")).to_have_text("Weavers marched in Lower Falls.")


def test_who_goes_elsewhere_while_a_report_is_stored_stays_there(room: Room) -> None:
    page = room.open("/read")
    box = page.get_by_label("Report, as plain text")
    box.fill("Weavers marched in Lower Falls.")
    box.press("Control+Enter")
    slow = Slow(page, "/documents$", "POST")
    with page.expect_request(slow.fits):
        page.get_by_role("button", name="Store it").click()
    page.get_by_role("link", name="Documents").click()
    expect(page.get_by_role("heading", level=1, name="Documents")).to_be_visible()
    stop_clock(page)
    slow.let_go()
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".block .band.role-trigger")).to_have_text("marched")


def test_a_coding_is_handed_in_behind_what_is_still_to_be_stored(room: Room) -> None:
    room.people()
    room.store.assign([DOCUMENT], ["ben", "cyd"], "ada")
    page = room.log_in("ben", "/review/coding")
    page.get_by_role("link", name="Arrests").click()
    ready(page)
    slow = Slow(page, "/corrections$", "POST")
    with page.expect_request(slow.fits):
        keys(page, "h")
    page.get_by_role("button", name="I am done").click()
    slow.let_go()
    expect(page.get_by_text("1 done").first).to_be_visible()
    [mine] = room.store.assignments("ben")
    assert mine.state == "done"
    room.store.hand_in(next(each.key for each in room.store.assignments("cyd")), "cyd")
    assert [each.field for each in room.store.adjudication(DOCUMENT).differences] == ["hedged"]
