"""The command that shows what the places of a text may be."""

import json

from click.testing import CliRunner

from marsad.cli import main

TEXT = "اعتقل الجيش اللبناني ثلاثة مسلحين في طرابلس."


def test_candidates_are_shown_with_scores_and_reasons():
    result = CliRunner().invoke(main, ["where", TEXT])
    assert result.exit_code == 0
    assert "«طرابلس» → Tripoli, LBN" in result.output
    assert "LBY" in result.output
    assert "which the article speaks of" in result.output


def test_json_has_the_choice_and_all_candidates():
    result = CliRunner().invoke(main, ["where", "--json", "--most", "2", "-"], input=TEXT)
    [place] = json.loads(result.output)
    assert TEXT[slice(*place["span"])] == place["words"] == "طرابلس"
    assert place["chosen"]["country"] == "LBN"
    assert len(place["candidates"]) == 2
    assert place["further"] >= 1
    assert place["candidates"][0]["score"] > place["candidates"][1]["score"]


def test_no_place_is_said_in_words():
    assert CliRunner().invoke(main, ["where", "رحبت واشنطن بالاتفاق."]).output == "no place is named\n"


def test_text_without_words_is_refused_in_one_line():
    result = CliRunner().invoke(main, ["where", " "])
    assert result.exit_code == 2
    assert result.output.startswith("marsad: ")
