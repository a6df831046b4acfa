"""What was written reads back the same, in every form and language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import reading, writers
from data.campaign import Campaign
from data.wording import LANGUAGES
from tests.data import generated
from tests.data.same import assert_same


def _again(campaign: Campaign, form: str, lang: str = "zh") -> Campaign:
    content = writers.write(campaign, form, lang, masked=False)
    return reading.read_content(f"campaign{writers.ENDINGS[form]}", content)


@pytest.mark.parametrize("form", writers.ENDINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hand_written_campaign_reads_back_the_same(form: str, lang: str, moe: Path) -> None:
    campaign = reading.read(moe)
    again = _again(campaign, form, lang)
    assert_same(campaign, again)
    assert again.problems == ()


@pytest.mark.parametrize("form", writers.ENDINGS)
def test_a_large_campaign_reads_back_the_same(form: str, simulated: Path) -> None:
    campaign = reading.read(simulated)
    assert_same(campaign, _again(campaign, form))


@pytest.mark.parametrize("form", writers.ENDINGS)
@settings(max_examples=settings().max_examples // 14, suppress_health_check=list(HealthCheck))
@given(content=generated.contents(), lang=st.sampled_from(LANGUAGES))
def test_whatever_was_read_reads_back_the_same(form: str, content: dict[str, Any], lang: str) -> None:
    campaign = reading.read_content("campaign.yaml", generated.written(content))
    assert_same(campaign, _again(campaign, form, lang))
