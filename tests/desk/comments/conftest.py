"""A site that takes comments."""

import re

import pytest
from django.conf import settings
from django.core.cache import cache

from marsad.desk.mode import Mode
from marsad.store import models

SENTINEL = "sentinel.reader@kept-secret.example"


@pytest.fixture
def public(mode, monkeypatch):
    """The public site, with comments."""
    mode(Mode.PUBLIC)
    monkeypatch.setattr(settings, "COMMENTS", "1")
    cache.clear()


@pytest.fixture
def article(desk):
    """The number of an article of the sample archive."""
    return models.Reading.objects.filter(current=True).order_by("pk").values_list("article", flat=True).first()


@pytest.fixture
def send(article, monkeypatch):
    """Fills in the form of the article and sends it: ``send(client, text=…, wait=5)``."""
    from datetime import timedelta

    from marsad.desk.comments import spam

    def sent(client, *, wait=True, **typed):
        page = client.get(
            f"/en/article/{article}/comment/", {"to": typed["to"]} if "to" in typed else {}
        ).content.decode()
        stamp = re.search(r'name="stamp" id="id_stamp" value="([^"]+)"', page)[1]
        data = {"name": "Huda", "email": SENTINEL, "text": "A comment", "stamp": stamp, **typed}
        with monkeypatch.context() as patch:
            if wait:
                patch.setattr(spam, "YOUNGEST", timedelta(0))
            return client.post(f"/en/article/{article}/comment/", data)

    return sent
