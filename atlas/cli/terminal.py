"""What every command has in common on a terminal: any encoding, JSON that is always valid, and errors in one line."""

from __future__ import annotations

import codecs
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any, NoReturn

import click

_PLAIN = {
    "→": "->",
    "←": "<-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "·": "-",
    "•": "*",
    "×": "x",
    "÷": "/",
    "±": "+/-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~",
    "°": " degrees",
    "µ": "u",
    "μ": "u",
    "½": "1/2",
    "✓": "+",
    "✗": "x",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "ß": "ss",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
}
"""A character → how it is written where an encoding lacks it. Letters with accents lose them."""
_HANDLER = "nerve-atlas-plain"


def _plainer(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _PLAIN.get(character) or letter or "?"


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Characters that an encoding lacks, in ASCII; `?` for one that has no such form."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plainer, error.object[error.start : error.end])), error.end


def use_any_encoding() -> None:
    """Let standard output and error write characters that their encoding lacks in a plainer form."""
    codecs.register_error(_HANDLER, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def print_json(value: Any) -> None:
    """Print a value as JSON. Characters that the shell's encoding lacks are escaped, so that none is changed."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    click.echo(text)


def fail(message: str, code: int = 2) -> NoReturn:
    """Print one line to stderr and exit."""
    with suppress(OSError):
        click.echo(f"nerve-atlas: {' '.join(message.split())}", err=True)
    raise SystemExit(code)


def reason_of(error: OSError) -> str:
    """Why a file could not be read or written, in the words of the system."""
    return error.strerror or " ".join(str(error).split()) or type(error).__name__


def _drop_output() -> None:
    """Forget what could not be printed, which Python would try again, and complain about, when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def errors_in_one_line() -> Iterator[None]:
    """Turn wrong arguments, and what the system refuses, into one line and exit code 2."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as missing:
        missing.show()
        raise SystemExit(missing.exit_code) from None
    except click.UsageError as wrong:
        see = f"; see `{wrong.ctx.command_path} --help`" if wrong.ctx else ""
        fail(wrong.format_message().strip().removesuffix(".") + see, wrong.exit_code)
    except click.ClickException as wrong:
        fail(wrong.format_message(), wrong.exit_code)
    except click.Abort:
        fail("stopped", 130)
    except OSError as error:
        _drop_output()
        what = f"cannot read or write {error.filename or 'the output'} ({reason_of(error)})"
        fail(what if error.errno else reason_of(error))
