"""Controls painted in the theme's roles: toggle, slider, field, link, choice."""

from explorer.ui.controls.choice import Choice
from explorer.ui.controls.field import NumberField
from explorer.ui.controls.link import LinkButton
from explorer.ui.controls.numbers import Bounds, Setting, brief, plain
from explorer.ui.controls.scale import Scale
from explorer.ui.controls.slider import Slider
from explorer.ui.controls.toggle import Toggle

__all__ = [
    "Bounds",
    "Choice",
    "LinkButton",
    "NumberField",
    "Scale",
    "Setting",
    "Slider",
    "Toggle",
    "brief",
    "plain",
]
