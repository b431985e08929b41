"""Bodies of callbacks: some as Dash would send them, the others with ever more that is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

from tests.fuzz.asking import MARK, Asked

PATH = b"/_dash-update-component"
KINDS = ("application/json", "application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded", "",
         "multipart/form-data; boundary=x", "application/json\x00", "APPLICATION/JSON")  # fmt: skip
NAMES = (
    "output",
    "outputs",
    "inputs",
    "state",
    "changedPropIds",
    "parsedChangedPropsIds",
    "__proto__",
    "",
    "id",
    "value",
)
TEXTS = ("panel.children", "selection", "data-state", "", "..a.b...c.d..", '{"index":["ALL"]}', "\0", "\ud800", f"<{MARK}>",
         "x" * 500, "../../etc", "a\r\nSet-Cookie: b", "{{7*7}}", "__class__", "\N{RIGHT-TO-LEFT OVERRIDE}")  # fmt: skip
NUMBERS = (0, -1, 2**63, 10**400, 1e308, -0.0, 0.1)


def _value(random: Random, depth: int = 0) -> object:
    sort = random.randrange(9 if depth < 4 else 6)
    if sort < 2:
        return random.choice(TEXTS)
    if sort < 3:
        return "".join(chr(random.randrange(1, 0xD7FF)) for _ in range(random.randrange(9)))
    if sort < 4:
        return random.choice(NUMBERS)
    if sort < 6:
        return random.choice((None, True, False))
    many = range(random.randrange(4))
    if sort < 7:
        return [_value(random, depth + 1) for _ in many]
    return {random.choice(NAMES): _value(random, depth + 1) for _ in many}


def _proper(random: Random) -> dict[str, object]:
    state = json.dumps({"select": random.choice(TEXTS), "map": random.choice(TEXTS)})
    return {
        "output": "panel.children",
        "outputs": {"id": "panel", "property": "children"},
        "inputs": [{"id": "selection", "property": "data-state", "value": state}],
        "changedPropIds": ["selection.data-state"],
        "state": [],
    }


def _spoilt(random: Random) -> dict[str, object]:
    body = _proper(random)
    for _ in range(random.randrange(1, 4)):
        name = random.choice(NAMES)
        if random.random() < 0.3:
            body.pop(name, None)
        elif random.random() < 0.3 and body.get("inputs"):
            body["inputs"] = [{**body["inputs"][0], random.choice(NAMES): _value(random)}] if isinstance(
                body["inputs"], list) and isinstance(body["inputs"][0], dict) else _value(random)  # fmt: skip
        else:
            body[name] = _value(random)
    return body


def _bytes(random: Random) -> bytes:
    content = bytearray(json.dumps(_spoilt(random)).encode())
    for _ in range(random.randrange(1, 6)):
        at = random.randrange(len(content))
        if random.random() < 0.5:
            content[at] = random.randrange(256)
        else:
            del content[at : at + random.randrange(1, 30)]
        if not content:
            break
    return bytes(content)


def _large(random: Random) -> bytes:
    count = random.choice((60_000, 65_536, 65_537, 70_000, 200_000))
    return random.choice((b"[", b'{"a":', b"1", b'"', b" ", b"\xff"))[:1] * count


MAKERS: tuple[tuple[int, Callable[[Random], bytes]], ...] = (
    (10, lambda random: json.dumps(_proper(random)).encode()),
    (45, lambda random: json.dumps(_spoilt(random)).encode()),
    (20, lambda random: json.dumps(_value(random)).encode()),
    (20, _bytes),
    (4, lambda random: random.randbytes(random.randrange(60))),
    (1, _large),
)


def bodies(count: int, seed: int = 1) -> Iterator[Asked]:
    """Requests for callbacks; one in fifty says wrongly, or not at all, what its body is."""
    random = Random(seed)
    weights = [weight for weight, _ in MAKERS]
    for _ in range(count):
        _, make = random.choices(MAKERS, weights)[0]
        kind = KINDS[0] if random.random() < 0.98 else random.choice(KINDS)
        headers = {"Accept": "text/html"} if random.random() < 0.1 else {}
        yield Asked("POST", PATH, random.choice((b"", b"", b"x=1")), headers, make(random), kind)
