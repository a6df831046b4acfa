"""The main script: compiled anew for whoever comes while nobody else is there, it holds next to nothing."""

from components import framed, turns

with turns.taken():
    framed.show()
