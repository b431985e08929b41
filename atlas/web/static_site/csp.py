"""What an exported page may run and ask for, told in the page itself, for a host of files tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atlas.web.security_headers import hashed, inserted, policy

_INLINE = re.compile(r"<script(?![^>]* src=)([^>]*)>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_RUNS = re.compile(r'type="(?!application/javascript|text/plain)')
"""Blocks of another type hold answers; those of plain text hold scripts that are run when they are asked for."""
_HEAD = re.compile(r"<head>")
_DISK = "file:"
"""Browsers differ in whether a page on a disk is its own origin, so files are named beside it."""


def guarded(html: str, beside: Iterable[bytes]) -> str:
    """The page with its policy: what stands in it and beside it, and nothing from anywhere else.

    `beside`: the scripts that stand beside it.
    """
    inline = [script for told, script in _INLINE.findall(html) if not _RUNS.search(told)]
    styles = [hashed(style) for style in _STYLE.findall(html)]
    styles += [source for script in (*inline, *(text.decode() for text in beside)) for source in inserted(script)]
    told = policy(script_src=[_DISK, *map(hashed, inline)], style_src=[_DISK, *styles], img_src=[_DISK])
    return _HEAD.sub(f'<head><meta http-equiv="Content-Security-Policy" content="{told}">', html, count=1)
