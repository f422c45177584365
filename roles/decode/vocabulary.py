"""Words the reading of a signature needs to know: what is never letters, never a name, never read."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ALSO_WORDS = _set("""
    do pa ma ms ba bs as aa or in is it me my no of on so to up us we he hi be by am an at go if id ok pc dr
    mr mrs ed med bed mat mac mc casa gal lat lac fis cap bat bai lap lit
""")
"""Letters that are also words or places: they count only where letters stand."""

NOT_LETTERS = _set("""
    llc inc pllc llp ltd pc co corp usa us nw sw ne se po box ste fax tel cell ext ph asap fyi hipaa iep am pm
    notice email re fw fwd cc id tv ok faq dob ssn the and for not this that from with you your are was is it
    in on to of or be by at as if we he no so do my me our all any new please reply send only call text mail
    phone office mobile direct main est pst cst mst edt pdt cdt mdt mon tue wed thu fri sat sun
    ii iii iv jr sr n/a
""")
"""Capitals that are not letters after a name."""

NOT_A_NAME = _set("""
    my our your her his the a an is was and of in for at with she he they we i this that who what new senior
    lead licensed certified registered outpatient inpatient clinical child family youth mental health
    behavioral school community home based crisis program assistant associate staff intensive primary care
    adolescent adult on to services center clinic department agency team please skill skills life peer
    wellness provisional provisionally behavior social speech music art play trauma recovery parent parenting
    not working pursuing seeking toward towards currently psychology counseling call see ask saw met hi hello
    dear thanks best warm residential milieu in-home bilingual bicultural virtual remote telehealth treatment
    hospital individual group couples substance addiction addictions after-school mobile regional contract
    spanish-speaking part-time full-time per-diem in-house school-based home-based community-based
    family-based supervisor supervising director manager coordinator specialist mgr coord worker caseworker
    aide
""")

JOBS = _set("""
    therapist psychotherapist counselor counsellor clinician psychologist psychiatrist pediatrician nurse
    doctor teacher coach mentor trainer advocate navigator interventionist analyst behaviorist facilitator
""")
"""Words that name a job of their own: beside a name they are no nickname."""

SHORTENED = {"mgr": "manager", "coord": "coordinator", "spec": "specialist", "asst": "assistant"}
"""How words of a title are written in haste."""

ALSO_NAMES = _set("an my in he her on so")
"""Little words that are also people's names: with another name behind them, in front of a comma."""

FIELDS = _set("""
    psychology sociology education counseling counselling nursing work services development analysis studies
    justice rehabilitation therapy administration leadership theology divinity ministry science sciences arts
""")
"""What a degree is in: "BA Psychology", "MS in Human Services"."""

FIELDS_BEFORE = _set("""
    in of and clinical school mental health public human social special family marriage applied behavior
    criminal early childhood child art music general
""")
"""Words that stand between a degree and what it is in."""

TRAININGS = {
    **dict.fromkeys(("tf-cbt", "tfcbt", "emdr", "cpp"), "trauma-treatment"),
    **dict.fromkeys(("pcit", "dbt", "dbt-a", "dbt-c", "cbt", "cbt-i", "cbt-p", "cams", "fft", "mst"), ""),
}
"""Trainings by their letters, with the capability each is for; '' where it is for several, or not checked."""

TRAINED = _set("certified trained certification")
TRAINED_IN = TRAINED | _set("certificate training in")
"""Words beside the name of a training that belong to it."""

BROAD_LICENSES = frozenset({"pa", "physician assistant", "physician associate"})
"""Licenses held in many kinds of clinics, by folded name: they prove no job of those we know."""

CLOSINGS = frozenset(
    {"best", "best regards", "regards", "kind regards", "warm regards", "warmly", "thanks", "thank you"}
    | {"many thanks", "sincerely", "cheers", "take care", "respectfully", "yours", "hi", "hello", "dear"}
    | {"in partnership", "with gratitude", "in health"}
)
LABELS = _set("from name to by signed provider cc re fw fwd subject credentials title role")
PRONOUNS = _set("she her hers he him his they them theirs ze zir xe xem ella elle el any")
LEGAL = (
    "confidential",
    "this email",
    "this e-mail",
    "this message",
    "this communication",
    "the information",
    "the contents",
    "notice",
    "privacy notice",
    "sent from my",
    "if you are not the intended",
)
"""How the small print below a signature begins; its paragraph is not read."""
