"""What pages use of each face, and which face stands in while it is on its way."""

from dataclasses import dataclass

# English and Spanish, and the signs of our own sentences: on every page.
CORE = frozenset(map(chr, range(0x20, 0x7F))) | set("\u00a0áéíñóúüÁÉÍÑÓÚÜ¡¿·–—‘’“”•…−")

# How often, in a thousand, a sign stands on the pages of a room and of the catalogue. Counted once: it only
# weighs widths, so that two faces give the same line about the same length.
OFTEN = {
    " ": 177.2, "e": 91.9, "t": 60.2, "a": 58.6, "o": 57.7, "i": 50.5, "s": 49.1, "n": 45.5, "r": 45.0,
    "h": 30.5, "l": 29.3, "d": 24.8, "c": 23.8, "u": 17.6, ".": 14.1, "y": 14.0, "p": 13.3, "m": 12.6,
    "f": 11.7, "w": 11.1, "g": 10.5, ",": 9.9, "2": 8.8, "k": 8.6, "v": 8.0, "0": 6.4, "S": 6.3,
    "W": 6.3, "A": 6.1, "C": 6.0, "b": 6.0, "M": 3.9, "-": 3.9, ":": 3.9, "T": 3.8, "1": 3.5, "R": 3.5,
    "N": 3.4, "I": 3.3, "H": 3.2, "O": 3.1, "L": 2.6, "P": 2.4, "?": 2.2, "5": 2.1, "9": 2.1, "8": 1.9,
    "Q": 1.8, "3": 1.8, "x": 1.7, "B": 1.5, "7": 1.5, "q": 1.3,
}  # fmt: skip


@dataclass(frozen=True)
class StandIn:
    """A face that devices bring along, under the names it has there.

    ``average`` is the mean width of a sign in parts of the size, as ``cut.py --measure FILE`` says it, of the
    free face of the same widths that is named in ``seen_in``.
    """

    name: str
    local: tuple[str, ...]
    average: float
    seen_in: str


@dataclass(frozen=True)
class Step:
    """Weights that one width stands for: measured ``at`` one of them, in the stand-ins nearest to it."""

    lightest: int
    heaviest: int
    at: int
    stand_ins: tuple[StandIn, ...]


@dataclass(frozen=True)
class Face:
    """One face: what styles call it, the file it comes in, the weights pages use, what stands in for it."""

    family: str
    file: str
    title: str
    weights: tuple[int, int]
    steps: tuple[Step, ...]


ARIAL = StandIn("Arial", ("Arial", "Liberation Sans", "Arimo"), 0.4471, "Arimo 1.341")
ARIAL_BOLD = StandIn(
    "Arial", ("Arial Bold", "Liberation Sans Bold", "Arimo Bold"), 0.4781, "Arimo Bold 1.341"
)
ROBOTO = StandIn("Roboto", ("Roboto", "Roboto Regular"), 0.4432, "Roboto 3.015")
ROBOTO_BOLD = StandIn("Roboto", ("Roboto Bold", "Roboto"), 0.4508, "Roboto Bold 3.015")
DEJAVU = StandIn("DejaVu", ("DejaVu Sans",), 0.5063, "DejaVu Sans 2.37")
DEJAVU_BOLD = StandIn("DejaVu", ("DejaVu Sans Bold",), 0.5711, "DejaVu Sans Bold 2.37")
COURIER = StandIn(
    "Courier",
    ("Roboto Mono", "Droid Sans Mono", "Liberation Mono", "Cousine", "Courier New"),
    0.6001,
    "Cousine 1.241",
)
VERA = StandIn("Vera", ("Menlo", "DejaVu Sans Mono"), 0.6021, "DejaVu Sans Mono 2.37")
GEORGIA = StandIn("Georgia", ("Georgia", "Gelasio"), 0.4425, "Gelasio 1.008")
NOTO = StandIn("Noto", ("Noto Serif",), 0.4758, "Noto Serif 2.015")
DEJAVU_SERIF = StandIn("DejaVu", ("DejaVu Serif",), 0.5148, "DejaVu Serif 2.37")

PLAIN, BOLD = (ARIAL, ROBOTO, DEJAVU), (ARIAL_BOLD, ROBOTO_BOLD, DEJAVU_BOLD)
FACES = (
    Face(
        "Atkinson Next",
        "atkinson-next",
        "Atkinson Hyperlegible Next 2.001",
        (400, 740),
        (Step(1, 499, 400, PLAIN), Step(500, 599, 560, PLAIN), Step(600, 1000, 660, BOLD)),
    ),
    Face(
        "Atkinson Mono",
        "atkinson-mono",
        "Atkinson Hyperlegible Mono 2.001",
        (600, 720),
        (Step(1, 1000, 640, (VERA, COURIER)),),
    ),
    Face(
        "Newsreader",
        "newsreader",
        "Newsreader 1.003",
        (450, 450),
        (Step(1, 1000, 450, (GEORGIA, NOTO, DEJAVU_SERIF)),),
    ),
)
