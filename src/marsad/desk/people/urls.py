"""Addresses of accounts and rights."""

from __future__ import annotations

from django.urls import path

from marsad.desk.people import account, record, signing, team, welcome

app_name = "people"
urlpatterns = [
    path("sign-in/", signing.sign_in, name="sign-in"),
    path("sign-in/code/", signing.code, name="code"),
    path("sign-out/", signing.sign_out, name="sign-out"),
    path("enter/", signing.enter, name="enter"),
    path("welcome/<str:owner>/<str:token>/", welcome.welcome, name="welcome"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/sessions/", account.end, name="end"),
    path("account/factors/", account.factors, name="factors"),
    path("account/factors/change/", account.change_factor, name="change-factor"),
    path("people/", team.team, name="team"),
    path("people/<int:number>/", team.person, name="person"),
    path("people/<int:number>/<slug:what>/", team.act, name="act"),
    path("record/", record.record, name="record"),
]
