"""Breaks things while readers work: `python -m tests.faults --sessions 50 --seconds 600`.

Two replicas behind nginx, a sign-in service, readers of an open campaign, and departments and the office of
one with rights, who sign in and out. A replica is killed and comes back, the files are replaced, truncated,
deleted and restored, the disk for kept campaigns is full, the sign-in service is down, the clock goes wrong.
Whoever clicks must get right data, no traceback, nothing for others, and be served again within ten seconds
of when that can be. It takes a C compiler, for the clock, and to be root, for the disk.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.site import NOT_KEPT, VERSIONS, Site, course
from tests.faults.visitor import Findings, Visitor

_WITHIN = 10.0


async def run(site: Site, sessions: int, seconds: float) -> Findings:
    """Let readers work while all that happens."""
    findings, over = Findings(), asyncio.Event()
    visitors = [Visitor(site.nginx.url, number, findings, VERSIONS) for number in range(sessions)]
    working = [asyncio.create_task(visitor.work(over)) for visitor in visitors]
    events = [*course(site)]
    for event in events:
        findings.expired = event.expired or findings.expired
        known = len(findings.recoveries)
        await asyncio.to_thread(event.happen)
        findings.expired = event.expired
        if event.mends:
            findings.mended = time.monotonic()
        before = findings.counts()
        await asyncio.sleep(seconds / len(events))
        told = [f"{now - before[what]:6} {what}" for what, now in findings.counts().items()]
        slowest = max(findings.recoveries[known:], default=0.0)
        print(f"{event.words:30}{','.join(told)}, slowest recovery {slowest:4.1f} s", flush=True)
        if event is events[0]:
            # Until then all came at once to replicas that had drawn nothing yet.
            findings.recoveries.clear()
    over.set()
    await asyncio.gather(*working)
    return findings


def report(findings: Findings, log: str) -> bool:
    """Say what was found; return whether that is as it should be."""
    tracebacks = log.split("Traceback (most recent call last):")[1:]
    slowest = max(findings.recoveries, default=0.0)
    print(f"answers {findings.answers}; pages that said there is nothing to show {findings.unavailable}")
    print(f"asked to sign in {findings.doors}; signed in {findings.sign_ins}, out {findings.sign_outs} times")
    print(
        f"connections lost {findings.losses}; recoveries {len(findings.recoveries)}, slowest {slowest:.1f} s"
    )
    print(f"campaigns that could not be kept on the full disk {log.count(NOT_KEPT)}")
    print(f"tracebacks in the logs {len(tracebacks)}; wrong pages {findings.wrong.total()}")
    for words, count in findings.wrong.most_common(10):
        print(f"  {count} times {words}")
    for traceback in tracebacks[:1]:
        print(traceback[:4000])
    return not (findings.wrong or tracebacks or slowest > _WITHIN)


def main() -> int:
    """Run the trial; returns 1 if anything failed it."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--sessions", type=int, default=50, metavar="N")
    parser.add_argument("--seconds", type=float, default=600, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = Site(Path(scratch))
        print("the disk is", "one of its own" if site.disk.real else "a folder that takes nothing")
        try:
            findings = asyncio.run(run(site, arguments.sessions, arguments.seconds))
        finally:
            site.stop()
        right = report(findings, site.logged())
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
