"""Read-only JSON over the same filters as the pages, described by OpenAPI; tokens for programs."""
