"""Every page there is: who opens it, at which address, and what is done to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from demo.family import SIGN_INS
from tests.visitor import Visitor

Act = Callable[[Visitor], None]


@dataclass(frozen=True)
class Page:
    """``path`` may hold words of ``tests.inside.cast`` in braces.

    With ``act`` the page comes after something was done at the path, and ``heading`` says when it is there.
    A page that nothing here can provoke is ``drawn``: its template, shown at the path in the browser.
    """

    name: str
    template: str
    path: str
    who: str = ""
    act: Act | None = None
    heading: str = ""
    drawn: bool = False


def paste_a_signature(visitor: Visitor) -> None:
    visitor.page.get_by_label("Paste their email signature").fill("Robin Vale, MSW, XQZT, therapist")
    visitor.reads("Here is what we read")


def read_a_signature(visitor: Visitor) -> None:
    visitor.page.get_by_label("Paste a signature").fill("Jane Miller, MSW, CSWA, QMHP, XQZT, therapist")
    visitor.press("Show what it means")
    visitor.reads("Here is what we read")


def send_it_empty(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelectorAll('form').forEach(form => { form.noValidate = true; })")
    visitor.main.get_by_role("button").last.click()


def ask_for_a_code(visitor: Visitor) -> None:
    visitor.page.get_by_label("Your email").fill("somebody@example.org")
    visitor.main.get_by_role("button").first.click()


def write_a_note_signed_out(visitor: Visitor) -> None:
    visitor.page.get_by_label("What happened?").fill("Slept well. Calm on the bus.")
    visitor.signs_out_elsewhere()
    visitor.press("Keep this note")


def write_a_note_and_sign_in(visitor: Visitor) -> None:
    write_a_note_signed_out(visitor)
    visitor.says_who(*next((email, password) for who, email, password in SIGN_INS if who == "parent"))


def write_a_note_on_an_old_page(visitor: Visitor) -> None:
    visitor.page.get_by_label("What happened?").fill("Slept well. Calm on the bus.")
    visitor.page.evaluate(
        "document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach(e => { e.value = 'x'.repeat(64); })"
    )
    visitor.press("Keep this note")


def write_to_a_thread_that_is_closed(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('.composer').action = '/messages/no-such-thread/'")
    visitor.page.get_by_label("Your message to").fill("See you on Thursday.")
    visitor.press("Send")


def open_the_first_mail(visitor: Visitor) -> None:
    visitor.stack.wait_for_mail("somebody@example.org")
    visitor.page.reload()
    visitor.main.locator("li a").first.click()


def open_everything(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


ROOM = "/room/{room}/"
PAGES = [
    # --- for everybody
    Page("home", "web/home.html", "/"),
    Page("help-now", "web/help_now.html", "/help-now/"),
    Page("about-facts", "web/about_facts.html", "/about/facts/"),
    Page("about-privacy", "web/about_privacy.html", "/about/privacy/"),
    Page("about-safety", "web/about_safety.html", "/about/safety/"),
    Page("about-help", "web/about_help.html", "/about/help/"),
    Page("about-accessibility", "web/about_accessibility.html", "/about/accessibility/"),
    Page("local-mail", "web/local_mail.html", "/local-mail/"),
    Page("local-mail-one", "web/local_mail_one.html", "/local-mail/", act=open_the_first_mail),
    # --- the catalogue
    Page("roles", "roles/list.html", "/roles/"),
    Page("roles-by-kind", "roles/list.html", "/roles/?by=kind&state=TX"),
    Page("roles-found", "roles/list.html", "/roles/?q=therapist&state=TX"),
    Page("roles-not-found", "roles/list.html", "/roles/?q=" + "x" * 300),
    Page("role", "roles/detail.html", "/roles/qmha/", act=open_everything),
    Page("role-in-the-room", "roles/detail.html", "/roles/qmha/", "parent"),
    Page("role-title", "roles/detail.html", "/roles/therapist-title/?state=TX"),
    Page("compare-none", "roles/compare.html", "/roles/compare/"),
    Page("compare", "roles/compare.html", "/roles/compare/?r=qmha&r=qmhp"),
    Page(
        "compare-four", "roles/compare.html", "/roles/compare/?r=qmha&r=qmhp&r=lcsw&r=psychiatrist", "parent"
    ),
    Page("role-questions", "roles/questions.html", "/roles/questions/"),
    Page("states", "roles/states.html", "/roles/states/"),
    Page("state", "roles/state.html", "/roles/states/or/"),
    Page("decode", "roles/decode.html", "/decode/"),
    Page(
        "decoded", "roles/decode.html", "/decode/", act=read_a_signature, heading="What do the letters mean?"
    ),
    # --- who someone is
    Page("join", "account/signup.html", "/join/"),
    Page("join-wrong", "account/signup.html", "/join/", act=send_it_empty, heading="Make an account"),
    Page("sign-in", "account/login.html", "/sign-in/"),
    Page(
        "sign-in-signed-out",
        "account/login.html",
        ROOM + "log/",
        "parent",
        write_a_note_signed_out,
        "Sign in",
    ),
    Page(
        "kept",
        "account/kept.html",
        ROOM + "log/",
        "parent",
        write_a_note_and_sign_in,
        "Here is what you wrote",
    ),
    Page("code", "account/request_login_code.html", "/sign-in/code/"),
    Page("code-typed", "account/confirm_login_code.html", "/sign-in/code/", act=ask_for_a_code),
    Page("reset", "account/password_reset.html", "/reset/"),
    Page("reset-sent", "account/password_reset_done.html", "/reset/sent/"),
    Page("reset-link", "account/password_reset_from_key.html", "/reset/{reset}/"),
    Page("reset-link-old", "account/password_reset_from_key.html", "/reset/x-used-up/"),
    Page("reset-done", "account/password_reset_from_key_done.html", "/reset/done/"),
    Page("mail-sent", "account/verification_sent.html", "/confirm/"),
    Page("mail-confirm", "account/email_confirm.html", "/confirm/{confirm}/"),
    Page("mail-confirm-old", "account/email_confirm.html", "/confirm/used-up/"),
    Page("inactive", "account/account_inactive.html", "/inactive/"),
    Page("me", "account/me.html", "/me/", "parent"),
    Page("me-email", "account/email.html", "/me/email/", "parent"),
    Page("me-again", "account/reauthenticate.html", "/me/again/", "parent"),
    Page("me-password", "account/password_change.html", "/me/password/", "parent"),
    Page("me-password-first", "account/password_set.html", "/me/password/new/", "by code"),
    Page("sign-out", "account/logout.html", "/sign-out/", "parent"),
    # --- a first evening
    Page("start-child", "cases/start_child.html", "/start/child/", "newcomer"),
    Page(
        "start-child-wrong",
        "cases/start_child.html",
        "/start/child/",
        "newcomer",
        send_it_empty,
        "Who is this for?",
    ),
    Page("start-needs", "cases/start_needs.html", "/start/needs/", "beginner", open_everything),
    Page("start-team", "cases/start_team.html", "/start/team/", "beginner"),
    Page("start-team-read", "cases/start_team.html", "/start/team/", "beginner", paste_a_signature),
    Page("start-team-title", "cases/start_team.html", "/start/team/?by=title", "beginner"),
    # --- the room
    Page("rooms", "cases/rooms.html", "/rooms/", "parent"),
    Page("room", "cases/room.html", ROOM, "parent"),
    Page("room-open", "cases/room.html", ROOM, "parent", open_everything),
    Page("room-of-a-coach", "cases/room.html", ROOM, "coach"),
    Page("room-crowded", "cases/room.html", "/room/{crowded}/", "crowded", open_everything),
    Page("room-empty", "cases/room.html", "/room/{empty}/", "empty"),
    Page("child", "cases/child.html", ROOM + "child/", "parent"),
    Page("team", "cases/team.html", ROOM + "team/", "parent"),
    Page("team-crowded", "cases/team.html", "/room/{crowded}/team/", "crowded"),
    Page("team-empty", "cases/team.html", "/room/{empty}/team/", "empty"),
    Page("member-add", "cases/member_add.html", ROOM + "team/add/", "parent"),
    Page("member-add-read", "cases/member_add.html", ROOM + "team/add/", "parent", paste_a_signature),
    Page("member-add-title", "cases/member_add.html", ROOM + "team/add/?by=title", "parent"),
    Page("member", "cases/member.html", ROOM + "team/{member}/", "parent", open_everything),
    Page("member-qualified", "cases/member.html", ROOM + "team/{qualified}/", "parent", open_everything),
    Page("member-titled", "cases/member.html", ROOM + "team/{titled}/", "parent", open_everything),
    Page("member-of-many", "cases/member.html", "/room/{crowded}/team/{one_of_many}/", "crowded"),
    Page("needs", "cases/needs.html", ROOM + "needs/", "parent"),
    Page("need", "cases/need.html", ROOM + "needs/family-conflict/", "parent"),
    Page("asks", "cases/asks.html", ROOM + "asks/", "parent", open_everything),
    Page("flag", "cases/flag.html", ROOM + "asks/{flag}/", "parent", open_everything),
    Page("questions", "cases/questions.html", ROOM + "questions/", "parent"),
    Page("questions-empty", "cases/questions.html", "/room/{empty}/questions/", "empty"),
    Page("ask", "cases/ask.html", ROOM + "questions/new/?f={flag}", "parent"),
    Page("ask-crowded", "cases/ask.html", "/room/{crowded}/questions/new/?n=trauma", "crowded"),
    Page("question", "cases/question.html", ROOM + "questions/{waiting}/", "parent", open_everything),
    Page("question-late", "cases/question.html", ROOM + "questions/{late}/", "parent"),
    Page("question-answered", "cases/question.html", ROOM + "questions/{answered}/", "parent"),
    Page("sheet", "cases/sheet.html", ROOM + "sheet/", "parent"),
    Page("sheet-crowded", "cases/sheet.html", "/room/{crowded}/sheet/", "crowded"),
    Page("log", "cases/log.html", ROOM + "log/", "parent"),
    # --- parent and coach
    Page("coach", "coaching/coach.html", ROOM + "coach/", "parent"),
    Page("coach-none", "coaching/coach.html", "/room/{empty}/coach/", "empty"),
    Page("thread", "coaching/thread.html", "/messages/{thread}/", "parent"),
    Page("thread-of-a-coach", "coaching/thread.html", "/messages/{thread}/", "coach"),
    Page("desk", "coaching/desk.html", "/coach/", "coach"),
    Page("invitation", "coaching/invitation.html", "/invite/{token}/"),
    Page("invitation-closed", "coaching/invitation_closed.html", "/invite/{taken_back}/"),
    Page(
        "not-sent",
        "coaching/not_sent.html",
        "/messages/{thread}/",
        "coach",
        write_to_a_thread_that_is_closed,
        "Your message was not sent",
    ),
    # --- when something is not right
    Page("404", "404.html", "/no/such/page/"),
    Page("403", "403.html", ROOM + "team/add/", "coach"),
    Page(
        "old-page",
        "403_csrf.html",
        ROOM + "log/",
        "parent",
        write_a_note_on_an_old_page,
        "This page was open for a while",
    ),
    Page("400", "400.html", "/", drawn=True),
    Page("405", "405.html", "/", drawn=True),
    Page("429", "429.html", "/", drawn=True),
    Page("500", "500.html", "/", drawn=True),
    Page("503", "503.html", "/", drawn=True),
]

#: Addresses that show no page of ours: they answer machines, lead on, or only take forms.
NO_PAGE = {
    "favicon",
    "security_txt",
    "leave",
    "healthz",
    "readyz",
    "show_kept",
    "account_confirm_login_code",
    "account_request_reauthentication_code",
    "account_confirm_reauthentication_code",
    "local_mail_one",
    "cases:continue",
    "cases:open",
    "coaching:home",
    "coaching:room_thread",
    "coaching:invitation_take_back",
    "coaching:invitation_accept",
    "coaching:invitation_decline",
    "coaching:step_back",
    "coaching:share_end",
    "coaching:thread_read",
}
