"""Pictures of a talk pack: figures as SVG whose colours are classes, so that one serves every theme."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontMetricsF

from explorer.paint.export import Drawing, drawn, ensure_application
from explorer.paint.fonts import MONO, faces, resolution
from explorer.paint.painter import paint
from explorer.paint.svg_faces import first_face
from explorer.paint.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from explorer.plots.figure import Figure

# A theme whose every colour is a number: what is painted with it says which role each colour has.
_ROLES: Final = tuple(LIGHT.roles)
_NUMBERED: Final = Theme(
    "numbered", MappingProxyType({role: f"#01f0{place:02x}" for place, role in enumerate(_ROLES)})
)
_CODES: Final = {code: role for role, code in _NUMBERED.roles.items()}
_TAG: Final = re.compile(r"<(g|text|path|rect|circle|ellipse|polyline|polygon|line|image)\b([^>]*?)(/?)>")
_ATTRIBUTE: Final = re.compile(r'([\w:-]+)="([^"]*)"')
_EMPTY: Final = re.compile(r"<g\b[^>]*>\s*</g>")
_WORDS: Final = re.compile(r"(<text[^>]*?)>([^<]*)</text>")
# What says nothing: defaults of SVG, or of the group that all lies in.
_IDLE: Final = frozenset(
    (
        ("fill-opacity", "1"),
        ("stroke-opacity", "1"),
        ("vector-effect", "none"),
        ("font-style", "normal"),
        ("stroke-linecap", "butt"),
        ("stroke-linejoin", "miter"),
        ("transform", "matrix(1,0,0,1,0,0)"),
    )
)
_FONTS: Final = frozenset(("font-family", "font-size", "font-weight"))


def picture(figure: Figure, size: tuple[float, float], scale: float, name: str) -> str:
    """Return a figure as SVG elements of a page: classes "f-ROLE" fill and "s-ROLE" stroke.

    size: of the card in pixels of the page; scale: at which the figure is painted. name: of letters and
    digits, no other picture of the page has it. A figure with a field, whose colours are mixed, comes twice:
    for light pages and for dark ones.
    """
    figure = replace(figure, hint="")  # of the hand on a screen
    made = _svg(figure, size, scale, _NUMBERED)
    if "<image" not in made:
        return f"<svg {_box(size, figure)}>{_tidied(made, name)}</svg>"
    both = ""
    for kind, theme in (("bright", LIGHT), ("dark", DARK)):
        body = _tidied(_svg(figure, size, scale, theme), f"{name}-{kind}")
        both += f'<svg class="{kind}" {_box(size, figure)}>{body}</svg>'
    return both


def _box(size: tuple[float, float], figure: Figure) -> str:
    return f'viewBox="0 0 {size[0]:g} {size[1]:g}" role="img" aria-label="{escaped(figure.description)}"'


def escaped(text: str) -> str:
    """Return a text as HTML has it, in elements and in attributes."""
    for letter, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(letter, name)
    return text


def _svg(figure: Figure, size: tuple[float, float], scale: float, theme: Theme) -> str:
    def draw(painter: QPainter, area: QRectF) -> None:
        paint(figure, painter, area, theme, scale)

    whole = drawn(Drawing("", "", draw), ".svg", (round(size[0]), round(size[1]))).decode("utf-8")
    start, end = whole.index("</defs>") + len("</defs>"), whole.rindex("</svg>")
    # the caps and joins of the group that all lies in are never meant: those within say their own
    return whole[start:end].replace(' stroke-linecap="square" stroke-linejoin="bevel"', "", 1)


def _tidied(body: str, name: str) -> str:
    while True:
        shorter = _EMPTY.sub("", body)
        if shorter == body:
            break
        body = shorter
    body = _WORDS.sub(_measured, body)
    body = _TAG.sub(_rewritten, body)
    return re.sub(r"\s*\n\s*", "", _own_clips(body, name))


def _own_clips(body: str, name: str) -> str:
    """Give the clipped groups names of their own: those of a picture that is hidden clip nothing."""
    return re.sub(r"\bclip(\d+)\b", rf"clip-{name}-\1", body) if 'id="clip' in body else body


def _measured(match: re.Match[str]) -> str:
    """Say how wide a line of text is, so that it keeps its place in another face."""
    attributes, text = dict(_ATTRIBUTE.findall(match[1])), match[2]
    words = (
        text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
        .strip("\n")
    )
    is_mono = first_face(attributes.get("font-family", "")) in MONO
    width = _width(
        words, is_mono, float(attributes.get("font-size", "12")), int(attributes.get("font-weight", "400"))
    )
    kind = "mono" if is_mono else "sans"
    return (
        f'{match[1]} class="t-{kind}" textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{text}</text>'
    )


@lru_cache(maxsize=1024)
def _width(text: str, mono: bool, size: float, weight: int) -> float:
    ensure_application()
    font = QFont()
    font.setFamilies(faces(mono))
    font.setPointSizeF(size * 72.0 / resolution())
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return float(QFontMetricsF(font).horizontalAdvance(text))


def _rewritten(match: re.Match[str]) -> str:
    """Put classes in the place of colours, and leave out what says nothing."""
    name, found, end = match[1], dict(_ATTRIBUTE.findall(match[2])), match[3]
    classes = found.pop("class", "").split()
    for attribute, letter in (("fill", "f"), ("stroke", "s")):
        role = _CODES.get(found.get(attribute, ""))
        if role is not None:
            classes.append(f"{letter}-{role}")
            del found[attribute]
    kept = {
        key: value
        for key, value in found.items()
        if (key, value) not in _IDLE
        and not (key in _FONTS and (name != "text" or key == "font-family"))
        and not (name == "text" and key == "xml:space")
    }
    if classes:
        kept["class"] = " ".join(classes)
    written = "".join(f' {key}="{_short(key, value)}"' for key, value in kept.items())
    return f"<{name}{written}{end}>"


def _short(key: str, value: str) -> str:
    """Write numbers of a drawing to hundredths of a pixel; scales and data as they are."""
    if key not in ("d", "points", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"):
        return value
    return re.sub(r"-?\d+\.\d{3,}(?![\de])", lambda number: f"{float(number[0]):.2f}", value).strip()
