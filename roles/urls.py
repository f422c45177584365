"""Addresses of the public catalogue."""

from django.urls import path

from roles.views import browse, compare, decoder, detail, questions, states

app_name = "roles"

urlpatterns = [
    path("roles/", browse.role_list, name="list"),
    path("roles/compare/", compare.role_compare, name="compare"),
    path("roles/questions/", questions.question_list, name="question_list"),
    path("roles/states/", states.state_list, name="state_list"),
    path("roles/states/<str:code>/", states.state_detail, name="state_detail"),
    path("roles/<slug:slug>/", detail.role_detail, name="detail"),
    path("decode/", decoder.decode_text, name="decode"),
]
