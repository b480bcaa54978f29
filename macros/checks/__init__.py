"""The rules of the handbook. Each is a true sentence about sound data and yields a problem where it does not hold. Imports `loading` and below."""
from macros.checks.altered import what_repeats_a_figure_changes_with_it
from macros.checks.amounts import figures_are_possible
from macros.checks.anchors import ids_are_free_to_be_anchors
from macros.checks.applicants import applicants_are_told_nothing_that_is_for_staff
from macros.checks.audience import staff_only_is_so_everywhere
from macros.checks.circles import moves_lead_elsewhere, partners_are_somebody, relations_lead_elsewhere, reporting_leads_upwards
from macros.checks.colours import colours_can_be_read
from macros.checks.directions import targets_point_the_better_way
from macros.checks.documents import documents_are_named
from macros.checks.doubled import lists_say_each_thing_once, records_are_described_in_their_own_words
from macros.checks.editions import nobody_is_asked_for_more_without_a_word, the_newest_edition_is_the_one_that_holds
from macros.checks.explanations import remarks_have_a_place, what_is_explained_is_there
from macros.checks.figures import figures_agree, figures_are_whole, measures_exist, numbers_agree, thresholds_exist
from macros.checks.filled import records_are_filled_in
from macros.checks.formulas import formulas_are_alike, worked_lines_come_out
from macros.checks.gaps import (
    gaps_are_phrases,
    gaps_name_sections,
    notes_of_gaps_wait_for_their_owner,
    readings_go_on_from_their_heading,
    readings_leave_what_is_open_to_its_field,
    words_shown_elsewhere_name_their_page,
)
from macros.checks.glossary import abbreviations_are_terms, names_have_one_translation, refused_forms_are_absent
from macros.checks.halves import no_half_is_behind
from macros.checks.house_style import only_style_is_switched_off, sentences_follow_the_guide
from macros.checks.left_over import fields_say_something, texts_say_something, words_are_clean
from macros.checks.lengths import nothing_is_too_long_to_read
from macros.checks.limits import limits_of_a_section_agree, quotations_have_the_figure, steps_say_their_deadline, timed_steps_are_targets_of_their_roles
from macros.checks.links import links_differ
from macros.checks.mistyped import words_are_not_changed_by_a_slip
from macros.checks.names import readings_fit_their_names
from macros.checks.namesakes import (
    names_of_a_kind_differ_at_a_glance,
    names_tell_records_apart,
    other_names_are_others,
    roles_posts_titles_and_teams_have_names_of_their_own,
    short_names_tell_records_apart,
)
from macros.checks.of_our_own import a_sentence_with_a_figure_of_our_own_says_so
from macros.checks.phrases import items_of_lists_end_open, names_begin_with_a_capital
from macros.checks.practices import leads_say_whom_they_are_for, plans_are_reviewed_by_a_step_that_says_how_often
from macros.checks.promotions import promotions_ask_in_one_place
from macros.checks.punctuation import sentences_are_clean
from macros.checks.questions import levels_have_their_questions, questions_are_asked_once
from macros.checks.records import ids_inside_a_record_differ, ladders_rise, levels_differ, records_cite_sources, review_follows
from macros.checks.references import (
    defaults_are_for_kinds,
    duty_groups_exist,
    referenced_records_are_in_use,
    referenced_records_exist,
    retired_records_say_where_their_parts_went,
    source_sections_are_cited,
)
from macros.checks.reworded import a_target_changes_with_the_sentence_of_its_role
from macros.checks.senses import words_keep_the_sense_of_their_term
from macros.checks.since_commit import nothing_goes_without_a_trace, what_is_new_says_where_it_stands
from macros.checks.twice import ids_tell_roles_posts_and_teams_apart, targets_of_a_role_differ
from macros.checks.units import currencies_are_iso_codes, ids_leave_common_words_alone
from macros.checks.vocabularies import (
    competencies_describe_every_level,
    listed_names_differ,
    listed_values_are_used,
    lists_are_there,
    stairs_have_two_to_seven_steps,
)
from macros.checks.wordlist import terms_agree_with_each_other, terms_can_be_told_from_plain_words
from macros.loading.folder import Rule

_ALWAYS: tuple[Rule, ...] = (
    lists_are_there,
    records_are_filled_in,
    referenced_records_exist,
    defaults_are_for_kinds,
    referenced_records_are_in_use,
    retired_records_say_where_their_parts_went,
    relations_lead_elsewhere,
    reporting_leads_upwards,
    moves_lead_elsewhere,
    partners_are_somebody,
    ids_tell_roles_posts_and_teams_apart,
    duty_groups_exist,
    targets_of_a_role_differ,
    currencies_are_iso_codes,
    ids_leave_common_words_alone,
    measures_exist,
    thresholds_exist,
    ids_inside_a_record_differ,
    links_differ,
    stairs_have_two_to_seven_steps,
    listed_values_are_used,
    listed_names_differ,
    names_tell_records_apart,
    names_of_a_kind_differ_at_a_glance,
    other_names_are_others,
    short_names_tell_records_apart,
    roles_posts_titles_and_teams_have_names_of_their_own,
    lists_say_each_thing_once,
    records_are_described_in_their_own_words,
    terms_agree_with_each_other,
    terms_can_be_told_from_plain_words,
    ids_are_free_to_be_anchors,
    competencies_describe_every_level,
    levels_differ,
    levels_have_their_questions,
    questions_are_asked_once,
    ladders_rise,
    review_follows,
    readings_fit_their_names,
    records_cite_sources,
    what_is_explained_is_there,
    remarks_have_a_place,
    leads_say_whom_they_are_for,
    plans_are_reviewed_by_a_step_that_says_how_often,
    promotions_ask_in_one_place,
    colours_can_be_read,
    gaps_are_phrases,
    gaps_name_sections,
    words_shown_elsewhere_name_their_page,
    readings_go_on_from_their_heading,
    readings_leave_what_is_open_to_its_field,
    notes_of_gaps_wait_for_their_owner,
    documents_are_named,
    figures_are_whole,
    figures_are_possible,
    targets_point_the_better_way,
    figures_agree,
    numbers_agree,
    what_repeats_a_figure_changes_with_it,
    a_target_changes_with_the_sentence_of_its_role,
    a_sentence_with_a_figure_of_our_own_says_so,
    limits_of_a_section_agree,
    quotations_have_the_figure,
    steps_say_their_deadline,
    timed_steps_are_targets_of_their_roles,
    staff_only_is_so_everywhere,
    formulas_are_alike,
    worked_lines_come_out,
    sentences_are_clean,
    items_of_lists_end_open,
    names_begin_with_a_capital,
    fields_say_something,
    texts_say_something,
    words_are_clean,
    nothing_is_too_long_to_read,
    sentences_follow_the_guide,
    refused_forms_are_absent,
    names_have_one_translation,
    abbreviations_are_terms,
    words_keep_the_sense_of_their_term,
    source_sections_are_cited,
    no_half_is_behind,
    nothing_goes_without_a_trace,
    the_newest_edition_is_the_one_that_holds,
    nobody_is_asked_for_more_without_a_word,
    applicants_are_told_nothing_that_is_for_staff,
    what_is_new_says_where_it_stands,
    words_are_not_changed_by_a_slip,
)
STYLE = {sentences_follow_the_guide, abbreviations_are_terms}  # what style.yml may switch off in part or as a whole
RULES: tuple[Rule, ...] = (*_ALWAYS, only_style_is_switched_off(rule for rule in _ALWAYS if rule not in STYLE))
# What must hold before there can be pages; while one half is written, the other is behind, and only `check` asks about it.
OF_PAGES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule is not no_half_is_behind)
