# ruff: noqa: E501 - one case a line
"""Pasted and printed forms: torch, NumPy, Python, assignments, tables with blanks; nothing is run."""

import numpy as np
import pytest

from explorer.study.importers import ImportFailure, read_text
from explorer.study.importers.literal_table import TWO_READ
from tests.study.strategies import same

NAN, INF = float("nan"), float("inf")


def refusal(text):
    with pytest.raises(ImportFailure) as caught:
        read_text(text, "x")
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tensor([[1.5000, -2.0000],\n        [0.0000, 1.e-05]], device='cuda:0', dtype=torch.float16, grad_fn=<AddmmBackward0>, requires_grad=True)", [[1.5, -2], [0, 1e-5]]),
        ("torch.tensor([[1, 2]], device=device(type='cuda', index=0)).cuda()", [[1, 2]]),
        ("Parameter containing:\ntensor([[1., 2.]], requires_grad=True)", [[1, 2]]),
        ("tensor([1., nan, -inf, inf])", [[1, NAN, -INF, INF]]),
        ("tensor([[ True, False]])", [[1, 0]]),
        ("array([[1., 2.],\n       [3., 4.]], dtype=float32)", [[1, 2], [3, 4]]),
        ("[[1. 2.]\n [3. 4.]]", [[1, 2], [3, 4]]),
        ("[[ 1.  -2. ]\n [nan  inf]]", [[1, -2], [NAN, INF]]),
        ("np.array([[1, 2]], np.float32)", [[1, 2]]),
        ("Array([[1., 2.]], dtype=float32)", [[1, 2]]),
        ("<tf.Tensor: shape=(1, 2), dtype=float32, numpy=array([[1., 2.]], dtype=float32)>", [[1, 2]]),
        ("[np.float64(1.5), np.float32(2)]", [[1.5, 2]]),
        ("[float('nan'), np.inf, -np.inf, −1, 1_000, .5, 5.]", [[NAN, INF, -INF, -1, 1000, 0.5, 5]]),
        ("([1, 2], [3, 4])", [[1, 2], [3, 4]]),
        ("[(1, 2), (3, 4),]", [[1, 2], [3, 4]]),
        ("[1, 2]\n[3, 4]\n[5, 6]", [[1, 2], [3, 4], [5, 6]]),
        ("logits = [[1, 2]]  # of the last batch", [[1, 2]]),
        ("self.logits = torch.tensor([[1, 2]])", [[1, 2]]),
        ("logits tensor([[1., 2.]])", [[1, 2]]),
        (">>> logits\ntensor([[1., 2.]])", [[1, 2]]),
        ("Out[3]: \ntensor([[1., 2.]])", [[1, 2]]),
        ("```python\n[[1, 2]]\n```", [[1, 2]]),
        ("1 2 3\n4 5 6", [[1, 2, 3], [4, 5, 6]]),
        ("1,5  2,5", [[1.5, 2.5]]),
        ("   a    b\n0  1.5  2\n1  3  nan\n\n[2 rows x 2 columns]", [[1.5, 2], [3, NAN]]),
        ("# a b\n1 2", [[1, 2]]),
        ("0,1,2\n5,6,7", [[5, 6, 7]]),
    ],
)  # fmt: skip
def test_what_is_read(text, wanted):
    assert same(read_text(text).arrays()[0], np.array(wanted, dtype=float))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("logits = [[1.5, 2], [3, 4]]\ntargets = tensor([[0, 1], [1, 0]])", None),
        ("targets = [[0, 1], [1, 0]]; logits = [[1.5, 2], [3, 4]]", None),
        ("{'logits': [[1.5, 2], [3, 4]], 'targets': np.array([[0, 1], [1, 0]]), 'classes': ['class 1', 'class 2'], 'samples': ['x', 'y']}", None),
        ("tensor([[1.5, 2], [3, 4]])\ntensor([[0, 1], [1, 0]])", TWO_READ),
        ("(tensor([[1.5, 2], [3, 4]]), tensor([[0, 1], [1, 0]]))", TWO_READ),
        ("a = [[1.5, 2], [3, 4]]\nb = [[0, 1], [1, 0]]", "Read 'a' as logits and 'b' as targets."),
        ("{'logits': [1.5, 2], 'labels': [0, 1]}\n{'logits': [3, 4], 'labels': [1, 0]}", None),
        ("1.5,2\n3,4\n\n0,1\n1,0", TWO_READ),
        ("class 1,class 2\n1.5,2\n3,4\n\nclass 2,class 1\n1,0\n0,1", TWO_READ),
        ("targets\n0,1\n1,0\n\nlogits\n1.5,2\n3,4", TWO_READ),
    ],
)  # fmt: skip
def test_logits_and_targets(text, note):
    table = read_text(text)
    assert [part.tolist() for part in table.arrays()] == [[[1.5, 2], [3, 4]], [[0, 1], [1, 0]]]
    assert table.classes == ("class 1", "class 2")
    assert table.notes == (() if note is None else (note,))


def test_a_header_of_counted_columns_is_said():
    assert "Line 1 ('0' to '2') was read as a header." in read_text("0,1,2\n5,6,7").notes
    assert "Line 1 ('0', '1') was read as numbers; a header needs names." in read_text("0,1\n5,6").notes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[1. 2. ... 3.]]", "x: line 1, column 9: '...' stands for numbers left out; allowed is a print in full: "),
        ("[1, 2 3]", "x: line 1, column 7: '3' follows without a comma; allowed is one between two values"),
        ("[1 2, 3]", "x: line 1, column 5: ',' is not expected here; allowed is one between two values"),
        ("[1,, 2]", "x: line 1, column 4: ',' is not expected here; allowed is one between two values"),
        ("[[1,\n 2x]]", "x: line 2, column 2: '2x' cannot be read; allowed are numbers, texts, lists, tensor(...) and array(...)"),
        ("[1-2]", "x: line 1, column 2: '1-2' cannot be read; "),
        ("[1, (2]", "x: line 1, column 7: ']' closes nothing that is open; allowed are brackets in pairs"),
        ("[__import__('os').system('true')]", "x: line 1, column 2: '__import__' cannot be read; "),
        ("[eval('1')]", "x: line 1, column 2: 'eval' cannot be read; "),
        ("tensor([1], x=__import__('os').system('true'))", "x: line 1, column 15: '__import__' cannot be read; "),
        ("tensor(indices=tensor([[0]]), values=tensor([1.]), size=(2,), nnz=1)", "x: line 1, column 8: 'indices=tensor' cannot be read"),
        ("['cat", "x: line 1, column 2: ''cat' is a text without an end"),
        ("[" * 100_000, "x: line 1, column 17: '[' opens lists in lists without end; allowed are 16 levels"),
        ("[1]\n[2]\n{'a': 3}", "x: the text: '3 tables' cannot be read; allowed are two: logits, then targets"),
        ("{'a' 1}", "x: line 1, column 6: '1' follows without a comma"),
        ("logits =", "x: no rows after the header in line 1"),
    ],
)  # fmt: skip
def test_what_is_refused_and_how_it_is_said(text, message):
    assert refusal(text).startswith(message)
