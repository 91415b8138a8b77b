"""Reading leaves no reference cycle, so that the collector may rest."""

import gc

from marsad.collector import SELDOM, collect_seldom, collector_paused
from marsad.page import read_fields
from marsad.reader import Reader

TEXT = "قال وزير الدفاع إن الجيش قصف مواقع المسلحين. وأضاف الوزير أن الهجوم أسفر عن مقتل خمسة منهم."


def test_an_article_is_freed_without_a_search_for_cycles(reader: Reader):
    page = read_fields("", TEXT)
    reader.read_page(page)
    gc.collect()
    with collector_paused():
        reader.read_page(page)
        assert gc.collect() == 0


def test_the_setting_is_put_back_as_it_was_found():
    for setting in (gc.enable, gc.disable):
        setting()
        before = gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() == before
    gc.enable()


def test_searches_are_seldom_where_page_after_page_is_read():
    before = gc.get_threshold()
    collect_seldom()
    assert gc.get_threshold() == SELDOM
    gc.set_threshold(*before)
