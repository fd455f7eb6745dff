package postrun.retention_test

import data.postrun.retention
import rego.v1

# Nothing speaks for this item.
item := {
	"root": "/work",
	"path": "a/b",
	"origin": "workspace",
	"cache": null,
	"type": "file",
	"size": 1,
	"modified_ns": 1,
	"in_package": false,
	"evidence": null,
	"keep": null,
	"intermediate": null,
	"transient": null,
	"linked_to_kept": false,
	"led_to_by_kept": false,
}

with_fields(fields) := object.union(item, fields)

pattern := {"pattern": "/x/**", "line": 7}

terms := {
	"EVIDENCE": {"retention": "RET-90", "days": 90, "due": false, "before_due": "keep", "legal_basis": "audit policy", "responsible": "ml"},
	"INTERMEDIATE": {"retention": "RET-7", "days": 7, "due": false, "before_due": "keep", "legal_basis": null, "responsible": null},
	"TRANSIENT": {"retention": "RET-0", "days": 0, "due": true, "before_due": "delete", "legal_basis": null, "responsible": null},
}

workspace := {"package": "/work/package", "unmatched": "TRANSIENT"}

decide(fields) := decision if {
	decision := retention.decision with input as with_fields(fields)
		with data.postrun.workspace as workspace
		with data.postrun.terms as terms
}

rules(decision) := [reason.rule | some reason in decision.reasons]

# What says keep, by the field of the input, and the rule that it becomes.
keeping := {
	"evidence": {"value": pattern, "rule": "workspace.evidence"},
	"keep": {"value": pattern, "rule": "workspace.keep"},
	"in_package": {"value": true, "rule": "workspace.package"},
	"linked_to_kept": {"value": true, "rule": "conflict.hardLink"},
	"led_to_by_kept": {"value": true, "rule": "conflict.symbolicLink"},
}

links := {"linked_to_kept", "led_to_by_kept"}

test_what_is_declared_evidence_stays_for_its_term if {
	decide({"evidence": pattern}) == {
		"class": "EVIDENCE",
		"retention": "RET-90",
		"legal_basis": "audit policy",
		"responsible": "ml",
		"treatment": "keep",
		"conflict": false,
		"reasons": [{"rule": "workspace.evidence", "fact": "matches '/x/**' (line 7)"}],
	}
}

test_whatever_says_keep_makes_evidence if {
	every field, said in keeping {
		decision := decide({field: said.value})
		decision.class == "EVIDENCE"
		decision.treatment == "keep"
		rules(decision) == [said.rule]
	}
}

test_keep_wins_over_all_that_says_delete_and_says_so if {
	every field, said in keeping {
		every other in [{"transient": pattern}, {"intermediate": pattern}, {"origin": "cache", "cache": "pip"}] {
			decision := decide(object.union({field: said.value}, other))
			decision.class == "EVIDENCE"
			decision.treatment == "keep"
			decision.conflict
			count(decision.reasons) == 2
			decision.reasons[0].rule == said.rule
		}
	}
}

test_a_link_alone_is_no_declaration if {
	every field, said in keeping {
		decision := decide({field: said.value})
		decision.conflict == (field in links)
	}
}

test_a_link_to_what_is_declared_is_no_conflict if {
	every declared in ["evidence", "keep", "in_package"] {
		decision := decide({"linked_to_kept": true, declared: keeping[declared].value})
		not decision.conflict
		count(decision.reasons) == 2
	}
}

test_the_package_is_named if {
	decision := decide({"in_package": true})
	decision.reasons[0].fact == "lies in the package /work/package; its signature is not checked here"
}

test_evidence_that_is_due_waits_for_a_person if {
	decision := retention.decision with input as with_fields({"evidence": pattern})
		with data.postrun.workspace as workspace
		with data.postrun.terms as object.union(terms, {"EVIDENCE": {"due": true}})
	decision.treatment == "keep"
}

test_intermediates_wait_until_they_are_due if {
	waiting := decide({"intermediate": pattern})
	waiting.class == "INTERMEDIATE"
	waiting.retention == "RET-7"
	waiting.treatment == "keep"
	rules(waiting) == ["workspace.intermediate"]
	due := retention.decision with input as with_fields({"intermediate": pattern})
		with data.postrun.workspace as workspace
		with data.postrun.terms as object.union(terms, {"INTERMEDIATE": {"due": true}})
	due.treatment == "delete"
}

test_intermediates_go_at_once_where_the_run_says_so if {
	decision := retention.decision with input as with_fields({"intermediate": pattern})
		with data.postrun.workspace as workspace
		with data.postrun.terms as object.union(terms, {"INTERMEDIATE": {"before_due": "delete"}})
	decision.treatment == "delete"
}

test_an_intermediate_that_is_transient_as_well_waits_and_says_so if {
	every other in [{"transient": pattern}, {"origin": "cache", "cache": "pip"}] {
		decision := decide(object.union({"intermediate": pattern}, other))
		decision.class == "INTERMEDIATE"
		decision.treatment == "keep"
		decision.conflict
	}
}

test_transients_go if {
	decision := decide({"transient": pattern})
	decision.class == "TRANSIENT"
	decision.retention == "RET-0"
	decision.treatment == "delete"
	not decision.conflict
}

test_caches_go if {
	decision := decide({"origin": "cache", "cache": "pip"})
	decision.class == "TRANSIENT"
	decision.treatment == "delete"
	decision.reasons == [{"rule": "cache", "fact": "is the content of the cache pip"}]
}

test_no_evidence_no_keep if {
	decision := decide({})
	decision.class == "TRANSIENT"
	decision.treatment == "delete"
	decision.reasons == [{"rule": "workspace.unmatched", "fact": "is neither packaged nor declared evidence"}]
}

test_what_nobody_decided_on_stays_where_the_run_says_so if {
	decision := retention.decision with input as item
		with data.postrun.workspace as object.union(workspace, {"unmatched": "UNDECIDED"})
		with data.postrun.terms as terms
	decision == {
		"class": "UNDECIDED",
		"retention": null,
		"legal_basis": null,
		"responsible": null,
		"treatment": "keep",
		"conflict": false,
		"reasons": [{"rule": "workspace.unmatched", "fact": "no pattern of the descriptor matches; declare it, or set workspace.unmatched: transient"}],
	}
}

test_without_facts_of_the_run_there_is_no_decision if {
	not retention.decision with input as item with data.postrun.terms as terms
}

test_another_policy_speaks_first if {
	ours := {"class": "INTERMEDIATE", "retention": "RET-30", "treatment": "keep", "reasons": [{"rule": "ours", "fact": "is a weight"}]}
	decision := retention.decision with input as with_fields({"transient": pattern})
		with data.postrun.workspace as workspace
		with data.postrun.terms as terms
		with data.postrun.custom.retention.decision as ours
	object.subset(decision, ours)
	decision.legal_basis == null
	retention.proposed.class == "TRANSIENT" with input as with_fields({"transient": pattern})
		with data.postrun.workspace as workspace
		with data.postrun.terms as terms
		with data.postrun.custom.retention.decision as ours
}

test_many_items_are_decided_as_each_of_them if {
	asked := {"items": {"a": with_fields({"evidence": pattern}), "b": item}, "postrun": {"run": {}, "workspace": workspace, "terms": terms}}
	made := retention.decisions with input as asked
	made == {"a": decide({"evidence": pattern}), "b": decide({})}
}

test_another_policy_that_answers_with_no_object_leaves_no_decision if {
	every answer in ["delete", false, null, []] {
		not retention.decision with input as item
			with data.postrun.workspace as workspace
			with data.postrun.terms as terms
			with data.postrun.custom.retention.decision as answer
	}
}
