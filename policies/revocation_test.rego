package postrun.revocation_test

import data.postrun.revocation
import rego.v1

credential := {
	"name": "vault-run-token",
	"kind": "vault-token",
	"issued_to_run": true,
	"scope": "run",
	"revocable": true,
	"needed_for_evidence": false,
	"expires_at": "2026-03-01T12:30:00Z",
}

with_fields(fields) := object.union(credential, fields)

now := {"now": "2026-03-01T12:00:00Z"}

rules(reasons) := {reason.rule | some reason in reasons}

test_a_credential_of_the_run_is_revoked_and_that_is_proved if {
	decision := revocation.decision with input as credential
	decision == {
		"action": "revoke_now",
		"proof": "lookup_fails",
		"reasons": [{"rule": "revocation.default", "fact": "was issued to this run, which has ended"}],
	}
}

test_what_signs_the_evidence_is_revoked_after_it if {
	decision := revocation.decision with input as with_fields({"needed_for_evidence": true})
	decision.action == "revoke_after_evidence"
	decision.proof == "lookup_fails"
	rules(decision.reasons) == {"revocation.evidence"}
}

test_what_was_not_issued_to_the_run_is_not_touched if {
	every foreign in [with_fields({"issued_to_run": false}), object.remove(credential, ["issued_to_run"])] {
		decision := revocation.decision with input as foreign
		decision.action == "leave"
		decision.proof == "none"
		rules(decision.reasons) == {"revocation.foreign"}
	}
}

test_what_others_use_is_not_revoked_unless_it_is_named if {
	shared := with_fields({"scope": "realm"})
	decision := revocation.decision with input as shared
	decision.action == "leave"
	rules(decision.reasons) == {"revocation.shared"}
	revocation.decision.action == "revoke_now" with input as shared
		with data.postrun.settings.revocation as {"revoke_shared": ["vault-run-token"]}
}

test_what_cannot_be_revoked_has_to_expire if {
	decision := revocation.decision with input as with_fields({"revocable": false})
	decision.action == "leave"
	decision.proof == "expiry"
	rules(decision.reasons) == {"revocation.notRevocable"}
}

test_a_verified_revocation_is_clean if {
	revocation.hygiene == {
		"clean": true,
		"reasons": [{"rule": "revocation.verified", "fact": "a look-up with it failed after the revocation"}],
	} with input as with_fields({"status": "REVOKED_VERIFIED"})
}

test_what_is_not_verified_is_not_clean if {
	every status in ["REVOKE_ACCEPTED", "DENIED_BY_POLICY", "EXPIRES_AT", "MANUAL_REQUIRED", "FAILED", "of a later version"] {
		outcome := revocation.hygiene with input as with_fields({"status": status}) with data.postrun.run as now
		not outcome.clean
		rules(outcome.reasons) == {"revocation.unproved"}
	}
	not revocation.hygiene.clean with input as credential
}

test_the_run_may_take_the_word_of_an_issuer_that_gives_nothing_else if {
	outcome := revocation.hygiene with input as with_fields({"kind": "huggingface-token", "status": "REVOKE_ACCEPTED"})
		with data.postrun.settings.revocation as {"accept_unverified": ["huggingface-token"]}
	outcome.clean
	rules(outcome.reasons) == {"revocation.accepted"}
}

test_a_foreign_credential_is_no_matter_of_this_run if {
	outcome := revocation.hygiene with input as with_fields({"issued_to_run": false})
	outcome.clean
	rules(outcome.reasons) == {"revocation.foreign"}
}

test_what_expires_soon_is_clean_where_nothing_can_revoke_it if {
	every expires_at, clean in {"2026-03-01T13:00:00Z": true, "2026-03-01T13:00:01Z": false} {
		outcome := revocation.hygiene with input as with_fields({"revocable": false, "status": "EXPIRES_AT", "expires_at": expires_at})
			with data.postrun.run as now
		outcome.clean == clean
	}
}

test_the_run_may_say_how_soon if {
	later := with_fields({"revocable": false, "status": "EXPIRES_AT", "expires_at": "2026-03-01T14:00:00Z"})
	revocation.hygiene.clean with input as later with data.postrun.run as now
		with data.postrun.settings.revocation as {"max_seconds_left": 7200}
}

test_without_an_instant_nothing_expires if {
	every expires_at in [null, "soon"] {
		not revocation.hygiene.clean with input as with_fields({"revocable": false, "status": "EXPIRES_AT", "expires_at": expires_at})
			with data.postrun.run as now
	}
}

test_another_policy_speaks_first if {
	decision := revocation.decision with input as credential
		with data.postrun.custom.revocation.decision as {"action": "leave", "reasons": [{"rule": "ours", "fact": "kept for the next run"}]}
	decision.action == "leave"
	decision.proof == "lookup_fails"
	rules(decision.reasons) == {"ours"}
}

test_another_policy_that_answers_with_no_object_leaves_no_decision if {
	every answer in ["leave", false, null, []] {
		not revocation.decision with input as credential with data.postrun.custom.revocation.decision as answer
	}
}
