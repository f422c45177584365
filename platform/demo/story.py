"""What is told of the demo family: who helps Sunny, what was said and when. Days count back from today."""

from cases.models import Agreement

ZONE = "America/Los_Angeles"

NEEDS = (
    "home-aggression",
    "family-conflict",
    "sibling-impact",
    "trauma",
    "everyday-skills",
    "medication-questions",
    "school-refusal",
)
TEAM = (
    # days ago, name, what they said, what the parent believes
    (35, "Tasha", "Tasha R., QMHA, skills trainer", "Our family therapist"),
    (35, "Jane", "Jane Miller, MSW, CSWA, QMHP", ""),
    (34, "Dr. Okafor", "Ada Okafor, MD, Psychiatrist", ""),
    (34, "Ms. Bell", "Ms. Bell, MEd, School Counselor", ""),
    (8, "Luis", "Luis P., Family Support Specialist", ""),
)
AGREEMENTS = (
    ("Tasha", "family-conflict", Agreement.Kind.PLAN),
    ("Tasha", "everyday-skills", Agreement.Kind.AGREED),
    ("Jane", "trauma", Agreement.Kind.AGREED),
)
TRAINING = (19, "Jane", "trauma-treatment", "TF-CBT")
SUPERVISOR = (19, "Jane", "Pat Lund, LCSW")
NOTES = (
    (16, "Care meeting at the clinic. Sunny drew while we talked. Next one in six weeks."),
    (3, "Session with Tasha, 50 minutes. Practiced the calm-down steps."),
)
ANSWERED = (13, 5, "Dr. Okafor", "medication-questions", "Who checks Sunny’s medicine, and how often?")
ANSWER = "I do. Once a month, by video."
WAITING = (
    (9, "Ms. Bell", "Who calls us if Sunny leaves class?"),
    (2, "Jane", "How often do you meet your supervisor?"),
)
KNOT = "I saw this and got a knot in my stomach. I like Tasha. I don’t want her to get in trouble."
PLAN = """That makes sense. You care about her, and so does Sunny.

This flag is about the plan, not about Tasha. Someone gave her a job her role is not set up for. \
Asking helps her too."""
SAY = """Here is one way to say it on Thursday:

“Tasha has been great with daily skills. Who on the team could lead the family sessions, \
so she is not on her own with that?”"""
NO_ONE = "I can say that. Thank you. What if they say they have no one?"
THEN = """Then write down who said it and the date, and ask what they can offer in the meantime. \
That answer matters. I will help with the next step."""
TALK = (
    # days ago, hour and minute where the family lives, who, words
    (2, 23, 8, "parent", KNOT),
    (1, 9, 12, "coach", PLAN),
    (1, 9, 15, "coach", SAY),
    (1, 9, 40, "parent", NO_ONE),
    (1, 16, 12, "coach", THEN),
)
