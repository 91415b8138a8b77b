"""The API: its operations, all of them GET, all of them about current readings."""

# Annotations are values here, not strings: django-ninja reads those of a decorated view in the decorator's module.

from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Path
from ninja.errors import AuthenticationError, Throttled, ValidationError

from marsad import __version__
from marsad.desk.api import schema
from marsad.desk.api.asking import EventQuestion, FacetQuestion, WordsQuestion, around, checked, only
from marsad.desk.api.guard import ByToken, answered, by_page, throttles
from marsad.desk.api.rows import article_lines, article_row, entity_line, entity_row, event_rows
from marsad.desk.asked import filter_of
from marsad.errors import ArchiveError
from marsad.store import models
from marsad.store.query import FACETS, articles, events, facet
from marsad.store.restore import restore
from marsad.store.rows import stems_of
from marsad.store.search.find import search

DESCRIPTION = """Events that Marsad read in Arabic news, each field with the words that it rests on.

Reading needs no token where the pages need no account. Elsewhere show one: `Authorization: Bearer marsad_…`.
Lists are paged by `limit` and `offset`; `next` is the address of the page that follows. Every answer has an `ETag`;
a request with `If-None-Match` gets 304 where nothing changed. Too many requests get 429 with `Retry-After`.
Offsets count code points of the article's `text` and are half-open. `null` means unresolved: nothing is guessed."""
NUMBER = Annotated[int, Path(ge=1, le=2**63 - 1)]
WRONG = {400: schema.Problem, 401: schema.Problem, 422: schema.Problem, 429: schema.Problem}
GONE = WRONG | {404: schema.Problem}

api = NinjaAPI(
    title="Marsad", version=__version__, description=DESCRIPTION, docs_url=None, urls_namespace="api-1",
    auth=[ByToken(), by_page], throttle=throttles(),
)  # fmt: skip


@api.get("/events", response={200: schema.EventPage, **WRONG}, tags=["events"], summary="Events, the latest first")
@answered
def list_events(request: HttpRequest, asked: EventQuestion) -> dict[str, Any]:
    """Mentions of events that the filter lets through."""
    only(request, asked)
    found = events(filter_of(request.GET))
    some = list(found.values_list("pk", flat=True)[asked.offset : asked.offset + asked.limit])
    return around(request, found.count(), asked.limit, asked.offset) | {"results": event_rows(request, some)}


@api.get("/events/{number}", response={200: schema.EventRow, **GONE}, tags=["events"], summary="One event")
@answered
def one_event(request: HttpRequest, number: NUMBER) -> dict[str, Any]:
    """One mention of an event, by its number in the archive."""
    if not models.Event.objects.filter(pk=number, current=True).exists():
        raise Http404
    return event_rows(request, [number])[0]


@api.get(
    "/facets/{name}", response={200: list[schema.FacetValue], **GONE}, tags=["events"],
    summary="The most frequent values of a field",
)  # fmt: skip
@answered
def values(request: HttpRequest, name: str, asked: FacetQuestion) -> Any:
    """How many of the events that the filter lets through have which value: type, mode, status, source, country, place or actor."""
    only(request, asked)
    if name not in FACETS:
        raise Http404
    found = facet(events(filter_of(request.GET)), name)
    return [{"key": v.key, "name": v.name, "name_en": v.name_en, "count": v.count} for v in found]


@api.get(
    "/articles", response={200: schema.ArticlePage, **WRONG}, tags=["articles"], summary="Articles, the latest first"
)
@answered
def list_articles(request: HttpRequest, asked: EventQuestion) -> dict[str, Any]:
    """Articles that hold an event which the filter lets through; with `q`, with the stretch that has the words.

    Where nothing but words is asked for, an article needs no event.
    """
    only(request, asked)
    which, page = filter_of(request.GET), slice(asked.offset, asked.offset + asked.limit)
    if which.text:
        found = search(which.text, start=asked.offset, count=asked.limit, asked=which)
        hits = {hit.reading.pk: hit for hit in found.hits}
        lines, count = article_lines((hit.reading for hit in found.hits), hits), found.count
    else:
        readings = articles(which)
        lines, count = article_lines(readings.select_related("article__source")[page]), readings.count()
    return around(request, count, asked.limit, asked.offset) | {"results": lines}


@api.get(
    "/articles/{number}", response={200: schema.ArticleRow, **GONE}, tags=["articles"], summary="An article, whole"
)
@answered
def one_article(request: HttpRequest, number: NUMBER) -> dict[str, Any]:
    """The article's text and all that was read in it."""
    reading = models.Reading.objects.filter(article=number, current=True).first()
    if reading is None:
        raise Http404
    return article_row(next(restore([reading.pk])))


@api.get("/entities", response={200: schema.EntityPage, **WRONG}, tags=["entities"], summary="Who and what is known")
@answered
def list_entities(request: HttpRequest, asked: WordsQuestion) -> dict[str, Any]:
    """Entities of the knowledge base that articles of the archive name, or those whose names hold the words asked for."""
    only(request, asked)
    found = models.Entity.objects.order_by("name", "key")
    words = checked(asked.q)
    if words:
        stems = stems_of(words)
        if not stems.strip():
            raise ArchiveError(f"{words!r} names nobody and no place")
        found = found.filter(words__contains=stems)
    return around(request, found.count(), asked.limit, asked.offset) | {
        "results": [entity_line(entity) for entity in found[asked.offset : asked.offset + asked.limit]]
    }


@api.get("/entities/{key}", response={200: schema.EntityRow, **GONE}, tags=["entities"], summary="One entity")
@answered
def one_entity(request: HttpRequest, key: str) -> dict[str, Any]:
    """An entity by its key, as `state:SYR`, with what it took part in."""
    entity = models.Entity.objects.filter(key=key).first() if "\0" not in key else None
    if entity is None:
        raise Http404
    return entity_row(entity)


def _problem(status: int, detail: str, **headers: str) -> HttpResponse:
    return JsonResponse({"detail": detail}, status=status, headers=headers, json_dumps_params={"ensure_ascii": False})


@api.exception_handler(ArchiveError)
def _cannot_be_asked(request: HttpRequest, error: ArchiveError) -> HttpResponse:
    return _problem(400, str(error))


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    said = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors)
    return _problem(422, said)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return _problem(401, "show a token: Authorization: Bearer marsad_…", **{"WWW-Authenticate": "Bearer"})


@api.exception_handler(Throttled)
def _too_often(request: HttpRequest, error: Throttled) -> HttpResponse:
    wait = str(int(error.wait or 1) + 1)
    return _problem(429, f"too many requests; wait {wait} seconds", **{"Retry-After": wait})


@api.exception_handler(Http404)
def _no_such(request: HttpRequest, error: Http404) -> HttpResponse:
    return _problem(404, "there is no such thing")
