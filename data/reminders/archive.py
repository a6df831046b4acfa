"""All reminders of a scope in one ZIP: for each organization a sheet and a text, under safe names."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from data import wording
from data.briefing.compose import compose
from data.briefing.progress import Progress, untold
from data.briefing.scope import Scope
from data.documents import packages
from data.reminders import message, owed, sheet
from data.reminders.letter import Letter

_LONGEST = 40


def write(scope: Scope, progress: Progress = untold) -> bytes:
    """Write the reminders of a scope; where nobody owes anything, one text says so."""
    found = owed.reminders(scope)
    paper = compose(scope, ())
    simulated = wording.text("reminders.simulated", scope.lang) if paper.simulated else ""
    letter = Letter(scope, replace(paper, simulated=simulated))
    day = scope.period.last
    blank = sheet.blank(letter.paper)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        for number, reminder in enumerate(found, 1):
            name = f"{number:0{len(str(len(found)))}}-{safe(reminder.organization)}"
            folder.writestr(packages.entry(f"{name}.docx", day), sheet.write(letter, reminder, blank))
            folder.writestr(packages.entry(f"{name}.txt", day), message.write(letter, reminder))
            progress(number / len(found))
        if not found:
            said = wording.text("reminders.none", scope.lang, day=letter.paper.day_text)
            folder.writestr(packages.entry("0.txt", day), said.encode("utf-8-sig"))
    return made.getvalue()


def safe(name: str) -> str:
    """Keep of a name what may stand in that of a file: letters, figures, hyphens, in any script."""
    return re.sub(r"[^\w-]+", "_", name).strip("_")[:_LONGEST] or "_"
