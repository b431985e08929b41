"""How much text fits in a box, without the fonts: letters are taken a little wider than those of Arial are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

LINE_HEIGHT, GAP = 1.2, 0.35
"""The height of a line and the space between paragraphs, in ems."""
_CLASSES = (
    (0.31, "iljI.,;:'|!/()[] tf\u00b7-\u2019"),
    (0.4, 'r"*'),
    (0.52, "ckvxyzsJ"),
    (0.88, "mMWw%@"),
    (1.02, "\u2192\u2014\u2026"),
    (0.76, "ABCDEGHKNOPQRSUVXYZ&\u00c4\u00d6\u00dc\u00c1\u00c9\u00d3\u00da\u00d1"),
)
_OTHERS = 0.58
_WIDTHS = {letter: width for width, letters in _CLASSES for letter in letters}
_BOLD = 1.08
FEWEST_NAMES = 2
"""A list is not shortened to fewer names."""


@dataclass(frozen=True)
class Block:
    """A paragraph of a slide. `heading`: a bold word before it, or empty. `names`: a list that may be shortened; then
    `text` is empty. `more`: how the shortened list ends, with `{n}`."""

    heading: str = ""
    text: str = ""
    names: tuple[str, ...] = ()
    more: str = ""

    @property
    def body(self) -> str:
        """The text without the heading."""
        return self.text or "; ".join(self.names)

    def shortened(self, most: int) -> Block:
        """The same with a shorter list of names."""
        left = len(self.names) - most
        if left < 2:
            return self
        return Block(self.heading, f"{'; '.join(self.names[:most])} {self.more.format(n=left)}")


def width_of(text: str, size: float, bold: bool = False) -> float:
    """An upper bound for the width of a text on one line, in the unit of `size`."""
    return size * sum(_WIDTHS.get(letter, _OTHERS) for letter in text) * (_BOLD if bold else 1.0)


def lines_of(text: str, size: float, width: float, bold: bool = False) -> int:
    """How many lines a text needs at most in a box of this width. Words are never divided, unless they are wider.

    >>> lines_of("a short line", 10, 200), lines_of("a short line", 10, 40)
    (1, 2)
    """
    lines, used = 1, 0.0
    space = width_of(" ", size, bold)
    for word in text.split():
        needed = width_of(word, size, bold)
        if used and used + space + needed > width:
            lines, used = lines + 1, 0.0
        lines += int(needed // width)
        used = used + needed + (space if used else 0.0)
    return lines


def height_of(blocks: Sequence[Block], size: float, width: float) -> float:
    """The height that these paragraphs need at most."""
    texts = [f"{block.heading} {block.body}".strip() for block in blocks]
    lines = sum(lines_of(text, size, width) for text in texts)
    return size * (lines * LINE_HEIGHT + GAP * max(0, len(blocks) - 1))


def _sentences(text: str) -> list[str]:
    parts = text.replace("? ", "?\n").replace("! ", "!\n").replace(". ", ".\n").split("\n")
    return [part for part in parts if part]


def _without_last_sentence(blocks: list[Block]) -> list[Block]:
    last = blocks[-1]
    kept = " ".join(_sentences(last.text)[:-1])
    return [*blocks[:-1], replace(last, text=kept)] if kept else blocks[:-1]


def _with_shortened_lists(blocks: Sequence[Block], fits: Callable[[Sequence[Block]], bool]) -> list[Block] | None:
    """The paragraphs with lists that are as long as they can be; None if even the shortest do not fit."""
    longest = max((len(block.names) for block in blocks), default=0)
    most = [longest] * len(blocks)

    def shown() -> list[Block]:
        return [block.shortened(count) for block, count in zip(blocks, most, strict=True)]

    while not fits(shown()):
        if most[0] <= FEWEST_NAMES:
            return None
        most = [count - 1 for count in most]
    for n in range(len(blocks)):  # what is left may hold more of one list
        while most[n] < longest and fits([*shown()[:n], blocks[n].shortened(most[n] + 1), *shown()[n + 1 :]]):
            most[n] += 1
    return shown()


def fitted(
    blocks: Sequence[Block], sizes: Sequence[float], width: float, height: float
) -> tuple[list[Block], float, bool]:
    """The paragraphs that fit in a box, the size of their type, and whether something was left out.

    The largest size that holds everything is taken. At the smallest one lists are shortened, then sentences are left
    out from the end.
    """

    def fits(shown: Sequence[Block], size: float) -> bool:
        return height_of(shown, size, width) <= height

    for size in sizes:
        if fits(blocks, size):
            return list(blocks), size, False
    smallest = sizes[-1]
    if (short := _with_shortened_lists(blocks, lambda shown: fits(shown, smallest))) is not None:
        return short, smallest, True
    shown = [block.shortened(FEWEST_NAMES) for block in blocks]
    while len(shown) > 1 or len(_sentences(shown[0].text)) > 1:
        shown = _without_last_sentence(shown)
        if fits(shown, smallest):
            break
    return shown, smallest, True


def largest_size(text: str, sizes: Sequence[float], width: float, fits: Callable[[int, float], bool]) -> float:
    """The first size at which `fits(lines, size)`; the last one if none does. The text is bold."""
    return next((size for size in sizes if fits(lines_of(text, size, width, bold=True), size)), sizes[-1])
