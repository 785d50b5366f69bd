"""A demo is light: no detector compiles a loop for so small a world, and nothing draws with a library that a page can do without."""


def test_a_demo_with_every_detector_imports_nothing_heavy(shown_demo):
    _, told = shown_demo
    assert not told["loaded"]
    assert not told["skipped"]
    assert told["ran"] >= 20
    assert told["peak_mb"] <= 560  # 520 to 525 measured on two cores; 400 is what we want
