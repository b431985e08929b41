"""Dash components: `Body`, the body with its nerves, `Solid`, the same in 3-D, and `Network`, the nerve graph.

>>> from atlas.components import Body, Network
>>> Body(id="body", selected="S1", layers=["nerves"])
Body(id='body', selected='S1', layers=['nerves'])

Import this package before you create the app: it tells Dash about the script and about the routes of the data. Where
that is not possible, or for other data or another language, call `serve_data`.
"""

from __future__ import annotations

from atlas import __version__
from atlas.components.body import Body
from atlas.components.network import Network
from atlas.components.routes import register, serve_data
from atlas.components.solid import Solid

__all__ = ["Body", "Network", "Solid", "__version__", "serve_data"]

register()
