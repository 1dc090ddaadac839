from __future__ import annotations

import pytest

from explorer.paint.text import width_of
from explorer.ui.lettering import wrapped

CHINESE = "狗已标注，但 s = −0.80；所有显示的损失（“平滑 ZLPR”）都没有预测它。已经做过一次 softmax。"
SENTENCE = "expects targets that sum to 1; they sum to 2.30"


@pytest.mark.usefixtures("qapp")
class TestWrapped:
    def test_one_line_where_there_is_room(self):
        assert wrapped(SENTENCE, "name", 1000.0, 3) == (SENTENCE,)

    def test_lines_fit_hold_every_word_and_are_of_like_width(self):
        lines = wrapped(SENTENCE, "name", 240.0, 3)
        assert " ".join(lines) == SENTENCE
        assert len(lines) == 2
        widths = [width_of(line, "name") for line in lines]
        assert max(widths) <= 240.0
        assert min(widths) > 0.5 * max(widths)

    def test_what_is_too_much_is_elided(self):
        lines = wrapped(SENTENCE * 5, "name", 120.0, 2)
        assert len(lines) == 2
        assert lines[-1].endswith("…")

    @pytest.mark.parametrize("room", range(60, 400, 17))
    def test_chinese_is_broken_between_letters_but_before_no_mark(self, room):
        lines = wrapped(CHINESE, "name", float(room), 40)
        assert "".join(lines).replace(" ", "") == CHINESE.replace(" ", "")
        assert all(width_of(line, "name") <= room for line in lines)
        assert not any(line[0] in "，。；）”" or line[-1] in "（“" for line in lines)
        assert any("softmax" in line for line in lines)

    def test_nothing_is_no_line(self):
        assert wrapped("", "name", 100.0, 3) == ()
