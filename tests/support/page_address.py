"""The address of a page, which follows what the page shows a few frames later: waits, never reads it at once."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page


def query_of(url: str) -> dict[str, str]:
    """The parameters of an address, each with its first value."""
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}


def wait_for_query(page: Page, expected: dict[str, str]) -> None:
    """Wait until the address has these parameters and no others."""
    page.wait_for_url(lambda url: query_of(url) == expected)


def wait_for_address(page: Page, has: str = "", lacks: str | None = None) -> None:
    """Wait until the address contains `has` and does not contain `lacks`."""
    page.wait_for_url(lambda url: has in url and (lacks is None or lacks not in url))
