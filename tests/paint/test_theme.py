"""Contrasts by WCAG 2, and families that colour-blind viewers can tell apart."""

import itertools

import numpy as np
import pytest

from explorer.paint.theme import DARK, FAMILIES, LIGHT, PRINT, THEMES, Theme

TEXT, LINE = 4.5, 3.0

# Machado, Oliveira, Fernandes 2009, severity 1, for linear RGB
VISION = {
    "normal": np.eye(3),
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ],
}  # fmt: skip
CLOSEST = {
    ("light", "normal"): 26.9, ("light", "deuteranopia"): 11.9, ("light", "protanopia"): 19.4,
    ("light", "tritanopia"): 17.6, ("dark", "normal"): 36.8, ("dark", "deuteranopia"): 18.2,
    ("dark", "protanopia"): 17.9, ("dark", "tritanopia"): 17.9,
}  # fmt: skip


def linear(code: str) -> np.ndarray:
    channels = np.array([int(code[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (float(linear(code) @ [0.2126, 0.7152, 0.0722]) for code in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                       [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
    ratio = to_xyz @ rgb / (to_xyz @ np.ones(3))
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def closest(theme: Theme, matrix: np.ndarray) -> float:
    colours = [lab(np.clip(np.asarray(matrix) @ linear(theme.colour(family)), 0, 1)) for family in FAMILIES]
    return min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(colours, 2))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["card", "bg", "sunk", "hover"])
@pytest.mark.parametrize("role", ["ink", "ink2", "mut"])
def test_text_can_be_read(theme, role, ground):
    assert contrast(theme.colour(role), theme.colour(ground)) >= TEXT


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("role", ["error", "warning"])
def test_severity_can_be_read_on_its_ground(theme, role):
    assert contrast(theme.colour(role), theme.colour("card")) >= TEXT
    assert contrast(theme.colour(role), theme.colour(f"{role}_ground")) >= TEXT


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("role", ["edge", "pinned", "pos", *FAMILIES])
def test_lines_and_markers_stand_out(theme, role):
    assert contrast(theme.colour(role), theme.colour("card")) >= LINE


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_chip_that_is_on_can_be_read(theme):
    assert contrast(theme.colour("card"), theme.colour("pos")) >= TEXT


@pytest.mark.parametrize(("name", "vision"), CLOSEST)
def test_families_stay_as_far_apart_as_measured(name, vision):
    assert closest(THEMES[name], VISION[vision]) == pytest.approx(CLOSEST[name, vision], abs=0.35)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_grid_is_fainter_than_any_data(theme):
    grid = contrast(theme.colour("grid"), theme.colour("card"))
    assert grid < min(
        contrast(theme.colour(role), theme.colour("card")) for role in (*FAMILIES, "neg", "pos")
    )


def test_an_unknown_role_is_named():
    with pytest.raises(KeyError, match="theme dark: role 'purple' is unknown; allowed: bg"):
        DARK.colour("purple")


def test_themes_share_their_roles():
    assert set(LIGHT.roles) == set(DARK.roles) == set(PRINT.roles)
