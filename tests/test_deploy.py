"""What deploy/ and the page on hosting say of the program is true of it."""

import re

import pytest
import yaml

from tests.conftest import PROJECT

VARIABLE = re.compile(r"\bCAMPAIGN[A-Z_]+\b")
RUNS = ("app.py", "components", "data", "pages", ".streamlit/config.toml", "docs/openapi.json")


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def asked_for() -> set[str]:
    """Find the variables that the program asks for."""
    sources = [path for part in ("components", "data") for path in (PROJECT / part).rglob("*.py")]
    calls = (
        re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", path.read_text(encoding="utf-8"))
        for path in sources
    )
    return {name for found in calls for name in found if VARIABLE.fullmatch(name)}


@pytest.mark.parametrize("page", ["docs/hosting.md", "docs/hosting.zh.md"])
def test_every_variable_is_explained_and_none_that_nobody_asks_for(page: str) -> None:
    explained = set(re.findall(r"^\| `(CAMPAIGN[A-Z_]+)` \|", read(page), re.MULTILINE))
    assert explained == asked_for()


def test_what_is_set_for_replicas_is_asked_for() -> None:
    set_there = set(re.findall(r"^(CAMPAIGN[A-Z_]+)=", read("deploy/environment"), re.MULTILINE))
    assert set_there
    assert set_there <= asked_for()


@pytest.mark.parametrize("page", ["docs/hosting.md", "docs/hosting.zh.md"])
def test_replicas_start_with_the_machine(page: str) -> None:
    (target,) = re.findall(r"^WantedBy=(.+)$", read("deploy/systemd/campaign-board@.service"), re.MULTILINE)
    assert re.search(rf"systemctl enable --now .*{re.escape(target)}", read(page))


def test_the_image_holds_all_that_runs_and_no_secret() -> None:
    image, left_in = read("deploy/Dockerfile"), read("deploy/Dockerfile.dockerignore")
    for name in RUNS:
        assert re.search(rf"^COPY {re.escape(name)} ", image, re.MULTILINE), name
        assert f"!{name}" in left_in.splitlines(), name
    assert left_in.splitlines()[1] == "*"
    assert "secrets" not in image + left_in
    assert re.search(r"^USER \d+$", image, re.MULTILINE)


def test_containers_run_with_no_more_rights_than_they_need() -> None:
    services = yaml.safe_load(read("deploy/compose.yaml"))["services"]
    for name in ("board-1", "board-2"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
        assert "ports" not in services[name]
    named = re.findall(r"server ([\w-]+):8501", read("deploy/nginx/replicas.compose.conf"))
    assert named == ["board-1", "board-2"]


@pytest.mark.parametrize("page", ["hosting", "hosting.zh", "api", "api.zh"])
def test_every_file_a_page_points_to_exists(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(f"docs/{page}.md"))
    assert links
    assert not [link for link in links if not (PROJECT / "docs" / link).exists()]
