"""Cuts each face to the weights and signs that pages use, and writes the styles that name the files.

Usage: python -m web.fonts.cut [--measure FILE...]

Each face comes in two files: the signs of every page, and the rest of Latin, which a browser fetches when a
name needs it. What neither has, such as Cyrillic, is shown in a face of the device. The same sources give the
same files to the byte, with the same fontTools.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from web.fonts import rules
from web.fonts.faces import CORE, FACES, Face

HERE = Path(__file__).parent
STATIC = HERE.parent / "static"
FEATURES = [
    "kern",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "liga",
    "rvrn",
]  # how letters join; pages ask for no other
WHAT = {"": "the signs of every page", "-more": "the rest of Latin"}


def source(face: Face) -> TTFont:
    return TTFont(HERE / f"{face.file}.woff2", lazy=False, recalcTimestamp=False)


def signs(face: Face) -> dict[str, set[int]]:
    """By the ending of the file's name: what is in it."""
    all_ = set(source(face).getBestCmap())
    core = {ord(sign) for sign in CORE}
    return {"": all_ & core, "-more": all_ - core}


def cut(face: Face, wanted: Iterable[int]) -> TTFont:
    font = source(face)
    options = Options()
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    lightest, heaviest = face.weights
    limit = lightest if lightest == heaviest else face.weights
    instantiateVariableFont(font, {"wght": limit}, inplace=True)
    font.flavor = "woff2"
    return font


def licence(face: Face, ending: str) -> str:
    """That of the source, told for the file that was cut from it.

    A face that reserves its name may not keep it once it was cut; none of ours does.
    """
    first, _, text = (HERE / f"{face.file}.LICENSE").read_text().partition("\n")
    if "with Reserved Font Name" in text:
        raise ValueError(f"{face.title} reserves its name: give the cut file and its family another")
    named = first.partition(";")[0]
    return f"{named}; {WHAT[ending]}, cut by platform/web/fonts/cut.py, as woff2.\n{text}"


def make(fonts: Path) -> None:
    """Every file, with its licence beside it."""
    for face in FACES:
        for ending, wanted in signs(face).items():
            cut(face, wanted).save(fonts / f"{face.file}{ending}.woff2")
            (fonts / f"{face.file}{ending}.LICENSE").write_text(licence(face, ending))


def styles() -> str:
    return "".join(f"{line}\n" for face in FACES for line in rules.of(face, source(face), signs(face)))


def main() -> None:
    if "--measure" in sys.argv:
        for file in sys.argv[2:]:
            sys.stdout.write(f"{file}: {rules.average(TTFont(file)):.4f}\n")
        return
    make(STATIC / "fonts")
    tokens = STATIC / "css" / "tokens.css"
    tokens.write_text(rules.put_into(tokens.read_text(), styles()))


if __name__ == "__main__":
    main()
