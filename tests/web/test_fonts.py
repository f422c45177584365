"""Faces are cut to what pages use, can be cut again, and leave nothing out that our own pages say."""

import re

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from web.fonts import cut, rules
from web.fonts.faces import CORE, FACES, OFTEN

STATIC = settings.ROOT / "platform" / "web" / "static"
TOKENS, APP = ((STATIC / "css" / name).read_text() for name in ("tokens.css", "app.css"))
FILES = [(face, ending) for face in FACES for ending in ("", "-more")]
KIB = 1024
MOST_KIB = 40
"""The three faces of every page together."""
EACH = pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
EACH_FILE = pytest.mark.parametrize(("face", "ending"), FILES, ids=lambda part: getattr(part, "file", part))
OUR_WORDS = [
    *(settings.ROOT / "templates").rglob("*.html"),
    *(settings.ROOT / "roles" / "data").rglob("*.yaml"),
    *(settings.ROOT / "roles" / "data").rglob("*.csv"),
    *(settings.ROOT / "cases" / "wording").rglob("*.py"),
]


def kept(face, ending):
    return TTFont(STATIC / "fonts" / f"{face.file}{ending}.woff2")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What the command makes of the sources today."""
    folder = tmp_path_factory.mktemp("fonts")
    cut.make(folder)
    return folder


def test_the_command_makes_the_files_that_are_kept_and_no_others(made):
    new = {path.name: path.read_bytes() for path in made.iterdir()}
    old = {path.name: path.read_bytes() for path in (STATIC / "fonts").iterdir()}
    assert new.keys() == old.keys()
    assert [name for name in new if new[name] != old[name]] == []


def test_the_styles_are_those_of_the_command():
    assert rules.put_into(TOKENS, cut.styles()) == TOKENS


def test_styles_without_their_marks_are_refused():
    with pytest.raises(ValueError, match="marks"):
        rules.put_into(TOKENS.replace(rules.END, ""), "")


def test_the_faces_of_every_page_are_small():
    sizes = [(STATIC / "fonts" / f"{face.file}.woff2").stat().st_size for face in FACES]
    assert sum(sizes) <= MOST_KIB * KIB


@EACH
def test_each_sign_of_the_source_is_in_one_file_and_named_in_its_range(face):
    all_ = set(cut.source(face).getBestCmap())
    core, more = (set(kept(face, ending).getBestCmap()) for ending in ("", "-more"))
    assert core | more == all_
    assert not core & more
    assert {ord(sign) for sign in CORE} == core


@EACH_FILE
def test_a_range_names_what_is_in_the_file(face, ending):
    rule = next(line for line in TOKENS.splitlines() if f"fonts/{face.file}{ending}.woff2" in line)
    named = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        named |= set(range(int(first, 16), int(last or first, 16) + 1))
    assert named == set(kept(face, ending).getBestCmap())


@EACH_FILE
def test_a_file_holds_the_weights_that_are_wanted_and_no_others(face, ending):
    font = kept(face, ending)
    axes = [(axis.minValue, axis.maxValue) for axis in font["fvar"].axes] if "fvar" in font else []
    lightest, heaviest = face.weights
    assert axes == ([] if lightest == heaviest else [(lightest, heaviest)])


@EACH_FILE
def test_a_cut_file_still_says_whose_it_is(face, ending):
    names = {row.nameID: str(row) for row in kept(face, ending)["name"].names}
    source = {row.nameID: str(row) for row in cut.source(face)["name"].names}
    assert "Project Authors" in names[0]
    assert (names[0], names[5]) == (source[0], source[5])
    assert "openfontlicense" in names[14] or "OFL" in names[14]


@EACH_FILE
def test_a_cut_sign_is_as_wide_as_it_was(face, ending):
    """At both ends of the weights."""
    font, source = kept(face, ending), cut.source(face)
    for weight in set(face.weights):
        new = font.getGlyphSet(location={"wght": weight} if "fvar" in font else {})
        old = source.getGlyphSet(location={"wght": weight})
        for sign, name in font.getBestCmap().items():
            assert new[name].width == pytest.approx(old[source.getBestCmap()[sign]].width, abs=1), chr(sign)


def test_every_weight_that_styles_name_is_in_the_face_of_running_text():
    lightest, heaviest = FACES[0].weights
    named = {int(weight) for weight in re.findall(r"font(?:-weight)?: (\d{3})\b", APP)}
    assert {400, 640, 740} <= named
    assert lightest == min(named)
    assert heaviest == max(named)


def test_words_of_our_own_need_no_second_file():
    ours = set("".join(path.read_text() for path in OUR_WORDS)) - {"\n", "\t"}
    assert ours - CORE == set()


def test_a_face_that_reserves_its_name_is_refused(monkeypatch, tmp_path):
    beside = (cut.HERE / "newsreader.LICENSE").read_text()
    assert "with Reserved Font Name" not in beside
    (tmp_path / "newsreader.LICENSE").write_text(
        beside.replace("Newsreader)", "Newsreader) with Reserved Font Name N")
    )
    monkeypatch.setattr(cut, "HERE", tmp_path)
    with pytest.raises(ValueError, match="reserves its name"):
        cut.licence(FACES[2], "")


@EACH
def test_styles_name_every_stand_in_after_the_face(face):
    line = next(line for line in TOKENS.splitlines() if f': "{face.family}"' in line)
    named = re.findall(r'"([^"]+)"', line)
    wanted = rules.families(face)
    assert named[: len(wanted)] == wanted


@EACH
def test_stand_ins_cover_every_weight_once(face):
    assert [step.lightest for step in face.steps] == [1, *(step.heaviest + 1 for step in face.steps[:-1])]
    assert face.steps[-1].heaviest == 1000


@EACH
def test_a_stand_in_is_as_wide_and_as_high_as_the_face(face):
    font = cut.source(face)
    em, line = font["head"].unitsPerEm, font["hhea"]
    for step in face.steps:
        for stand_in in step.stand_ins:
            rule = rules.stand_in(face, font, step, stand_in)
            size, up, down, gap = (
                float(part) / 100 for part in re.findall(r"(?:adjust|override):([\d.]+)%", rule)
            )
            assert size * stand_in.average == pytest.approx(rules.average(font, step.at), rel=0.001)
            assert (up * size, down * size, gap) == pytest.approx(
                (line.ascent / em, -line.descent / em, 0), rel=0.001
            )


def test_the_signs_that_weigh_are_all_in_the_core():
    assert set(OFTEN) <= CORE
