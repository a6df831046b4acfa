"""Runs Streamlit as its own command does, and collects garbage when told to by a signal."""

import gc
import signal

from streamlit.web.cli import main

SIGNAL = signal.SIGUSR1

if __name__ == "__main__":
    signal.signal(SIGNAL, lambda *_: gc.collect())
    main(prog_name="streamlit")
