"""The formula reference as HTML: losses by family, optimizers, schedules, from their records. No widgets."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from explorer.catalogue import FAMILIES, by_family
from explorer.paint.formulas import LEADING, formula_size, lines_of
from explorer.paint.signs import SWATCH
from explorer.plots.numbers import with_minus
from explorer.ui import reference_training
from explorer.ui.lettering import level
from explorer.ui.panels.loss_words import parameter_words, reading_words, takes
from explorer.ui.panels.signs import HEIGHT
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QSizeF

    from explorer.catalogue import Loss, Parameter
    from explorer.paint.theme import Theme
    from explorer.ui.reference_training import Entry

COPY: Final = "copy"  # of a link: copies LaTeX
FORMULA, GRADIENT, SIGN = "formula", "gradient", "sign"  # of a picture
_ADDRESS: Final = re.compile(r"https?://[^\s;,]+|arXiv:(\d{4}\.\d{4,5})")


def found(losses: Iterable[Loss], query: str) -> list[Loss]:
    """Return the losses in whose entry every word of a query is found, whatever its case."""
    words = query.casefold().split()
    return [loss for loss in losses if all(word in _searched(loss) for word in words)]


def _searched(loss: Loss) -> str:
    """Return the letters in which a loss is looked for."""
    parts = [loss.title, loss.said, loss.key, loss.rule, takes(loss), loss.reference, loss.family]
    parts.append(say(FAMILIES.get(loss.family, "")))
    parts += [f"{each.name} {each.symbol} {say(each.meaning)}" for each in loss.parameters]
    parts += [f"{each.name} {say(each.holds)} {say(each.fails)}" for each in loss.readings]
    return " ".join(parts).casefold()


def page(
    losses: Sequence[Loss], theme: Theme, scale: float, room: float, others: Sequence[Entry] = ()
) -> str:
    """Write links, losses by family, and what trains them; formulas are no wider than `room` pixels."""
    families = by_family(losses)
    kinds = {
        reference_training.HEADS[kind]: some for kind, some in reference_training.by_kind(others).items()
    }
    contents = "".join(_contents(name, members, theme) for name, members in families.items())
    contents += "".join(_contents(name, members, theme) for name, members in kinds.items())
    entries = "".join(
        _heading(family, theme) + "".join(_entry(loss, theme, scale, room) for loss in members)
        for family, members in families.items()
    )
    entries += "".join(
        f"{_heading(name, theme)}<p>{escape(say(reference_training.WORDS[members[0].kind]))}</p>"
        + "".join(_told(entry, theme, scale, room) for entry in members)
        for name, members in kinds.items()
    )
    return f"<table cellspacing='0' cellpadding='2'>{contents}</table>{entries}"


def _heading(name: str, theme: Theme) -> str:
    return f"<h2 style='color: {theme.colour('mut')}'>{escape(say(name))}</h2>"


def _contents(name: str, members: Sequence[Loss] | Sequence[Entry], theme: Theme) -> str:
    links = say(", ").join(_link(f"#{each.key}", each.said, theme) for each in members)
    return f"<tr>{_head(say(name), theme)}<td>{level(links)}</td></tr>"


def _told(entry: Entry, theme: Theme, scale: float, room: float) -> str:
    """Write an optimizer or a schedule."""
    copy = _link(f"{COPY}:{FORMULA}/{entry.key}", say("copy LaTeX"), theme)
    rows = [
        (
            say("Update", "of an optimizer") if entry.kind == "optimizer" else say("Rate"),
            _lines(entry, scale, room, copy),
        )
    ]
    rows += [(say(head), escape(with_minus(say(text)))) for head, text in entry.rows]
    rows += [(say("Parameter"), _parameter(parameter)) for parameter in entry.parameters]
    if entry.source:
        rows.append((say("Source"), _source(entry.source, theme)))
    return f"<h3>{_name(entry.key, entry.said, entry.name, theme)}</h3>{_rows(rows, theme)}"


def _lines(entry: Entry, scale: float, room: float, copy: str) -> str:
    """Write a formula as pictures one below the other, and a link that copies it; without files as LaTeX."""
    sizes = [(line, size) for line in lines_of(entry.key) if (size := formula_size(line)) is not None]
    if not sizes:
        return f"<code>{escape(entry.latex)}</code> &nbsp; {copy}"
    zoom = min(scale, room / max(size.width() for _, size in sizes))
    pictures = (_picture(f"{FORMULA}:{line}", entry.latex, size * zoom) for line, size in sizes)
    apart = f"</div><div style='margin-top: {LEADING * scale:g}px'>"
    return f"<div>{apart.join(pictures)} &nbsp; {copy}</div>"


def _picture(address: str, latex: str, size: QSizeF) -> str:
    place = f"width='{round(size.width())}' height='{round(size.height())}' style='vertical-align: middle'"
    return f"<img src='{address}' alt='{escape(latex, quote=True)}' {place}>"


def _name(anchor: str, title: str, name: str, theme: Theme) -> str:
    """Write the title of an entry, and the key by which settings and files name it."""
    key = f"<span style='color: {theme.colour('mut')}; font-weight: normal'>{escape(name)}</span>"
    return f"<a name='{anchor}'></a>{escape(title)}&nbsp;&nbsp;&nbsp;{key}"


def _rows(rows: Sequence[tuple[str, str]], theme: Theme) -> str:
    lines = "".join(f"<tr>{_head(head, theme)}<td>{level(text)}</td></tr>" for head, text in _once(rows))
    return f"<table cellspacing='0' cellpadding='2'>{lines}</table>"


def _entry(loss: Loss, theme: Theme, scale: float, room: float) -> str:
    sign = f"<img src='{SIGN}:{loss.key}' width='{round(SWATCH * scale)}' height='{round(HEIGHT * scale)}'>"
    rows = [(say("Value"), _formula(loss, FORMULA, theme, scale, room))]
    rows.append((say("Gradient"), _formula(loss, GRADIENT, theme, scale, room)))
    if loss.gradient_of != "value":
        rows.append(("", escape(say(loss.gradient_of))))
    rows.append((say("Takes"), escape(takes(loss))))
    rows += [(say("Parameter"), _parameter(parameter)) for parameter in loss.parameters]
    rows += [(say("Read as"), text) for text in _readings(loss)]
    rows.append((say("Predicts"), escape(loss.rule)))
    unchanged = say("; ").join(with_minus(say(each.value)) for each in loss.invariances)
    rows.append((say("Unchanged by"), escape(unchanged or say("nothing that is known"))))
    rows.append((say("Source"), _source(loss.reference, theme)))
    name = _name(loss.key, loss.said, loss.key, theme)
    return f"<h3>{sign}&nbsp;&nbsp;{name}</h3>{_rows(rows, theme)}"


def _head(text: str, theme: Theme) -> str:
    colour = theme.colour("mut")
    return f"<td style='color: {colour}; padding-right: 14px; white-space: nowrap'>{level(escape(text))}</td>"


def _once(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out a head that is that of the row before."""
    before = ["", *(head for head, _ in rows)]
    return [("" if head == last else head, text) for (head, text), last in zip(rows, before, strict=False)]


def _formula(loss: Loss, kind: str, theme: Theme, scale: float, room: float) -> str:
    """Write a formula as a picture, and a link that copies it; without a file as LaTeX."""
    latex = loss.formula if kind == FORMULA else loss.gradient_formula
    copy = _link(f"{COPY}:{kind}/{loss.key}", say("copy LaTeX"), theme)
    size = formula_size(loss.key if kind == FORMULA else f"{loss.key}.gradient")
    if size is None:
        return f"<code>{escape(latex)}</code> &nbsp; {copy}"
    picture = _picture(f"{kind}:{loss.key}", latex, size * min(scale, room / size.width()))
    return f"{picture} &nbsp; {copy}"


def _parameter(parameter: Parameter) -> str:
    if parameter.kind == "other_logits":
        name = f"{parameter.name} ({parameter.symbol})"
        return escape(say("{name}: {words}", name=name, words=say(parameter.meaning)))
    what, allowed = parameter_words(parameter)
    names = tuple(map(say, parameter.titles)) or parameter.names
    default = names[int(parameter.default)] if names else with_minus(f"{parameter.default:g}")
    return escape(
        say(
            "{words}; {value} unless set; {allowed}, learned"
            if parameter.learned
            else "{words}; {value} unless set; {allowed}",
            words=what.rstrip(".。"),
            value=default,
            allowed=allowed,
        )
    )


def _readings(loss: Loss) -> list[str]:
    if not loss.readings:
        return [say("No reading of its logits is a probability")]
    return [
        f"<b>{escape(name)}</b> &nbsp; {escape(words)}" if name else escape(words)
        for name, words in map(reading_words, loss.readings)
    ]


def _source(reference: str, theme: Theme) -> str:
    """Write a source, its addresses as links."""
    parts, end = [], 0
    for place in _ADDRESS.finditer(reference):
        address = f"https://arxiv.org/abs/{place[1]}" if place[1] else place[0]
        parts += [escape(reference[end : place.start()]), _link(address, place[0], theme)]
        end = place.end()
    return "".join(parts) + escape(reference[end:])


def _link(address: str, text: str, theme: Theme) -> str:
    colour = theme.colour("ink2")
    return f"<a href='{escape(address, quote=True)}' style='color: {colour}'>{escape(text)}</a>"
