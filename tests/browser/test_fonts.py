"""Faces as a browser picks them: the signs they have, a face of the device for the rest; nothing moves."""

import pytest

from tests.visitor import LAPTOP, PHONE

pytestmark = pytest.mark.browser
OURS = ("Atkinson", "Newsreader")
MOST_SHIFT = 0.01
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  const add = list => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 300));
})"""
LOADED = (
    "async () => { await document.fonts.ready; return [...document.fonts].some(f => f.status === 'loaded'); }"
)


def fonts_of(page, text, css):
    """The faces that show this text, by how many signs of it each shows."""
    page.evaluate("([css, text]) => { document.querySelector(css).textContent = text; }", [css, text])
    page.evaluate("() => document.fonts.ready")
    wire = page.context.new_cdp_session(page)
    wire.send("DOM.enable")
    wire.send("CSS.enable")
    root = wire.send("DOM.getDocument")["root"]["nodeId"]
    node = wire.send("DOM.querySelector", {"nodeId": root, "selector": css})["nodeId"]
    used = wire.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"]: font["glyphCount"] for font in used}


@pytest.fixture
def role(visit):
    visitor = visit(PHONE)
    visitor.fetched = []
    visitor.page.on("request", lambda request: visitor.fetched.append(request.url.rpartition("/")[2]))
    visitor.go("/roles/qmha/")
    visitor.page.evaluate("() => document.fonts.ready")  # a quiet net may never come
    return visitor


PLACES = {"h1": "running text", ".cred": "letters", ".say": "words to say"}


@pytest.mark.parametrize("css", PLACES, ids=PLACES.get)
def test_english_and_spanish_are_in_the_first_file_of_each_face(role, css):
    text = "¿Quién está aquí? “Íñigo’s QMHA” – 2026…"
    used = fonts_of(role.page, text, css)
    assert all(name.startswith(OURS) for name in used), used
    assert not [name for name in role.fetched if "-more" in name]


@pytest.mark.parametrize("css", PLACES, ids=PLACES.get)
def test_the_rest_of_latin_is_fetched_when_a_name_needs_it(role, css):
    with role.page.expect_response(lambda answer: "-more.woff2" in answer.url):
        fonts_of(role.page, "Zoë Çelik", css)
    role.page.evaluate("() => document.fonts.ready")
    assert all(name.startswith(OURS) for name in fonts_of(role.page, "Zoë Çelik", css))


@pytest.mark.parametrize("css", PLACES, ids=PLACES.get)
@pytest.mark.parametrize("name", ["Łőś", "Đặng", "Иван", "أحمد", "Γιώργος", "王小明"])
def test_a_sign_we_have_not_is_shown_in_a_face_of_the_device_and_never_as_our_box(role, css, name):
    foreign = "".join(sign for sign in name if ord(sign) > 0xFF and sign not in "Őő")
    used = fonts_of(role.page, foreign, css)
    assert used
    assert not [face for face in used if face.startswith(OURS)], used


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("name", ["home", "role", "title", "room"])
def test_nothing_moves_when_the_faces_come_late(visit, family, name, size):
    visitor = visit(size).comes_as(family.cookie)
    paths = {
        "home": "/",
        "role": "/roles/qmha/",
        "title": "/roles/therapist-title/?state=TX",
        "room": family.home,
    }
    late = []
    visitor.page.route("**/*.woff2", lambda route: late.append(route))
    visitor.page.goto(visitor.stack.address + paths[name], wait_until="domcontentloaded")
    visitor.page.wait_for_function(PAINTED)
    assert late
    for route in late:
        route.continue_()
    assert visitor.page.evaluate(LOADED)
    assert visitor.page.evaluate(SHIFTS) <= MOST_SHIFT
