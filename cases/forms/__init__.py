"""What a family may write about their room, checked and kept."""

from cases.forms.asks import AnswerForm, AskForm, DayForm
from cases.forms.fields import VersionedForm
from cases.forms.lines import DifferForm, NoteForm
from cases.forms.setup import ChildForm, NeedsForm
from cases.forms.team import AddByTitleForm, AddMemberForm, MemberForm, TrainingForm

__all__ = [
    "AddByTitleForm",
    "AddMemberForm",
    "AnswerForm",
    "AskForm",
    "ChildForm",
    "DayForm",
    "DifferForm",
    "MemberForm",
    "NeedsForm",
    "NoteForm",
    "TrainingForm",
    "VersionedForm",
]
