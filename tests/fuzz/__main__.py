"""Feeds the reader with broken files by the thousand: `python -m tests.fuzz --inputs 20000 --seed 1`.

Whatever is handed over is either read or refused in a sentence: no other error, no more than five seconds of
work, less than a gigabyte of memory. What breaks this is kept in a folder, named after its fault.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tests.fuzz import inputs
from tests.fuzz.trial import Trial, Verdict


def main() -> int:
    """Run the trial; returns 1 if anything failed it."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"), metavar="DIR")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    slowest, largest, faults = Verdict(), 0, 0
    with Trial() as trial:
        for number, (kind, name, content) in enumerate(inputs.generate(arguments.inputs, arguments.seed)):
            verdict = trial.judge(name, content)
            counts[f"{kind}: {verdict.outcome}"] += 1
            slowest = max(slowest, verdict, key=lambda one: one.seconds)
            largest = max(largest, verdict.megabytes)
            if verdict.fault:
                faults += 1
                _keep(arguments.out, f"{number}-{name}", content, verdict)
            if number % 500 == 499:
                print(f"{number + 1:,} inputs, {faults} faults, largest {largest} MB", flush=True)
    for outcome, count in sorted(counts.items()):
        print(f"{count:7,}  {outcome}")
    print(f"slowest: {slowest.seconds:.2f} s; largest: {largest} MB; faults: {faults}")
    return 1 if faults else 0


def _keep(out: Path, name: str, content: bytes, verdict: Verdict) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(content)
    (out / f"{name}.fault.txt").write_text(verdict.fault, encoding="utf-8")
    print(f"FAULT {out / name}: {verdict.fault.strip().splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
