"""What each person is meant to get at each address. A new address without a line here fails the build."""

from collections.abc import Mapping

# in the order of tests.access.people.PEOPLE:
#              anonymous owner other coach ended stranger curator
OPEN = "          200     200   200   200   200    200     200"
MINE = "          302     200   200   200   200    200     200"
ROOM = "          302     200   404   200   404    404     404"
OWNED = "         302     200   404   403   404    404     404"
ALONE = "         302     200   404   404   404    404     404"
AWAY = "          302     302   302   302   302    302     302"
NO_GET = "        405     405   405   405   405    405     405"
MINE_NO_GET = "   302     405   405   405   405    405     405"
GUEST = "         200     302   302   302   302    302     302"
"""Pages for people who are not signed in; the others are sent home."""

#: address name -> what GET answers. Rooms go through ``visible_to``: strangers learn nothing (404).
EXPECTED: Mapping[str, str] = {
    "home": OPEN,
    "favicon": "204 204 204 204 204 204 204",
    "help_now": OPEN,
    "about_facts": OPEN,
    "about_privacy": OPEN,
    "about_safety": OPEN,
    "about_help": OPEN,
    "about_accessibility": OPEN,
    "security_txt": OPEN,
    "leave": NO_GET,
    "healthz": OPEN,
    "readyz": "200,503 200,503 200,503 200,503 200,503 200,503 200,503",
    "local_mail": "404 404 404 404 404 404 404",
    "local_mail_one": "404 404 404 404 404 404 404",
    # --- who someone is
    "account_signup": GUEST,
    "account_login": GUEST,
    "show_kept": NO_GET,
    "account_request_login_code": GUEST,
    "account_confirm_login_code": AWAY,
    "account_logout": MINE,
    "account_inactive": OPEN,
    "account_reset_password": OPEN,
    "account_reset_password_done": OPEN,
    "account_reset_password_from_key": OPEN,
    "account_reset_password_from_key_done": OPEN,
    "account_email_verification_sent": OPEN,
    "account_confirm_email": OPEN,
    "me": MINE,
    "account_reauthenticate": MINE,
    "account_request_reauthentication_code": AWAY,
    "account_confirm_reauthentication_code": AWAY,
    "account_email": MINE,
    "account_change_password": MINE,
    "account_set_password": AWAY,
    # --- the catalogue
    "roles:list": OPEN,
    "roles:compare": OPEN,
    "roles:question_list": OPEN,
    "roles:state_list": OPEN,
    "roles:state_detail": OPEN,
    "roles:detail": OPEN,
    "roles:decode": OPEN,
    "api-role-list": OPEN,
    "api-role-detail": OPEN,
    "api-capability-list": OPEN,
    "api-capability-detail": OPEN,
    "api-need-list": OPEN,
    "api-need-detail": OPEN,
    "api-state-list": OPEN,
    "api-state-detail": OPEN,
    "api-question-list": OPEN,
    "api-question-detail": OPEN,
    "api-source-list": OPEN,
    "api-source-detail": OPEN,
    "api-decode": NO_GET,
    "api-schema": OPEN,
    "api-parts": OPEN,
    "api-nowhere": "404 404 404 404 404 404 404",
    # --- a family's room
    "cases:continue": AWAY,
    "cases:open": AWAY,
    "cases:rooms": "302 200 200 302 302 302 302",
    "cases:start_child": MINE,
    "cases:start_needs": AWAY,
    "cases:start_team": AWAY,
    "cases:room": ROOM,
    "cases:child": OWNED,
    "cases:team": ROOM,
    "cases:member_add": OWNED,
    "cases:member": ROOM,
    "cases:needs": ROOM,
    "cases:need": ROOM,
    "cases:asks": ROOM,
    "cases:flag": ROOM,
    "cases:questions": ROOM,
    "cases:question_new": OWNED,
    "cases:question": ROOM,
    "cases:sheet": ROOM,
    "cases:log": ROOM,
    # --- parent and coach
    "coaching:coach": OWNED,
    "coaching:invitation_take_back": MINE_NO_GET,
    "coaching:share_end": MINE_NO_GET,
    "coaching:room_thread": "302 302 404 302 404 404 404",
    "coaching:home": AWAY,
    "coaching:thread": ROOM,
    "coaching:thread_read": MINE_NO_GET,
    "coaching:invitation": "200 404 404 404 404 404 404",
    "coaching:invitation_accept": AWAY,
    "coaching:invitation_decline": NO_GET,
    "coaching:step_back": MINE_NO_GET,
    "coaching:desk": "302 403 403 200 200 200 403",
}

#: Names whose POST is meant for everybody, signed in or not.
PUBLIC_POSTS = {
    "show_kept",
    "leave",
    "roles:decode",
    "api-decode",
    "account_signup",
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_reset_password",
    "account_reset_password_from_key",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_inactive",
    "coaching:invitation_decline",
}

#: Addresses whose placeholder ``key`` is a thread's, not a room's.
THREADS = {"coaching:thread", "coaching:thread_read", "coaching:step_back"}

#: What POST answers where GET says nothing about it. The others follow their GET.
POSTS: Mapping[str, str] = {
    "coaching:invitation_take_back": OWNED,
    "coaching:share_end": OWNED,
    "coaching:thread_read": ROOM,
    "coaching:step_back": "302 403 404 302 404 404 404",
    "coaching:invitation_decline": "200 404 404 404 404 404 404",
}


def posts_of(name: str) -> list[str]:
    """The code that closes a door for each person, or any other code where it is open."""
    return POSTS.get(name, EXPECTED[name]).split()


#: What stands for a placeholder where the usual words do not fit.
SPECIAL: Mapping[str, Mapping[str, str]] = {
    "account_reset_password_from_key": {"key": "set-password"},
    "account_confirm_email": {"key": "none"},
    "api-capability-detail": {"slug": "family-therapy", "pk": "family-therapy"},
    "api-need-detail": {"slug": "family-conflict", "pk": "family-conflict"},
    "api-question-detail": {"key": "title-1", "slug": "title-1", "pk": "title-1"},
    "api-source-detail": {"key": "ORS-675.530", "slug": "ORS-675.530", "pk": "ORS-675.530"},
    "api-state-detail": {"code": "OR", "pk": "OR"},
    "api-nowhere": {"rest": "nope"},
}

#: The same address with another row behind it: its name, which of the cast's words stands for a placeholder
#: instead, and what GET and POST answer.
OTHER_ROWS: Mapping[str, tuple[str, Mapping[str, str], str, str]] = {
    "a question that was not sent": ("cases:question", {"ask_key": "draft"}, ALONE, OWNED),
    "the thread of a former coach": ("coaching:thread", {"key": "former"}, ALONE, ALONE),
    "read marks of a former coach": ("coaching:thread_read", {"key": "former"}, MINE_NO_GET, ALONE),
}
