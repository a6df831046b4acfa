"""The run itself is kept out of the tests; that it can be repeated is not."""

from tests.fuzz import inputs


def test_the_same_seed_gives_the_same_inputs() -> None:
    first, again = (list(inputs.generate(20, 1)) for _ in range(2))
    assert first == again
    assert len({kind for kind, _, _ in first}) > 5
