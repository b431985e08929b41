"""What an exported page may run and ask for, told in the page itself, for a host of files tells nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<script(?![^>]* src=)([^>]*)>(.*?)</script>", re.S)
_RUNS = re.compile(r'type="(?!application/javascript|text/plain)')
"""Blocks of another type hold answers; those of plain text hold scripts that are run when they are asked for."""
_HEAD = re.compile(r"<head>")


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def guarded(html: str) -> str:
    """The page with its policy: the scripts that stand in it and beside it, and nothing from anywhere else.

    Browsers differ in whether a page on a disk is its own origin, so files are named beside it.
    """
    inline = [script for told, script in _INLINE.findall(html) if not _RUNS.search(told)]
    scripts = " ".join(["'self'", "file:", *dict.fromkeys(map(_hash, inline))])
    policy = f"script-src {scripts}; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    return _HEAD.sub(f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', html, count=1)
