"""Dash as the atlas uses it: it draws the panel, by scripts that come late and tell nothing of their server.

No callback runs on the server: what Dash would answer there is shut off here or refused in `atlas.web.errors`.
"""

from __future__ import annotations

import json
import pkgutil
import re
from html import escape

from dash import Dash
from dash.fingerprint import check_fingerprint

from atlas.web.caching import address_of, publish
from atlas.web.localized_pages import ROOT, Editions, from_root

_SUITE = re.compile(r'src="[^"]*_dash-component-suites/(\w+)/([^"?]+)')
_UNUSED = re.compile(r"deps/polyfill|^dcc/|dash_table")
"""Bundles that nothing on the page needs."""
_PREFIX = re.compile(r'("requests_pathname_prefix":)"[^"]*"')
_PROCESS = re.compile(r'("(?:end_id|python_version|dash_version|plotly_version|dash_version_url)":)"[^"]*"')
"""What Dash tells of the process that serves the page, which is nobody's business."""
_KEPT = ("/", "/_dash-layout", "/_dash-dependencies")
"""What is left of the addresses that Dash answers: the page, what Dash's scripts ask for when they start."""


class AtlasDash(Dash):
    """Dash with a page for each language, its figure in the first response, and no script before it is needed.

    Dash's scripts only draw the panel: the page fetches them itself, by the addresses it finds where Dash would start.
    `scripts_sent` holds their text.
    """

    editions: Editions

    def __init__(self) -> None:
        self._filled: dict[tuple[str, str], bytes] = {}
        super().__init__(
            "atlas",
            update_title=None,
            assets_external_path=None,
            include_assets_files=False,
            meta_tags=[{"name": "color-scheme", "content": "light dark"}],
            index_string="{%app_entry%}{%config%}{%scripts%}{%renderer%}",
            # named although most are off by themselves, for the environment could turn them on
            use_pages=False,
            enable_mcp=False,
            websocket_callbacks=False,
            background_callback_manager=None,
        )
        self.shut = {rule.endpoint for rule in self.server.url_map.iter_rules() if rule.rule not in _KEPT}
        self._addresses: list[str] = []
        self.scripts_sent: list[str] = []

    def publish_scripts(self) -> None:
        """Serve Dash's scripts under addresses that change with their content, and tell no version."""
        for package, path in _SUITE.findall(self._generate_scripts_html()):
            plain, _ = check_fingerprint(path)
            if _UNUSED.search(plain):
                continue
            content = pkgutil.get_data(package, plain)
            stem = re.match(r"[A-Za-z_-]+", plain.rpartition("/")[2])
            if content is None or stem is None:
                raise FileNotFoundError(f"the package {package} lacks {plain}")
            address = "/dash" + address_of(content, f"{stem[0]}.js")
            publish(self.server, address, content, "application/javascript")
            self._addresses.append(from_root(address))
            self.scripts_sent.append(content.decode())

    def index(self, *args: object, **kwargs: object) -> bytes:
        """The page that is asked for, filled in once.

        Dash would sign each page with a number of its own, by which callbacks in the background are told apart: there
        are none here, and a page that never is the same twice would be compressed, and kept, at every request.
        """
        asked = self.editions.asked()
        if asked not in self._filled:
            self._filled[asked] = super().index(*args, **kwargs).encode()
        return self._filled[asked]

    def interpolate_index(self, **kwargs: str) -> str:
        """Fill in the page that is asked for."""
        needed = escape(json.dumps(self._addresses))
        kwargs["app_entry"] = '<div id="react-entry-point"></div>'
        kwargs["scripts"], kwargs["renderer"] = "", f'<div id="_dash-renderer" data-src="{needed}"></div>'
        kwargs["config"] = _PROCESS.sub(r'\1""', _PREFIX.sub(rf'\1"{ROOT}"', kwargs["config"]))
        filled, up = self.editions.asked()
        for name, part in kwargs.items():
            filled = filled.replace(f"{{%{name}%}}", part)
        return filled.replace(ROOT, up)
