"""Whether a server can listen on an address, and a line that says why not."""

from __future__ import annotations

import errno
import os
import socket

_OTHER_HOST = ("host", "choose an address of this computer")
_REMEDIES = {
    errno.EADDRINUSE: ("port", "choose another port"),
    errno.EACCES: ("port", "choose a port from 1024"),
    errno.EADDRNOTAVAIL: _OTHER_HOST,
}
"""Error number → the setting that is wrong, and what to choose."""


class CannotListen(ValueError):
    """No server can listen on an address; the text says why, and what to choose. `setting`: host or port."""

    def __init__(self, host: str, port: int, error: OSError):
        wrong = "there is no such host" if isinstance(error, socket.gaierror) else error.strerror or str(error)
        unknown = _OTHER_HOST if isinstance(error, socket.gaierror) else ("host", "choose another")
        self.setting, right = _REMEDIES.get(error.errno or 0, unknown)
        super().__init__(f"cannot listen on {host}:{port} ({wrong}); {right}")


def check_listening(host: str, port: int) -> None:
    """Listen for a moment. Raises CannotListen. Port 0, for any free port, is always fine."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name == "posix":  # elsewhere the option would share a port that is in use
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except UnicodeError:  # a name of a host that is empty, too long or odd in another way
        raise CannotListen(host, port, socket.gaierror()) from None
    except OSError as error:
        raise CannotListen(host, port, error) from None
