"""Addresses of parent and coach."""

from django.urls import path

from coaching.views import desk, joining, sharing, threads

app_name = "coaching"

urlpatterns = [
    path("room/<str:key>/coach/", sharing.coach_page, name="coach"),
    path("room/<str:key>/coach/take-back/", sharing.invitation_take_back, name="invitation_take_back"),
    path("room/<str:key>/coach/<int:share>/stop/", sharing.share_end, name="share_end"),
    path("room/<str:key>/messages/", threads.room_thread, name="room_thread"),
    path("messages/", threads.home, name="home"),
    path("messages/<str:key>/", threads.thread, name="thread"),
    path("messages/<str:key>/read/", threads.thread_read, name="thread_read"),
    path("invite/<str:token>/", joining.invitation, name="invitation"),
    path("messages/<str:key>/step-back/", threads.step_back, name="step_back"),
    path("invite/<str:token>/decline/", joining.invitation_decline, name="invitation_decline"),
    path("invite/<str:token>/accept/", joining.invitation_accept, name="invitation_accept"),
    path("coach/", desk.desk, name="desk"),
]
