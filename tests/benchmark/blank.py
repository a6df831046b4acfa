"""The floor: a page that shows one word costs what Streamlit itself costs."""

import streamlit as st

st.text("blank")
