"""What a browser reports of the widgets on a page: for each one its value, as soon as it is drawn."""

from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

Value = str | int | list[str] | None

_FIELDS = {
    "multiselect": "string_array_value",
    "button_group": "string_array_value",
    "date_input": "string_array_value",
    "selectbox": "string_value",
    "text_input": "string_value",
    "pagination": "int_value",
}


def reported(kind: str) -> bool:
    """Tell whether a browser reports the value of this kind of element before anyone touches it."""
    return kind in _FIELDS


def drawn_value(kind: str, element: Any) -> Value:
    """Read the value a widget is drawn with: what the server sets, else its default; None for no choice."""
    if kind in ("multiselect", "button_group"):
        if element.set_value:
            return list(element.raw_values)
        return [name_of(element.options[place]) for place in element.default]
    if kind == "selectbox":
        if element.set_value:
            return str(element.raw_value) if element.HasField("raw_value") else None
        return str(element.options[element.default]) if element.HasField("default") else None
    value = element.value if element.set_value else element.default
    return list(value) if kind == "date_input" else value


def name_of(option: Any) -> str:
    """Name an option as the browser reports it; those of a button group carry an icon besides."""
    return option if isinstance(option, str) else str(option.content)


def write(states: WidgetStates, identity: str, kind: str, value: Value) -> None:
    """Add one widget to what is reported; one in which nothing is chosen is not."""
    if value is None:
        return
    state: WidgetState = states.widgets.add(id=identity)
    field = _FIELDS[kind]
    if isinstance(value, list):
        values = getattr(state, field)
        values.data.extend(value)
        # An empty choice is a value as well.
        values.SetInParent()
    else:
        setattr(state, field, value)
