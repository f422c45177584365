"""Rooms in which every rule has something to say, to try its tone on."""

from dataclasses import replace

from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot
from roles.catalogue import Kind
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    TODAY,
    agreed,
    ask,
    left,
    letters,
    person,
    room,
    trained,
)
from tests.cases.plain_catalogue import catalogue

BELL = person(6, "Ms. Bell", "qmha", believed="our therapist")
CSWA = person(7, "Kim", "cswa", believed="our family therapist")
MSW = person(8, "Bo", "msw", trainings=(trained("trauma-treatment", "certified in TF-CBT"),))
NOBODY_YET = person(9, "Sam", CredentialFact("XQZ", Kind.UNKNOWN), supervisor="none")
DOCTOR = person(10, "Pat R.", CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "lcsw")))
THERAPIST = person(11, "Lee", "qmha", believed="Therapist.")
SAMPLES = [
    ((TASHA,), ()),
    ((TASHA, LUIS), ()),
    ((TASHA, JANE), ("agreed", "agreed")),
    ((TASHA, ANA, OKAFOR), ("plan",)),
    ((TASHA, ANA), ("plan", "declined")),
    ((BELL, CSWA, MSW, NOBODY_YET), ()),
    ((MSW, NOBODY_YET), ("agreed", "agreed")),
    ((LUIS,), ("agreed",)),
    ((DOCTOR, THERAPIST), ("", "agreed")),
]


def sample(
    need: str, members: tuple[MemberFact, ...], kinds: tuple[str, ...], state: str = "OR"
) -> RoomSnapshot:
    return RoomSnapshot(
        child="Sunny",
        state=state,
        needs=(need,),
        members=members,
        agreements=tuple(agreed(m, need, kind) for m, kind in zip(members, kinds, strict=False) if kind),
        asks=(ask(1, need, members[0]),),
        today=TODAY,
    )


GONE = [(OKAFOR, "agreed"), (ANA, "agreed"), (JANE, ""), (OKAFOR, "")]


def somebody_left(need: str) -> list[RoomSnapshot]:
    """Rooms whose lead, or whose prescriber, is gone: with helpers, with a doctor, and since last year."""
    return [
        replace(sample(need, here, (), "OR"), departed=(left(member, on, **{need: kind} if kind else {}),))
        for here in ((TASHA,), (TASHA, OKAFOR), (LUIS,))
        for member, kind in GONE
        if member not in here
        for on in ("2026-02-20", "2025-05-02")
    ]


def somebody_left_more() -> list[RoomSnapshot]:
    """Rooms of one who left and led many needs, had agreed to lead them, or stood behind another."""
    pending = replace(ANA, credentials=(CredentialFact("XQZ", Kind.UNKNOWN),))
    many = {need.replace("-", "_"): "agreed" for need in MANY[:3]}
    backed = replace(JANE, supervisor_left=ANA.name)
    return [
        *(
            room(" ".join(MANY), TASHA, departed=(left(member, on, **many),))
            for member in (ANA, pending)
            for on in ("2026-02-20", "2025-05-02")
        ),
        room(" ".join(MANY), TASHA, departed=(left(ANA, **{n.replace("-", "_"): "agreed" for n in MANY}),)),
        *(
            room(
                " ".join(needs),
                backed,
                agreements=tuple(agreed(backed, need) for need in needs),
                departed=(left(ANA),),
            )
            for needs in (MANY[:1], MANY[:2], ())
        ),
        room(f"{MANY[0]} {MANY[2]}", JANE, state=""),
    ]


MANY = ("family-conflict", "self-harm-suicide", "unclear-diagnosis", "everyday-skills", "adhd", "sleep")


def one_leads_many() -> list[RoomSnapshot]:
    """Rooms in which one person leads five or six needs, with others who could take some and without."""
    return [
        replace(
            sample(needs[0], team, ()),
            needs=(*needs, "eating"),
            agreements=tuple(agreed(ANA, need) for need in needs),
        )
        for needs in (MANY[:5], MANY)
        for team in ((ANA,), (ANA, TASHA), (ANA, TASHA, OKAFOR))
    ]


TRAININGS = [
    trained("trauma-treatment", "certified in TF-CBT"),
    trained("trauma-treatment", "one-hour webinar", known=False),
    trained("trauma-treatment", "EMDR", standing="under-way"),
    trained("trauma-treatment", "one-hour webinar", known=False, standing="certified"),
    trained("trauma-treatment", "TF-CBT", kind="short"),
]


def trainings_not_checked() -> list[RoomSnapshot]:
    """Rooms whose lead, or whose empty chair, rests on an extra training nobody has checked."""
    return [
        sample("trauma", (replace(ANA, trainings=(training,)), *others), (kind,))
        for training in TRAININGS
        for kind in ("agreed", "plan", "")
        for others in ((), (TASHA,))
    ]


def supervisor_here() -> list[RoomSnapshot]:
    """Rooms with somebody who may be the supervisor: for one who waits for the name, and works alone."""
    return [
        sample(need, (replace(one, supervisor=supervisor), *above), (kind,))
        for need in ("family-conflict", "self-harm-suicide")
        for one in (JANE, THERAPIST)
        for supervisor in ("unknown", "none")
        for above in ((ANA,), (ANA, person(12, "Dr. Roe", "lcsw")))
        for kind in ("agreed", "")
    ]


def children_at_home() -> list[RoomSnapshot]:
    """Rooms with one need or two that others at home may not be safe with, led, open, and with nobody yet."""
    risks = (("home-aggression",), ("sexualized-behavior",), ("home-aggression", "sexualized-behavior"))
    return [
        room(
            " ".join((*needs, "sibling-impact")),
            *team,
            agreements=tuple(agreed(m, needs[0], kind) for m, kind in zip(team, kinds, strict=False)),
        )
        for needs in risks
        for team, kinds in (((), ()), ((TASHA,), ()), ((ANA, TASHA), ("agreed",)))
    ]


def safety_not_looked_up() -> list[RoomSnapshot]:
    """Rooms whose safety need is led by letters nobody looked up: of one license, and of several."""
    both = person(13, "Kim", "lcsw", letters("psychiatrist", "Child psychiatrist"))
    return [
        sample(need, (one, *others), ("agreed",))
        for need in ("self-harm-suicide", "home-aggression")
        for one in (ANA, both, replace(JANE, supervisor="named"))
        for others in ((), (TASHA,))
    ]


BOND = person(12, "Ms. Bond", "school-psychologist")


def care_at_school() -> list[RoomSnapshot]:
    """Rooms whose mental health care is at school: one person and two, who lead, are on the plan or might."""
    school = (BOND, replace(BOND, id=13, name="Mr. Ray", credentials=(*BOND.credentials, *ANA.credentials)))
    return [
        replace(sample("depression-anxiety", team, kinds), needs=("depression-anxiety", "adhd"), asks=())
        for team in (school[:1], school, (*school, TASHA))
        for kinds in ((), ("plan",), ("", "agreed"))
    ]


def made_for_one_rule() -> list[RoomSnapshot]:
    """Rooms in which a rule speaks that needs more than a role and a need. A new rule adds its own."""
    return [
        *one_leads_many(),
        *trainings_not_checked(),
        *supervisor_here(),
        *children_at_home(),
        *safety_not_looked_up(),
        *care_at_school(),
        *letters_the_state_has(),
    ]


def letters_the_state_has() -> list[RoomSnapshot]:
    """A state that says what they mean, one that only has them, and two groups at once."""
    both = person(41, "Kim", "qmhp", "qmha")
    return [
        sample("family-conflict", (JANE,), ("",), "VA"),
        sample("family-conflict", (TASHA,), ("",), "NV"),
        sample("family-conflict", (both,), ("",), "NV"),
        sample("family-conflict", (both,), ("",), "VA"),
    ]


def every_room() -> list[RoomSnapshot]:
    """All of them, for every need and in two states."""
    rooms = [sample(n, *s, state) for n in catalogue().needs for s in SAMPLES for state in ("OR", "ID")]
    rooms += made_for_one_rule() + somebody_left_more()
    return rooms + [facts for need in catalogue().needs for facts in somebody_left(need)]
