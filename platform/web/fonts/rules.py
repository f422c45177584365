"""The ``@font-face`` rules: which file has which signs, and stand-ins as wide and as high as the face itself.

A stand-in is sized so that its mean sign is as wide as the face's, and is told the face's height above and
below the line. So nothing moves when the face comes and takes its place.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from fontTools.ttLib import TTFont

from web.fonts.faces import OFTEN, Face, StandIn, Step

BEGIN = "/* faces: from here on written by `make fonts` */\n"
END = "/* faces: to here */\n"


def average(font: TTFont, weight: int | None = None) -> float:
    """The mean width of a sign, in parts of the size, weighed by how often it stands on our pages."""
    glyphs = font.getGlyphSet(location={} if weight is None else {"wght": weight})
    names = font.getBestCmap()
    widths = sum(glyphs[names[ord(sign)]].width * often for sign, often in OFTEN.items())
    return widths / sum(OFTEN.values()) / font["head"].unitsPerEm


def ranges(signs: Iterable[int]) -> str:
    """Code points as styles write them: ``U+20-7E,U+A0``."""
    points = sorted(signs)
    starts = [points[0], *(after for before, after in pairwise(points) if after != before + 1)]
    ends = [*(before for before, after in pairwise(points) if after != before + 1), points[-1]]
    pairs = zip(starts, ends, strict=True)
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in pairs)


def of(face: Face, font: TTFont, signs: dict[str, set[int]]) -> Iterator[str]:
    lightest, heaviest = face.weights
    weights = f"{lightest}" if lightest == heaviest else f"{lightest} {heaviest}"
    for ending, points in signs.items():
        yield (
            f'@font-face{{font-family:"{face.family}";'
            f'src:url("../fonts/{face.file}{ending}.woff2") format("woff2");'
            f"font-weight:{weights};font-display:swap;unicode-range:{ranges(points)}}}"
        )
    for step in face.steps:
        for one in step.stand_ins:
            yield stand_in(face, font, step, one)


def families(face: Face) -> list[str]:
    """What ``font-family`` has to name, in order."""
    names = [_name(face, other) for step in face.steps for other in step.stand_ins]
    return [face.family, *dict.fromkeys(names)]


def put_into(text: str, styles: str) -> str:
    """The styles with new rules between the two marks. Raises ``ValueError`` when one is missing."""
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the marks of the faces are not in the styles")
    return f"{before}{BEGIN}{styles}{END}{after}"


def _name(face: Face, other: StandIn) -> str:
    return f"{face.family} in {other.name}"


def stand_in(face: Face, font: TTFont, step: Step, other: StandIn) -> str:
    size = average(font, step.at) / other.average
    line = font["hhea"]
    parts = {"ascent": line.ascent, "descent": -line.descent, "line-gap": line.lineGap}
    em = font["head"].unitsPerEm * size
    heights = ";".join(f"{name}-override:{100 * units / em:.4g}%" for name, units in parts.items())
    local = ",".join(f'local("{name}")' for name in other.local)
    return (
        f'@font-face{{font-family:"{_name(face, other)}";src:{local};'
        f"font-weight:{step.lightest} {step.heaviest};size-adjust:{100 * size:.2f}%;{heights}}}"
    )
