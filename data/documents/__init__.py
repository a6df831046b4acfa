"""Documents: briefings and reminders as DOCX, PDF and PPTX, with what the extra `report` installs."""
