"""Times the data layer on a simulated campaign: `python -m tests.benchmark.data_layer --help`."""

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from data import filters, reading
from data.campaign import Campaign
from data.history import changes
from data.standing import stand, urgency
from tests.server import PROJECT

ROUNDS = 5


def timed(name: str, work: Callable[[], object], rounds: int = ROUNDS) -> None:
    """Print the first run, which fills what is remembered, and the median of the later ones."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    later = f"{statistics.median(seconds[1:]) * 1000:10.1f}" if rounds > 1 else " " * 10
    print(f"{name:44} {seconds[0] * 1000:10.1f} {later}", flush=True)


def simulate(folder: Path, items: int, readings: int, leads: int, seed: int = 11) -> Path:
    """Write a simulated campaign in a process of its own."""
    amounts = {"--items": items, "--readings": readings, "--leads": leads, "--seed": seed}
    options = [text for name, value in amounts.items() for text in (name, str(value))]
    subprocess.run(
        [sys.executable, "-m", "data", "simulate", *options, "--out", str(folder.absolute())],
        check=True,
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
    )
    return folder


def as_yaml(campaign: Campaign, path: Path) -> Path:
    """Write the items as one YAML file, as a person would who keeps all in one."""
    shown = ("id", "code", "title", "title.en", "problem", "commitment", "owner", "status", "note")
    items = campaign["items"][[name for name in shown if name in campaign["items"]]].astype(str)
    rows = [{name: value for name, value in row.items() if value} for row in items.to_dict("records")]
    for row, lead, deadline in zip(
        rows, campaign["items"]["lead"].astype(str), campaign["items"]["deadline"], strict=True
    ):
        row |= {"title": {"zh": row["title"], "en": row.pop("title.en", "")}, "lead": lead}
        row["deadline"] = "" if deadline is None or deadline != deadline else f"{deadline:%Y-%m-%d}"
    content = {"campaign": {"title": "YAML"}, "items": rows}
    path.write_text(yaml.dump(content, allow_unicode=True, Dumper=yaml.CSafeDumper), encoding="utf-8")
    return path


def measure(folder: Path, scratch: Path) -> None:
    """Time everything between the files and a page."""
    campaign = reading.read(folder)
    day = campaign.settings.today()
    counts = ", ".join(
        f"{len(frame):,} {table}" for table, frame in campaign.tables.items() if len(frame) > 999
    )
    print(f"{counts}\n{'milliseconds':44} {'first':>10} {'later':>10}")
    timed("read the folder of CSV", lambda: reading.read(folder), rounds=3)
    timed("read items.csv alone", lambda: reading.read(folder / "items.csv"), rounds=3)
    one_file = as_yaml(campaign, scratch / "one.yaml")
    timed("read the items as one YAML file", lambda: reading.read(one_file), rounds=3)
    timed("replay, project and judge", lambda: stand(campaign, day))
    standing, before = stand(campaign, day), stand(campaign, day - dt.timedelta(days=30))
    timed("order by urgency", lambda: urgency(standing))
    timed("what changed in 30 days", lambda: changes(campaign, before, standing))
    wanted = filters.Filters(lights=("red",), text="a")
    timed("filter by light and text", lambda: filters.select(campaign, standing, wanted))


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("items", 10_000), ("readings", 1_000_000), ("leads", 200_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = simulate(Path(scratch) / "campaign", chosen.items, chosen.readings, chosen.leads)
        measure(folder, Path(scratch))


if __name__ == "__main__":
    main()
