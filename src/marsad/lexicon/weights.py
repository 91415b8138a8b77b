"""The weights of an event's confidence, ``confidence.yaml``: general ones, and what types with many labels add of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from marsad.lexicon.source import read_yaml

ANY = ""  # the key of the weights of types that have none of their own
Weights = Mapping[str, Mapping[str, float]]  # type, or ``ANY`` → feature → weight


def read_weights(folder: Path) -> dict[str, dict[str, float]]:
    """The weights of a lexicon folder by type, those that are set by hand over the fitted ones."""
    content = read_yaml(folder / "confidence.yaml")
    return weights_by_type({**content["weights"], **(content.get("fixed") or {})}, content.get("own") or {})


def weights_by_type(
    general: Mapping[str, float], own: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """The weights of every type: the general ones, with what a type's own add to them."""
    return {ANY: dict(general), **{type_: _sum(general, more) for type_, more in own.items()}}


def weights_of(weights: Weights, type_: str) -> Mapping[str, float]:
    """The weights of a type's features."""
    return weights.get(type_, weights[ANY])


def _sum(general: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    return {name: general.get(name, 0.0) + more.get(name, 0.0) for name in {*general, *more}}
