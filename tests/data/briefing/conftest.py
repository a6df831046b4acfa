"""The briefing of the simulated campaign, which several tests read."""

import pytest

from data import reading
from data.briefing import scope
from data.briefing.compose import compose
from data.briefing.content import Briefing
from data.briefing.period import ending
from data.filters import Filters
from tests.data.briefing.by_hand import NOW
from tests.data.test_lights_recomputed import FOLDER


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    return compose(scope.of(reading.read(FOLDER), ending(NOW), Filters(), "zh"))
