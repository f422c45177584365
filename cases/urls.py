"""Addresses of a family's room."""

from django.urls import path

from cases.views import flags, log, needs, questions, room, rooms, setup, sheet, team

app_name = "cases"

urlpatterns = [
    path("start/", rooms.go_on, name="continue"),
    path("open/", rooms.open_items, name="open"),
    path("rooms/", rooms.rooms, name="rooms"),
    path("start/child/", setup.start_child, name="start_child"),
    path("start/needs/", setup.start_needs, name="start_needs"),
    path("start/team/", setup.start_team, name="start_team"),
    path("room/<str:key>/", room.room, name="room"),
    path("room/<str:key>/child/", room.child, name="child"),
    path("room/<str:key>/team/", team.team, name="team"),
    path("room/<str:key>/team/add/", team.member_add, name="member_add"),
    path("room/<str:key>/team/<str:member_key>/", team.member, name="member"),
    path("room/<str:key>/needs/", needs.needs, name="needs"),
    path("room/<str:key>/needs/<slug:slug>/", needs.need, name="need"),
    path("room/<str:key>/asks/", room.asks, name="asks"),
    path("room/<str:key>/asks/<str:flag_key>/", flags.flag, name="flag"),
    path("room/<str:key>/questions/", questions.questions, name="questions"),
    path("room/<str:key>/questions/new/", questions.question_new, name="question_new"),
    path("room/<str:key>/questions/<str:ask_key>/", questions.question, name="question"),
    path("room/<str:key>/sheet/", sheet.sheet, name="sheet"),
    path("room/<str:key>/log/", log.log, name="log"),
]
