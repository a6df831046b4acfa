"""The web application: the frame, served by Streamlit."""

import streamlit as st

# The main script lies in components/, where no pages/ stands: otherwise Streamlit would open /item, asked
# for first on a fresh process, without the frame.
app = st.App("components/frame.py")
