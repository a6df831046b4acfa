"""The ink of words on a chart that must be read as easily as the page around it."""

# Streamlit's page puts the text colour of its theme, light or dark, in the place of this one.
TEXT = "#000037"
