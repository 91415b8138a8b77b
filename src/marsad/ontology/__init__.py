"""PLOVER's event types, modes and codes, and the CAMEO tables derived from them."""
