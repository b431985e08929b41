"""What the components have in common: how Dash knows them, and which arguments become props."""

from __future__ import annotations

import inspect
from typing import Any, ClassVar, Literal

from dash.development.base_component import Component

Theme = Literal["light", "dark", "projector", "print", "auto"]
Side = Literal["right", "left"]


class AtlasComponent(Component):
    """A component whose props are the arguments of its `__init__`. A prop that is None is not sent."""

    _namespace = "nerve_atlas"
    _base_nodes: ClassVar[list[str]] = []
    _valid_wildcard_attributes: ClassVar[list[str]] = []

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._type = cls.__name__
        cls._prop_names = [name for name in inspect.signature(cls.__init__).parameters if name != "self"]


def given(arguments: dict[str, Any]) -> dict[str, Any]:
    """The props among the local variables of an `__init__`: those that have a value.

    >>> given({"self": 1, "__class__": 2, "id": "body", "map": None})
    {'id': 'body'}
    """
    return {name: value for name, value in arguments.items() if value is not None and name not in _NO_PROPS}


_NO_PROPS = {"self", "__class__"}
