"""Figures made by hand, as full as those of the window, for tests and benchmarks of painting."""

import numpy as np

from explorer.plots.figure import (
    Arrows,
    Axis,
    Band,
    EndLabel,
    EndLabels,
    Figure,
    Handle,
    Image,
    Legend,
    Line,
    LossLook,
    Margins,
    Place,
    Points,
    Ramp,
    Rectangles,
    Segments,
    Swatch,
    Text,
    Tick,
    Unit,
)

LOSSES = (
    ("soft ZLPR", LossLook("zlpr", 1)),
    ("BCE", LossLook("sigmoid", 0)),
    ("BCE smoothed", LossLook("sigmoid", 1)),
    ("cross entropy", LossLook("softmax", 0)),
)
NAMES = ("cat", "dog", "night", "indoor", "blur")


def _ticks(low: float, high: float, step: float, signed: bool = True) -> tuple[Tick, ...]:
    values = np.arange(low, high + step / 2, step)
    texts = [f"{v:+.3g}".replace("-", "−") if signed and v else f"{v:.3g}".replace("-", "−") for v in values]
    return tuple(Tick(float(v), t if v else "0") for v, t in zip(values, texts, strict=True))


def logits_figure(count: int = 5, selected: int = 1) -> Figure:
    random = np.random.default_rng(0)
    if count == 5:
        logits, targets = np.array([1.44, -0.8, 4.11, 3.22, 4.58]), np.array([1, 1, 0, 0, 0.3])
    else:
        logits, targets = random.normal(0, 2, count), (random.random(count) < 0.2).astype(float)
    names = NAMES if count == 5 else tuple(f"class {i}" for i in range(count))
    width = 0.31 if count <= 12 else 0.4
    x = np.arange(count)
    on = targets > 0
    marks: list = [Band(x0=selected - 0.46, x1=selected + 0.46, below=58.0 if count <= 12 else 30.0)]
    marks.append(
        Rectangles(
            x0=[selected - width],
            x1=[selected + width],
            y0=[0.0],
            y1=[1.5],
            edge="pinned",
            dash=(4.0, 2.2),
            radius=2.0,
        )
    )
    zeros = np.zeros(count)
    marks.append(Rectangles(x0=x - width, x1=x + width, y0=zeros, y1=logits, fill="neg", edge="edge"))
    marks.append(
        Rectangles(
            x0=(x - width)[on],
            x1=(x - width + 2 * width * targets)[on],
            y0=zeros[on],
            y1=logits[on],
            fill="pos",
        )
    )
    handles = []
    for i in range(count):
        shown = f"{logits[i]:+.2f}".replace("-", "−")
        if count <= 12:
            marks.append(
                Text(
                    place=Place(i, logits[i], dy=-16.0 if logits[i] >= 0 else 18.0),
                    text=shown,
                    anchor="center",
                    colour="ink",
                    size="handle",
                    bold=True,
                )
            )
            marks.append(
                Text(
                    place=Place(i, 0.0, up=Unit.CARD, dy=-18.0),
                    text=f"t = {targets[i]:.3g}",
                    anchor="center",
                    colour="mut",
                    size="tick",
                    mono=True,
                )
            )
        handles.append(
            Handle(
                id=f"logit:{i}",
                place=Place(i, logits[i]),
                axis="y",
                low=-50,
                high=50,
                shape="grip",
                reach="column",
                width=38.0,
                selected=i == selected,
                name=f"logit of {names[i]}",
            )
        )
        handles.append(
            Handle(
                id=f"target:{i}",
                place=Place(i, 0.0, up=Unit.CARD, dy=-45.0),
                axis="y",
                low=0,
                high=1,
                shape="chip" if count <= 12 else "dot",
                width=60.0,
                height=28.0 if count <= 12 else 8.0,
                text=names[i],
                fill=float(targets[i]),
                name=f"target of {names[i]}",
            )
        )
    low = -4.0 if count == 5 else -6.0
    return Figure(
        key="logits",
        title="Logits and labels",
        corner="drag · click · type",
        x=Axis(low=-0.6, high=count - 0.4),
        margins=Margins(left=38.0, top=26.0, right=14.0, bottom=66.0),
        y=Axis(low=low, high=6.0, title="↑ logit s", ticks=_ticks(low, 6.0, 2.0), grid=True, zero=True),
        marks=tuple(marks),
        handles=tuple(handles),
    )


def gradient_figure(count: int = 5) -> Figure:
    random = np.random.default_rng(1)
    marks: list = [Band(x0=0.5, x1=1.5)]
    offsets = np.linspace(-0.24, 0.24, 4) if count <= 12 else np.zeros(4)
    points = []
    for (_, look), offset in zip(LOSSES, offsets, strict=True):
        x, y = np.arange(count) + offset, random.uniform(-1, 1, count)
        marks.append(Segments(x0=x, y0=np.zeros(count), x1=x, y1=y, look=look))
        points.append(Points(x=x, y=y, look=look, size=9.5 if count <= 12 else 6.0))
    legend = Legend(
        place=Place(0.0, 0.0, Unit.CARD, Unit.CARD, dx=12.0, dy=-17.0),
        items=tuple((look, name) for name, look in LOSSES),
    )
    names = NAMES if count == 5 else tuple(f"class {i}" for i in range(count))
    ticks = tuple(Tick(float(i), name, bold=i == 1) for i, name in enumerate(names))
    return Figure(
        key="gradient",
        title="Gradient",
        subtitle="per class",
        x=Axis(low=-0.5, high=count - 0.5, ticks=ticks, names=True),
        margins=Margins(48.0, 24.0, 22.0, 50.0),
        y=Axis(
            low=-1.1,
            high=1.1,
            title="↑ ∂L/∂s    + pulls the logit down,  − pushes it up",
            ticks=_ticks(-1.0, 1.0, 0.5),
            grid=True,
            zero=True,
        ),
        marks=(*marks, *points, legend),
    )


def slice_figure() -> Figure:
    x = np.linspace(-8, 8, 129)
    curves = (
        5.3 + np.logaddexp(0, -0.5 * x) * 1.9,
        10.8 + np.logaddexp(0, -x),
        10.7 + np.logaddexp(0, -x) * 0.95 + 0.1 * np.abs(x - 4) ** 0.5,
        5.5 + 1.1 * np.abs(x - 5) + np.exp(-((x - 5) ** 2)),
    )
    marks: list = [Line(x=x, y=y, look=look, halo=True) for y, (_, look) in zip(curves, LOSSES, strict=True)]
    at = -0.8
    marks += [
        Points(x=[at], y=[np.interp(at, x, y)], look=look)
        for y, (_, look) in zip(curves, LOSSES, strict=True)
    ]
    labels = tuple(
        EndLabel(y=float(y[-1]), text=name, look=look) for y, (name, look) in zip(curves, LOSSES, strict=True)
    )
    cursor = Handle(
        id="slice",
        place=Place(at, 0.0),
        axis="x",
        low=-50,
        high=50,
        shape="cursor",
        reach="line",
        text="−0.80",
        name="s(dog)",
    )
    return Figure(
        key="slice",
        title="Slice",
        subtitle="loss as s(dog) moves",
        x=Axis(low=-8.0, high=8.0, title="s(dog)", ticks=_ticks(-8.0, 8.0, 4.0)),
        y=Axis(
            low=0.0, high=20.0, title="↑ loss, nat", ticks=_ticks(0.0, 20.0, 5.0, False), grid=True, zero=True
        ),
        margins=Margins(38.0, 24.0, 124.0, 26.0),
        marks=(*marks, EndLabels(items=labels)),
        handles=(cursor,),
    )


def budget_figure() -> Figure:
    up, down = np.array([0.71, 0.88, 0.78, 1.94]), np.array([0.99, 2.64, 2.52, 1.94])
    marks: list = []
    for row, (_, look) in enumerate(LOSSES):
        for sign, size in ((-1, up[row]), (1, down[row])):
            marks.append(Rectangles(x0=[0.0], x1=[sign * size], y0=[row - 0.24], y1=[row + 0.24], look=look))
    for row, (name, look) in enumerate(LOSSES):
        left = Place(0.0, row, Unit.CARD, Unit.DATA, dx=25.0)
        marks.append(Swatch(place=left, look=look))
        marks.append(
            Text(place=Place(0.0, row, Unit.CARD, Unit.DATA, dx=46.0), text=name, size="name", room=90.0)
        )
        marks.append(
            Text(
                place=Place(-up[row], row, dx=-7.0),
                text=f"{up[row]:.2f}",
                anchor="right",
                mono=True,
                size="name",
            )
        )
        marks.append(
            Text(place=Place(down[row], row, dx=7.0), text=f"{down[row]:.2f}", mono=True, size="name")
        )
    top = {"up": Unit.PLOT, "dy": -12.0}
    marks.append(
        Text(
            place=Place(0.0, 1.0, dx=-8.0, **top),
            text="← pushes labelled up",
            anchor="right",
            size="tick",
            colour="mut",
        )
    )
    marks.append(
        Text(place=Place(0.0, 1.0, dx=8.0, **top), text="pulls the rest down →", size="tick", colour="mut")
    )
    return Figure(
        key="budget",
        title="Gradient budget",
        subtitle="sum of |∂L/∂s|",
        x=Axis(low=-3.0, high=3.5, zero=True),
        y=Axis(low=3.6, high=-0.6),
        margins=Margins(120.0, 24.0, 30.0, 10.0),
        marks=tuple(marks),
    )


def sharpening_figure() -> Figure:
    x = np.linspace(-1, 1, 100)
    s = np.array([1.44, -0.8, 4.11, 3.22, 4.58])
    scaled = np.exp(10.0 ** x[:, None] * (s - s.max()))
    p = scaled / scaled.sum(axis=1, keepdims=True)
    marks: list = [
        Line(x=x, y=p[:, i], colour="ink" if i < 2 else "mut", width=2.4 if i < 2 else 1.5) for i in range(5)
    ]
    now = p[50]
    marks += [Points(x=[0.0], y=[now[i]], colour="ink" if i < 2 else "mut", size=8.0) for i in range(5)]
    labels = tuple(
        EndLabel(
            y=float(p[-1, i]), text=f"{NAMES[i]} {now[i]:.2f}", bold=i < 2, colour="ink" if i < 2 else "mut"
        )
        for i in range(5)
    )
    cursor = Handle(
        id="alpha",
        place=Place(0.0, 0.0),
        axis="x",
        low=-1,
        high=1,
        shape="cursor",
        reach="line",
        text="α = 1.0",
    )
    ticks = tuple(Tick(float(np.log10(v)), f"{v:g}") for v in (0.1, 0.3, 1, 3, 10))
    return Figure(
        key="sharpening",
        title="Sharpening",
        subtitle="entropy 1.07 nat, 2.9 effective classes",
        x=Axis(low=-1.0, high=1.0, title="α, log", ticks=ticks),
        y=Axis(
            low=0.0,
            high=1.0,
            title="↑ softmax(α s)",
            ticks=_ticks(0.0, 1.0, 0.5, False),
            grid=True,
            zero=True,
        ),
        margins=Margins(38.0, 26.0, 124.0, 26.0),
        marks=(*marks, EndLabels(items=labels)),
        handles=(cursor,),
    )


def values_figure() -> Figure:
    now, before, floor = [6.288, 11.987, 11.561, 10.032], [5.4, 11.0, 10.7, 7.8], [0.75, 0.61, 1.42, 2.28]
    marks: list = []
    for row, (_, look) in enumerate(LOSSES):
        marks.append(Segments(x0=[before[row]], x1=[now[row]], y0=[row], y1=[row], look=look, dash=()))
        marks.append(
            Segments(x0=[floor[row]], x1=[floor[row]], y0=[row], y1=[row], caps=8.0, width=1.6, colour="ink2")
        )
        marks.append(Points(x=[before[row]], y=[row], hollow=True, colour="pinned", halo=False, size=10.0))
        marks.append(Points(x=[now[row]], y=[row], look=look, size=10.0))
    for row, (name, look) in enumerate(LOSSES):
        marks.append(Swatch(place=Place(0.0, row, Unit.CARD, Unit.DATA, dx=25.0), look=look))
        marks.append(
            Text(place=Place(0.0, row, Unit.CARD, Unit.DATA, dx=46.0), text=name, size="name", room=90.0)
        )
        marks.append(
            Text(
                place=Place(1.0, row, Unit.CARD, Unit.DATA, dx=-66.0),
                text=f"{now[row]:.3f}",
                anchor="right",
                size="value",
                bold=True,
                colour="ink",
            )
        )
        marks.append(
            Text(
                place=Place(1.0, row, Unit.CARD, Unit.DATA, dx=-12.0),
                text="+0.86",
                anchor="right",
                size="name",
                mono=True,
            )
        )
    for dx, text in ((-66.0, "now"), (-12.0, "change")):
        marks.append(
            Text(
                place=Place(1.0, 1.0, Unit.CARD, Unit.CARD, dx=dx, dy=8.0),
                text=text,
                anchor="right",
                size="tick",
                colour="mut",
            )
        )
    return Figure(
        key="values",
        title="Loss values",
        subtitle="nat, sum over classes",
        x=Axis(low=0.0, high=15.0, ticks=_ticks(0.0, 15.0, 5.0, False), grid=True),
        y=Axis(low=3.5, high=-0.5),
        margins=Margins(134.0, 18.0, 130.0, 26.0),
        marks=tuple(marks),
    )


def landscape_figure(size: int = 64) -> Figure:
    xs, ys = np.linspace(-4, 6, size), np.linspace(-4, 6, size)
    field = np.logaddexp(0, -xs)[None, :] + np.logaddexp(0, -ys)[:, None] + 0.02 * (xs[None, :] ** 2)
    marks: list = [
        Image(values=field, x0=-4.0, y0=-4.0, x1=6.0, y1=6.0, low=float(field.min()), high=float(field.max()))
    ]
    for level in range(1, 8):
        t = np.linspace(0.02, level - 0.02, 60)
        marks.append(Line(x=-np.log(np.expm1(t)), y=-np.log(np.expm1(level - t)), colour="mut", width=0.8))
    gx, gy = np.meshgrid(np.linspace(-3.3, 5.3, 7), np.linspace(-3.3, 5.3, 7))
    marks.append(Arrows(x=gx, y=gy, u=1 / (1 + np.exp(gx)), v=1 / (1 + np.exp(gy))))
    t = np.linspace(0, 1, 61)
    for k, (_, look) in enumerate(LOSSES):
        marks.append(
            Line(
                x=1.44 + t * (2 + 0.4 * k) * t**0.3, y=-0.8 + (3 + 0.5 * k) * np.sqrt(t), look=look, halo=True
            )
        )
    for k, (_, look) in enumerate(LOSSES):
        marks.append(Points(x=[1.44 + 2 + 0.4 * k], y=[-0.8 + 3 + 0.5 * k], look=look))
    beside = {"across": Unit.PLOT, "up": Unit.PLOT}
    marks.append(
        Text(
            place=Place(1.0, 1.0, dx=22.0, dy=-8.0, **beside), text="descent paths", size="tick", colour="mut"
        )
    )
    for k, (name, look) in enumerate(LOSSES):
        marks.append(Swatch(place=Place(1.0, 1.0, dx=35.0, dy=12.0 + 19.0 * k, **beside), look=look))
        marks.append(
            Text(place=Place(1.0, 1.0, dx=56.0, dy=12.0 + 19.0 * k, **beside), text=name, size="name")
        )
    marks.append(
        Text(
            place=Place(1.0, 0.0, dx=22.0, dy=-26.0, **beside),
            text="nat, a contour each 1",
            size="tick",
            colour="mut",
        )
    )
    marks.append(Ramp(place=Place(1.0, 0.0, dx=22.0, dy=-14.0, **beside), width=130.0, low="5.1", high="9.7"))
    start = Handle(
        id="landscape", place=Place(1.44, -0.8), axis="both", low=-50, high=50, shape="knob", name="start"
    )
    return Figure(
        key="landscape",
        title="Landscape",
        subtitle="soft ZLPR, two logits",
        corner="SGD, lr 0.5, 60 steps",
        x=Axis(low=-4.0, high=6.0, title="s(cat)", ticks=_ticks(-4.0, 6.0, 2.0)),
        keep_aspect=True,
        y=Axis(low=-4.0, high=6.0, title="↑ s(dog)", ticks=_ticks(-4.0, 6.0, 2.0)),
        margins=Margins(38.0, 24.0, 170.0, 26.0),
        marks=tuple(marks),
        handles=(start,),
    )


def cards(count: int = 5) -> list[tuple[Figure, tuple[int, int]]]:
    """Return the seven figures with their sizes in a window of 1440 x 900."""
    return [
        (logits_figure(count), (316, 532)),
        (gradient_figure(count), (390, 234)),
        (slice_figure(), (390, 234)),
        (budget_figure(), (390, 192)),
        (sharpening_figure(), (390, 192)),
        (values_figure(), (390, 250)),
        (landscape_figure(), (390, 250)),
    ]
