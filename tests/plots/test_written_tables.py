"""Tables for papers and for Python, whatever the names hold."""

import math
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS
from explorer.plots.copying import latex_of, numbers_of, python_of
from explorer.plots.tabbed import tabbed
from explorer.plots.written_tables import escaped, latex, python
from tests.plots.states import state

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(names, st.floats(), st.floats()), min_size=1, max_size=30))
def test_python_gives_back_every_digit(rows):
    found: dict = {}
    exec(python(tabbed([("class", "a", "a"), *rows]), "a\nb # c"), found)
    columns = list(zip(*rows, strict=True))
    assert list(found["data"]) == ["class", "a", "a (2)"]
    assert found["data"]["class"] == [name.replace("\r", " ") for name in columns[0]]
    for name, column in (("a", columns[1]), ("a (2)", columns[2])):
        assert list(map(repr, found["data"][name])) == list(map(repr, column))


def test_a_line_break_of_any_kind_is_inside_quotes_and_numbers_are_bare():
    rows = [("a\rb", 1.5), ("a\nb", -2.0), ('"a"', 0.1), ("a\tb", 0.0), ("=a", -1.0)]
    text = '"a\rb"\t1.5\n"a\nb"\t-2.0\n"""a"""\t0.1\n"a\tb"\t0.0\n=a\t-1.0\n'
    assert tabbed(rows) == text


def test_latex_is_a_table_of_booktabs():
    text = latex(tabbed([("loss", "value"), ("ZLPR, ε 0.1", 6.459111189471885), ("a & b_c", -1e-7)]), "x")
    assert text == (
        "% x. Needs \\usepackage{booktabs}\n\\begin{tabular}{lr}\n\\toprule\nloss & value \\\\\n\\midrule\n"
        "ZLPR, $\\varepsilon$ 0.1 & $6.459$ \\\\\n"
        "a \\& b\\_c & $-1.000 \\times 10^{-7}$ \\\\\n\\bottomrule\n\\end{tabular}\n"
    )


def test_latex_has_the_digits_of_a_paper_and_whole_counts():
    values = (0.1 + 0.2, 12345.678, 12.7965, 3.0, -0.00001234567, -0.0)
    text = latex(tabbed([("loss", "value"), *((str(place), value) for place, value in enumerate(values))]))
    written = [line.split("$")[1] for line in text.splitlines() if "$" in line]
    powers = [r"1.235 \times 10^{4}", r"-1.235 \times 10^{-5}"]
    assert written == ["0.3000", powers[0], "12.80", "3.000", powers[1], "0.000"]
    counts = latex(tabbed([("loss", "rank"), ("a", 3.0), ("b", 123456.0), ("c", -0.0)]))
    assert [line.split("$")[1] for line in counts.splitlines() if "$" in line] == ["3", "123456", "0"]


def test_what_is_no_number_of_every_day_is_written():
    rows = [("class", "s"), ("1", math.inf), ("2", -math.inf), ("3", math.nan)]
    assert "1 & $\\infty$ \\\\\n2 & $-\\infty$ \\\\\n3 & nan \\\\" in latex(tabbed(rows))
    assert '"class": ["1", "2", "3"],' in python(tabbed(rows))
    assert latex(tabbed(rows)).startswith("% Needs")


@given(names)
def test_no_letter_is_left_that_latex_reads_as_a_command(name):
    text = escaped(name)
    for sign in "&%#":
        assert text.count(sign) == name.count(sign) == text.count("\\" + sign)
    assert text.replace(r"\{", "").replace(r"\}", "").count("{") == text.replace(r"\{", "").replace(
        r"\}", ""
    ).count("}")


@pytest.mark.parametrize("key", PLOTS)
def test_every_figure_gives_all_forms_or_none(key):
    now = state()
    found = numbers_of(now, key)
    made = [latex_of(now, key), python_of(now, key)]
    assert [bool(text) for text in made] == [bool(found)] * 2
    if found:
        kept: dict = {}
        exec(made[1], kept)
        lines = found.count("\n")
        assert {len(column) for column in kept["data"].values()} == {lines - 1}
        assert made[0].count(r"\\") == lines


def test_latex_compiles(tmp_path):
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed")
    body = latex_of(state(), "values")
    (tmp_path / "a.tex").write_text(
        "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\n" + body + "\\end{document}\n"
    )
    subprocess.run(["pdflatex", "-halt-on-error", "a.tex"], cwd=tmp_path, check=True, capture_output=True)


def test_nothing_stays_nothing():
    assert (latex(""), python("")) == ("", "")


def test_heads_are_signs_in_latex_but_a_class_keeps_its_name():
    text = tabbed([("alpha", "alpha", "sigma(2s)"), (1, 2, 3)])
    assert r"$\alpha$ & alpha & $\sigma$(2s) \\" in latex(text)
