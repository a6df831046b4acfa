"""The ink of words on a chart that must be read as easily as the page around it."""

# Streamlit's page puts the text colour of its theme, light or dark, in the place of this one.
TEXT = "#000037"
# The colour of the page, and of a surface that stands out from it a little.
PAGE, SURFACE = "#000038", "#000039"
# Amounts of the theme, ten from little to much: what is dark in the light theme is light in the dark one.
AMOUNTS = tuple(f"#0000{number}" for number in range(11, 21))
