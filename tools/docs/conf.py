"""The configuration of Sphinx. `python -m tools.docs` collects the pages and builds them with it."""

from __future__ import annotations

from importlib.metadata import version as version_of

project = "Nerve Atlas"
author = "Nerve Atlas contributors"
copyright = "Nerve Atlas contributors. Code MIT, facts and figures CC BY 4.0. For education only, not for diagnosis."
release = version_of("nerve-atlas")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.intersphinx"]
# the addresses of other projects would need a network
intersphinx_mapping: dict[str, tuple[str, str | None]] = {}

# pages
myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_heading_anchors = 3
# a link to anything but a page or an address is a mistake
myst_url_schemes = ["http", "https", "mailto"]

# docstrings write code between single backticks
default_role = "code"
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_use_legacy_class_based = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 80
add_module_names = False

# the site, without anything from another server
html_theme = "furo"
html_title = "Nerve Atlas"
html_static_path = ["static"]
html_css_files = ["docs.css"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
