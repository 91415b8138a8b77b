"""Addresses of reviewing."""

from __future__ import annotations

from django.urls import path

from marsad.desk.review import act, adding, agreement, choices, download, event, mine, queue

app_name = "review"
urlpatterns = [
    path("review/", queue.queue_page, name="queue"),
    path("review/next/", queue.go_on, name="next"),
    path("review/previous/", queue.go_back, name="previous"),
    path("review/again/", queue.again, name="again"),
    path("review/event/<int:number>/", event.event, name="event"),
    path("review/article/<int:number>/add/", adding.missed, name="add"),
    path("review/choices/", choices.choices, name="choices"),
    path("review/undo/", act.undo, name="undo"),
    path("review/judgement/<int:number>/withdraw/", act.withdraw, name="withdraw"),
    path("review/judgement/<int:number>/reinstate/", act.reinstate, name="reinstate"),
    path("review/judgement/<int:number>/settle/", act.settle, name="settle"),
    path("review/agreement/", agreement.agreement, name="agreement"),
    path("review/mine/", mine.mine, name="mine"),
    path("review/suggestions.yaml", download.suggestions, name="suggestions"),
    path("review/gold.jsonl", download.gold, name="gold"),
]
