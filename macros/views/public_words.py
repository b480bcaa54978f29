"""What the interface says otherwise where anyone may read along: of what is left out, nothing is said that only holds with it."""
from __future__ import annotations

N_ = str  # marks a word for the catalog


def _n(one: str, many: str) -> tuple[str, str]:
    """Marks words that count for the catalog."""
    return one, many


STAGES = _n("For {n} role here the stage is concluded by the editors.", "For {n} roles here the stage is concluded by the editors.")
LAYERS = _n("The layer of this role is concluded by the editors: {names}.", "The layer of these roles is concluded by the editors: {names}.")
APPLICANTS = _n("{n} change that matters to applicants has been noted since:", "{n} changes that matter to applicants have been noted since:")
BARE = _n("KPIs: {n}", "KPIs: {n}")  # that they have no target is no news where none is shown
IN_PUBLIC = {
    "No mark: a document says so; opening summaries and meanings of terms are ours. e.g. given as an example; inf. inferred from the text; "
    "ed. added by the editors; int. left out of job posts; note: a remark of ours. Press a mark for more.":
        N_("No mark: the department’s documents say so; opening summaries and meanings of terms are the editors’. e.g. given as an example; "
           "inf. inferred from the text; ed. added by the editors."),
    "What a role does, what it takes, what marks good work out from the rest and where it can lead, in Chinese and English. Every rule and figure "
    "has its source, or a mark that shows what it rests on.":
        N_("What a role does, what it takes, what marks good work out from the rest and where it can lead, in Chinese and English."),
    "The meanings are our own words or sum up how the documents use a term. Where a document defines it, the source is named.":
        N_("The meanings are our own words or sum up how the documents use a term."),
    "For {n} role here the stage is concluded by the editors; its page says why.": STAGES[0],
    "For {n} roles here the stage is concluded by the editors; the page of each says why.": STAGES[1],
    "The layer of this role is concluded by the editors; its page says why: {names}.": LAYERS[0],
    "The layer of these roles is concluded by the editors; the page of each says why: {names}.": LAYERS[1],
    "{n} change that concerns this role has been noted since:": APPLICANTS[0],
    "{n} changes that concern this role have been noted since:": APPLICANTS[1],
    "No change that concerns this role has been noted since.": N_("No change that matters to applicants has been noted since."),
    "{n} change to this competency has been noted since:": APPLICANTS[0],
    "{n} changes to this competency have been noted since:": APPLICANTS[1],
    "No change to this competency has been noted since.": "No change that matters to applicants has been noted since.",
    "{n} change to this KPI has been noted since:": APPLICANTS[0],
    "{n} changes to this KPI have been noted since:": APPLICANTS[1],
    "No change to this KPI has been noted since.": "No change that matters to applicants has been noted since.",
    "No document describes this move; this page compares what the two roles list.": N_("This page compares what the two roles list."),
    "No document says {missing}. This page compares what the two roles list.": N_("This page compares what the two roles list."),
    "This role as a book, with its competencies, KPIs and policies": N_("This role as a book, with its competencies and KPIs"),
    "Without a target: ": N_("Measured by: "),
    "Roles without a target: ": N_("Roles that it measures: "),
    "No document makes it a target of any role.": "",
    "The page of each role says why.": "",
    "The role’s page says why.": "",
    "no target given": "",
    "{n} without a target": BARE[0],
    "not stated": N_("not given here"),
    "Posts without a documented route, stage or layer": N_("Other posts"),
    "Not drawn, as no document gives them a route, a stage or a layer: ": N_("Not drawn: "),
}
