"""What the finish page and the offer to resume share."""

import pytest
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.summary.summary_page import SummaryPage
from tests.support.page_situations import page_situations
from tests.support.pages import in_sizes, overlaps
from tests.support.situations import runners_workout

PAGES = page_situations(runners_workout(), DARK)


@pytest.mark.parametrize("situation", ["finish", "resume"])
def test_a_warning_is_shown_while_it_holds(qtbot: QtBot, situation: str) -> None:
    """It lies apart from all else and says where the trouble is, on two lines where it must."""
    page = PAGES[situation]()
    assert isinstance(page, SummaryPage)
    plate = page.findChildren(WarningPlate)[0]

    for size in in_sizes(qtbot, page):
        page.show_notice("Sets are not being saved: no space left on the device")
        shown, crossed = plate.shown, overlaps(page)
        page.show_notice(None)

        assert "Sets are not being saved: no space left on the device" == " ".join(shown), size
        assert [] == crossed, size
        assert not plate.isVisible()
