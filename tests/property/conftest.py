"""Limbs on which every law must hold."""

import pytest

from atlas import Atlas
from tests.support.limbs import generate


@pytest.fixture(scope="session")
def limbs(atlas, tmp_path_factory) -> list[Atlas]:
    """Three generated limbs of different shape, and the real one."""
    base = tmp_path_factory.mktemp("limbs")
    return [*(Atlas.load(generate(base / str(seed), 60 * seed, seed)) for seed in (1, 2, 7)), atlas]
