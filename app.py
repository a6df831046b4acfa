"""The web application: the frame, served by Streamlit."""

import streamlit as st


def tell(error: Exception) -> bool:
    """Show a reader that something failed; imported late, since the frame is not there before the app is."""
    from components import notices

    return notices.failed(error)


# The main script lies in components/, where no pages/ stands: otherwise Streamlit would open /item, asked
# for first on a fresh process, without the frame.
app = st.App("components/frame.py", on_script_error=tell)
