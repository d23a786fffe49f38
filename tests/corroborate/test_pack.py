from __future__ import annotations

from tests.store.happenings import READINGS
from tocsin.corroborate.pack import packed, unpacked
from tocsin.corroborate.profile import profile_of


def test_a_profile_comes_back_as_it_was() -> None:
    for reading in READINGS:
        profile = profile_of(reading, reading.events)
        back = unpacked(packed(profile))
        assert back == profile
        assert list(back.names) == list(profile.names)
