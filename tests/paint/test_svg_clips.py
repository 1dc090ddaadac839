"""Clipping in SVG: what is cut at the plot's edge on screen is cut in a drawing too."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np

from explorer.paint import svg_clips
from explorer.paint.theme import LIGHT
from explorer.plots.figure import Axis, Figure, Handle, Line, LossLook, Place, Rectangles, Unit
from tests.paint.pictures import to_svg

SVG = "{http://www.w3.org/2000/svg}"


def figure() -> Figure:
    """A curve that leaves the plot, a hatched bar and a soft chip: all that is ever cut."""
    chip = Handle(
        id="target:0", place=Place(1.0, 0.0, up=Unit.PLOT, dy=12.0), axis="x", low=0.0, high=1.0,
        shape="chip", text="cat", fill=0.4,
    )  # fmt: skip
    bar = Rectangles(x0=[0.2], y0=[0.0], x1=[0.6], y1=[0.8], look=LossLook("zlpr", 1))
    line = Line(x=np.array([0.0, 1.0, 2.0]), y=np.array([0.0, 50.0, 0.0]))
    axis = Axis(low=0.0, high=2.0)
    return Figure(key="t", title="t", x=axis, y=Axis(low=0.0, high=1.0), marks=(bar, line), handles=(chip,))


def test_what_leaves_the_plot_is_in_a_clipped_group():
    text = to_svg(figure(), (300.0, 200.0), LIGHT).decode()
    assert svg_clips.BEGIN not in text
    assert svg_clips.END not in text
    drawing = ElementTree.fromstring(text)  # groups that do not end would not parse
    names = [each.get("id") for each in drawing.iter(f"{SVG}clipPath")]
    cut = [each for each in drawing.iter(f"{SVG}g") if each.get("clip-path")]
    assert len(names) == len(set(names)) == len(cut) >= 3
    assert [each.get("clip-path") for each in cut] == [f"url(#{name})" for name in names]
    lowest = min(_heights(drawing))
    assert lowest < 0, "the curve leaves the card"
    assert min(height for group in cut for height in _heights(group)) == lowest


def _heights(element: ElementTree.Element) -> list[float]:
    """The y of every corner of every curve."""
    points = [each.get("points", "") for each in element.iter(f"{SVG}polyline")]
    return [float(y) for text in points for y in re.findall(r",(-?[\d.]+)", text)]


def test_a_drawing_without_marks_stays_as_it_is():
    plain = b'<svg xmlns="http://www.w3.org/2000/svg"><g fill="#01c1b2"><rect/></g></svg>'
    assert svg_clips.with_clips(plain) == plain
