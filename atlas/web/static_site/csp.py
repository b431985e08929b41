"""The Content-Security-Policy of an exported page, in the page itself, because a static host sends no header for it."""

from __future__ import annotations

import re

from atlas.web.security_headers import hash_source, policy

_INLINE = re.compile(r"<script(?![^>]* src=)([^>]*)>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_DATA = re.compile(r'type="(?!application/javascript|text/plain)')
"""Script elements of other types hold data; those of type text/plain hold scripts that run when they are needed."""
_DISK = "file:"
"""Browsers differ in whether a page on a disk counts as its own origin, so files are allowed by their scheme too."""


def with_policy(html: str) -> str:
    """The page with a policy that allows its own files and exactly the scripts and styles that are inline in it."""
    scripts = [hash_source(script) for attributes, script in _INLINE.findall(html) if not _DATA.search(attributes)]
    styles = [hash_source(style) for style in _STYLE.findall(html)]
    csp = policy(script_src=[_DISK, *scripts], style_src=[_DISK, *styles], img_src=[_DISK])
    return html.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{csp}">', 1)
