"""`export` of story files of a foreign hand: one line for what cannot be shown, never a traceback."""

import pytest

from tests.study.test_stories_foreign import changed, step_of

pytestmark = pytest.mark.usefixtures("qapp")  # the one that tests of widgets need too


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: step_of(found)["numbers"][0].update(loss="bcee"), "no loss 'bcee'"),
        (lambda found: step_of(found)["numbers"][0].update(within="inf"), "allowed are finite numbers"),
        (lambda found: step_of(found)["study"].update(classes=10**9), "allowed are up to 1,000,000"),
        (
            lambda found: step_of(found)["study"].update(losses=[{"loss": "r_drop", "other_logits": 0.5}]),
            "other_logits is no setting",
        ),
    ],
)
def test_a_fault_is_one_line(run, tmp_path, change, said):
    path = tmp_path / "foreign.story.json"
    path.write_text(changed(change), encoding="utf-8")
    done = run("export", path, "-o", tmp_path / "x.pdf")
    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("ending", ["pdf", "html", "png"])
def test_an_unknown_card_is_a_message_and_an_empty_card(run, tmp_path, ending):
    path, made = tmp_path / "foreign.story.json", tmp_path / f"x.{ending}"
    path.write_text(changed(lambda found: step_of(found).update(cards=["hologram"])), encoding="utf-8")
    done = run("export", path, "-o", made)
    assert done.status == 0
    assert "no figure 'hologram'" in done.err
    assert made.stat().st_size > 1000


def test_a_state_that_is_too_large_for_a_picture_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr("explorer.study.embedding.LONGEST", 100)
    path = tmp_path / "foreign.story.json"
    path.write_text(changed(lambda found: None), encoding="utf-8")
    done = run("export", path, "-o", tmp_path / "x.png")
    assert done.status == 2
    assert "--step 1: the state has" in done.err
    assert done.err.count("\n") == 1
