"""The address holds the state: it can be shared, and Back and Forward work."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def asked(reader) -> dict[str, list[str]]:
    """The query of the page's address."""
    return parse_qs(urlsplit(reader.page.url).query)


def test_back_and_forward_walk_through_the_selections(reader, atlas) -> None:
    reader.open()
    before = reader.page.evaluate("history.length")
    for name in ("L4", "S1"):
        reader.page.locator(f".roots [data-node='{name}']").click()
        reader.wait_for_panel(atlas.node(name).name)
    assert reader.page.evaluate("history.length") == before + 2
    reader.page.go_back()
    reader.wait_for_panel(atlas.node("L4").name)
    reader.page.go_back()
    reader.silent()
    reader.page.go_forward()
    reader.wait_for_panel(atlas.node("L4").name)
    assert asked(reader) == {"select": ["L4"]}


def test_an_address_opens_in_its_state(reader, atlas) -> None:
    map_id = atlas.maps[1]
    reader.open(f"?select=S1&map={map_id}&layer=nerves&theme=dark")
    reader.wait_for_panel(atlas.node("S1").name)
    assert reader.highlighted("#figures .skin") == set(atlas.pathway("S1", map_id).territories)
    expect(reader.page.locator("#map")).to_have_value(map_id)
    expect(reader.page.locator("button[data-layer='nerves']")).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_does_not_exist_is_named_and_dropped(reader) -> None:
    reader.open("?select=%3Cb%3Enonsense&map=mine&layer=bones&theme=pink")
    notice = reader.page.locator("#notice")
    expect(notice).to_be_visible()
    for value in ("<b>nonsense", "mine", "bones", "pink"):
        expect(notice).to_contain_text(value)
    assert asked(reader) == {}
    reader.silent()
    reader.page.locator("#notice-close").click()
    expect(notice).to_be_hidden()


def test_a_choice_made_before_dash_is_ready_waits(reader, asking_the_server, atlas) -> None:
    held = reader.hold("**/_dash-layout")
    reader.page.goto(reader.address)
    reader.page.wait_for_selector("html[data-ready]")
    reader.page.locator(".roots [data-node='L5']").click()
    assert reader.highlighted("#figures")
    held.let_go()
    reader.wait_for_panel(atlas.node("L5").name)
