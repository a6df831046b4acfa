from typing import Any

import pytest
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.DateInput_pb2 import DateInput
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.TextInput_pb2 import TextInput
from streamlit.proto.WidgetStates_pb2 import WidgetStates

from tests.benchmark import widgets
from tests.benchmark.widgets import Value

OPTIONS = ["a", "b"]


@pytest.mark.parametrize(
    ("kind", "element", "value"),
    [
        ("multiselect", MultiSelect(options=OPTIONS, default=[1]), ["b"]),
        ("multiselect", MultiSelect(options=OPTIONS, default=[1], raw_values=["a"], set_value=True), ["a"]),
        ("button_group", ButtonGroup(options=[ButtonGroup.Option(content="c")], default=[0]), ["c"]),
        ("selectbox", Selectbox(options=OPTIONS, default=1), "b"),
        ("selectbox", Selectbox(options=OPTIONS), None),
        ("text_input", TextInput(default="x"), "x"),
        ("text_input", TextInput(default="x", value="y", set_value=True), "y"),
        ("date_input", DateInput(default=["2021-06-30"]), ["2021-06-30"]),
    ],
)
def test_a_widget_is_drawn_with_what_the_server_sets_else_its_default(
    kind: str, element: Any, value: Value
) -> None:
    assert widgets.drawn_value(kind, element) == value


def test_an_empty_choice_is_reported_and_no_choice_is_not() -> None:
    states = WidgetStates()
    widgets.write(states, "several", "multiselect", [])
    widgets.write(states, "one", "selectbox", None)
    assert [(state.id, state.WhichOneof("value")) for state in states.widgets] == [
        ("several", "string_array_value")
    ]
