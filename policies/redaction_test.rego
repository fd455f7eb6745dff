package postrun.redaction_test

import data.postrun.redaction
import rego.v1

finding := {
	"detector": "github-token",
	"kind": "credential",
	"severity": "critical",
	"confidence": "checksum",
	"place": "log",
	"path": "logs/train.log",
}

with_fields(fields) := object.union(finding, fields)

rules(decision) := {reason.rule | some reason in decision.reasons}

test_a_secret_in_a_log_is_redacted if {
	decision := redaction.decision with input as finding
	decision == {
		"action": "redact",
		"original": "replace",
		"reasons": [{"rule": "redaction.default", "fact": "github-token in log is redacted"}],
	}
}

test_what_is_signed_cannot_be_redacted if {
	decision := redaction.decision with input as with_fields({"place": "package"})
	decision.action == "fail"
	decision.original == "leave"
	rules(decision) == {"redaction.signed"}
}

test_evidence_is_never_rewritten if {
	decision := redaction.decision with input as with_fields({"place": "evidence"})
	decision.action == "fail"
	rules(decision) == {"redaction.evidence"}
}

test_a_live_credential_fails_wherever_it_lies if {
	decision := redaction.decision with input as with_fields({"confidence": "live"})
	decision.action == "fail"
	decision.original == "seal"
	rules(decision) == {"redaction.live"}
}

test_a_mere_shape_is_reported if {
	every place in redaction.places {
		decision := redaction.decision with input as with_fields({"confidence": "shape", "severity": "medium", "place": place})
		decision.action == "report"
		decision.original == "leave"
	}
}

test_a_severe_shape_is_redacted if {
	redaction.decision.action == "redact" with input as with_fields({"confidence": "shape", "severity": "high"})
}

test_the_run_may_fail_from_a_severity_on if {
	every severity, action in {"low": "redact", "medium": "redact", "high": "fail", "critical": "fail"} {
		redaction.decision.action == action with input as with_fields({"severity": severity})
			with data.postrun.settings.redaction as {"fail_at": "high"}
	}
}

test_what_is_declared_harmless_is_reported_with_the_reason if {
	decision := redaction.decision with input as with_fields({"place": "package", "path": "package/tests/key.pem"})
		with data.postrun.settings.redaction as {"fail_at": "low", "allow": allow}
	decision.action == "report"
	decision.reasons == [{"rule": "redaction.allowed", "fact": "is declared to be harmless: the key of an example"}]
}

test_a_declaration_holds_for_its_detector_and_path_alone if {
	every fields in [{"detector": "aws-key", "path": "package/tests/key.pem"}, {"path": "package/tests/deeper/key.pem"}] {
		redaction.decision.action == "redact" with input as with_fields(fields)
			with data.postrun.settings.redaction as {"allow": allow}
	}
}

test_nothing_declares_a_live_credential_harmless if {
	decision := redaction.decision with input as with_fields({"confidence": "live", "path": "package/tests/key.pem"})
		with data.postrun.settings.redaction as {"allow": allow}
	decision.action == "fail"
	rules(decision) == {"redaction.live", "redaction.allowed"}
}

allow := [{"detector": "github-token", "path": "package/tests/*", "reason": "the key of an example"}]

test_what_is_not_understood_fails if {
	every field in ["severity", "confidence", "place"] {
		unknown := redaction.decision with input as with_fields({field: "of a later version"})
		unknown.action == "fail"
		sprintf("redaction.%s", [field]) in rules(unknown)
		missing := redaction.decision with input as object.remove(finding, [field])
		missing.action == "fail"
	}
}

test_another_policy_speaks_first if {
	decision := redaction.decision with input as finding
		with data.postrun.custom.redaction.decision as {"action": "fail", "reasons": [{"rule": "ours", "fact": "no secrets in logs"}]}
	decision == {"action": "fail", "original": "replace", "reasons": [{"rule": "ours", "fact": "no secrets in logs"}]}
}

test_another_policy_that_answers_with_no_object_leaves_no_decision if {
	every answer in ["leave", false, null, []] {
		not redaction.decision with input as finding with data.postrun.custom.redaction.decision as answer
	}
}

test_a_fail_at_that_is_no_severity_fails if {
	decision := redaction.decision with input as finding with data.postrun.settings.redaction.fail_at as "hgih"
	decision.action == "fail"
}
