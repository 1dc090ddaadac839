"""What is exported and how, as one frozen value: kept in the settings, no Qt."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Mapping

Unit = Literal["px", "mm", "in"]

BOARD: Final = "board"
STORY: Final = "story"
DESCENT: Final = "descent"
SWEEP: Final = "sweep"
MOVING: Final = (STORY, DESCENT, SWEEP)  # what a process of its own makes
PICTURES: Final = ("png", "svg", "pdf")
FILMS: Final = ("mp4", "gif")
FORMATS: Final[Mapping[str, str]] = MappingProxyType({
    "png": noted("PNG"), "svg": noted("SVG"), "pdf": noted("PDF"), "mp4": noted("MP4"), "gif": noted("GIF"),
    "html": noted("HTML, a talk pack"),
})  # fmt: skip
FILM_SIZES: Final = ((1920, 1080), (1280, 720), (960, 540), (3840, 2160))
SECONDS: Final = (0.5, 60.0)
PIXELS: Final[Mapping[str, float]] = MappingProxyType({"px": 1.0, "mm": 96.0 / 25.4, "in": 96.0})
UNITS: Final = tuple(PIXELS)
DIGITS: Final[Mapping[str, int]] = MappingProxyType({"px": 0, "mm": 1, "in": 3})
THEMES: Final = (("light", noted("Light")), ("dark", noted("Dark")), ("print", noted("Print")))
SCREEN: Final = "screen"
OWN: Final = "own"
SIDES: Final = (16.0, 16_384.0)  # pixels
DPI: Final = (10.0, 2400.0)
POINTS: Final = (3.0, 72.0)
POINTS_ON_SCREEN: Final = 9.0
CARD_ON_SCREEN: Final = (480.0, 320.0)  # of one that is not in sight
SETTING: Final = "export"
LONGEST_NAME: Final = 100  # letters of a proposed name


@dataclass(frozen=True, slots=True)
class Preset:
    """A size that is asked for often; font_size: in points.

    board_height, board_font_size: of the whole board, whose cards want room.
    """

    title: str
    width: float
    height: float
    board_height: float
    unit: Unit
    font_size: float
    board_font_size: float
    dpi: float


PRESETS: Final[Mapping[str, Preset]] = MappingProxyType({
    "column": Preset(noted("One column, 84 mm"), 84.0, 60.0, 125.0, "mm", 8.0, 5.0, 300.0),
    "page": Preset(noted("Two columns, 174 mm"), 174.0, 80.0, 125.0, "mm", 8.0, 6.0, 300.0),
    "slide": Preset(noted("Slide, 1920 × 1080"), 1920.0, 1080.0, 1080.0, "px", 18.0, 12.0, 96.0),
    "4k": Preset(noted("4K, 3840 × 2160"), 3840.0, 2160.0, 2160.0, "px", 36.0, 24.0, 96.0),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """One export.

    what: the key of a figure, BOARD, or one of MOVING. form: one of `forms_of(what)`. preset: SCREEN, one
    of PRESETS or OWN. width, height: in the unit. dpi: dots an inch of a PNG measured on paper; one measured
    in pixels has these. theme: one of THEMES. font_size: points of body text; everything grows with it.
    has_state: whether the state travels inside.

    Of what moves: film: width and height, one of FILM_SIZES. beside: the figure beside the bars, "" for one
    that shows what moves, or BOARD. moves: what is swept, as `export --sweep` takes it, "alpha=0.1..10", ""
    for the first that there is. seconds: of the whole film. has_notes: of a story as a PDF, whether the
    speaker's notes stand under each step.
    """

    what: str = BOARD
    form: str = "png"
    preset: str = SCREEN
    width: float = 720.0
    height: float = 480.0
    unit: Unit = "px"
    dpi: float = 300.0
    theme: str = "light"
    font_size: float = POINTS_ON_SCREEN
    has_state: bool = True
    film: tuple[int, int] = FILM_SIZES[0]
    beside: str = ""
    moves: str = ""
    seconds: float = 6.0
    has_notes: bool = False

    @property
    def is_moving(self) -> bool:
        """Whether a process of its own makes it."""
        return self.what in MOVING

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in logical pixels, 96 an inch."""
        return self.width * PIXELS[self.unit], self.height * PIXELS[self.unit]

    @property
    def used_dpi(self) -> float | None:
        """Dots an inch where they matter: None for vectors, and for a size in pixels."""
        return self.dpi if self.form == "png" and self.unit != "px" else None

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the PNG."""
        density = (self.used_dpi or PIXELS["in"]) / PIXELS["in"]
        width, height = self.size
        return round(width * density), round(height * density)

    @property
    def problem(self) -> tuple[int, int] | None:
        """The pixels that are more, or fewer, than a picture can have; None where all is well."""
        low, high = SIDES
        if self.is_moving:
            return None
        return None if all(low <= side <= high for side in self.pixels) else self.pixels

    def with_what(self, what: str, on_screen: tuple[float, float]) -> Plan:
        """Export something else; a preset becomes that of the other thing, so does a format it has not."""
        forms = forms_of(what)
        made = replace(self, what=what, form=self.form if self.form in forms else forms[0])
        is_other = (what == BOARD) != (self.what == BOARD) and self.preset in PRESETS
        return made.with_preset(self.preset, on_screen) if is_other else made.fitted(on_screen)

    def fitted(self, on_screen: tuple[float, float]) -> Plan:
        """Take the size of the preset, all else stays; on_screen: that of SCREEN in pixels."""
        if self.preset == SCREEN:
            return replace(self, width=on_screen[0], height=on_screen[1], unit="px")
        found = PRESETS.get(self.preset)
        if found is None:
            return self
        height = found.board_height if self.what == BOARD else found.height
        return replace(self, width=found.width, height=height, unit=found.unit)

    def with_preset(self, preset: str, on_screen: tuple[float, float]) -> Plan:
        """Take a preset: its size, and the resolution and font size that go with it."""
        found = PRESETS.get(preset)
        points = self.font_size
        if found is not None:
            points = found.board_font_size if self.what == BOARD else found.font_size
        return replace(
            self,
            preset=preset,
            dpi=found.dpi if found is not None and found.unit != "px" else self.dpi,
            font_size=POINTS_ON_SCREEN if preset == SCREEN else points,
        ).fitted(on_screen)

    def with_unit(self, unit: Unit) -> Plan:
        """Say the same size in another unit, rounded as it is written there."""
        factor = PIXELS[self.unit] / PIXELS[unit]
        width, height = (round(side * factor, DIGITS[unit]) for side in (self.width, self.height))
        return replace(self, width=width, height=height, unit=unit, preset=OWN)

    @property
    def kept(self) -> dict[str, Any]:
        """What the settings remember."""
        return {**asdict(self), "film": list(self.film)}


def forms_of(what: str) -> tuple[str, ...]:
    """Return the formats that something can have, the usual one first."""
    if what == STORY:
        return (*FILMS, "pdf", "html")
    return FILMS if what in MOVING else PICTURES


def plan_of(kept: Mapping[str, Any]) -> Plan:
    """Read what was kept; what is damaged or out of range is the usual."""
    usual = Plan()
    found: dict[str, Any] = {}
    for field in fields(Plan):
        value, default = kept.get(field.name), getattr(usual, field.name)
        if type(value) is int and isinstance(default, float):
            value = float(value)
        if field.name == "film" and isinstance(value, list):
            value = tuple(value)
        if type(value) is type(default) and _is_allowed(field.name, value):
            found[field.name] = value
    return Plan(**found)


def _is_allowed(name: str, value: Any) -> bool:
    ranges = {"width": (0.01, SIDES[1]), "height": (0.01, SIDES[1]), "dpi": DPI, "font_size": POINTS}
    ranges["seconds"] = SECONDS
    names: dict[str, tuple[str, ...]] = {
        "form": tuple(FORMATS), "unit": UNITS, "theme": tuple(key for key, _ in THEMES),
        "preset": (SCREEN, *PRESETS, OWN),
    }  # fmt: skip
    if name == "film":
        return value in FILM_SIZES
    if name in ranges:
        low, high = ranges[name]
        return bool(low <= value <= high)
    return value in names[name] if name in names else True


def file_name(parts: tuple[str, ...], ending: str) -> str:
    """Propose the name of a file from the names of what is in it; every system takes it."""
    words = ", ".join(part for part in map(_safe, parts) if part) or "figure"
    return f"{words[:LONGEST_NAME].rstrip(' ,.')}.{ending}"


def _safe(part: str) -> str:
    # what Windows refuses, and what no name should begin or end with
    letters = ("-" if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in part)
    return " ".join("".join(letters).split()).strip(" .")
