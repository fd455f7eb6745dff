# METADATA
# title: Revocation
# description: >-
#   What becomes of a credential of the run, and what has to be proved of it. Only what was issued to this run is revoked; a
#   revocation that is not verified fails the hygiene of the run, as does whatever is not understood.
# related_resources:
# - ref: https://www.rfc-editor.org/rfc/rfc7009
#   description: RFC 7009. The answer to a revocation is 200 for an unknown token, too, and proves nothing.
package postrun.revocation

import rego.v1

# METADATA
# description: What is to be done with one credential. A policy of the package postrun.custom.revocation speaks first.
# entrypoint: true
decision := object.union(proposed, data.postrun.custom.revocation.decision) if customised

decision := proposed if not customised

# Whatever it is: an answer that is no object leaves the credential without decision, which is no leave to ignore it.
customised if custom = data.postrun.custom.revocation.decision

# METADATA
# description: What this policy says, whatever another one says after it.
proposed := {"action": action, "proof": proof, "reasons": reasons}

# METADATA
# description: Whether the run is clean of a credential, once input.status says what came of the decision.
# entrypoint: true
default hygiene := {
	"clean": false,
	"reasons": [{"rule": "revocation.unproved", "fact": "nothing proves that it is dead, or will soon be"}],
}

hygiene := {"clean": true, "reasons": settled} if count(settled) > 0

action := "leave" if {
	count(reasons_to_leave) > 0
} else := "revoke_after_evidence" if {
	input.needed_for_evidence
} else := "revoke_now"

# What has to be shown afterwards.
default proof := "lookup_fails"

proof := "expiry" if reason_to_leave["revocation.notRevocable"]

proof := "none" if reason_to_leave["revocation.foreign"]

reasons := reasons_to_leave if {
	count(reasons_to_leave) > 0
} else := [{"rule": "revocation.evidence", "fact": "is needed to sign or to deliver the evidence"}] if {
	input.needed_for_evidence
} else := [{"rule": "revocation.default", "fact": "was issued to this run, which has ended"}]

reasons_to_leave := [{"rule": rule, "fact": fact} |
	some rule in ["revocation.foreign", "revocation.shared", "revocation.notRevocable"]
	fact := reason_to_leave[rule]
]

reason_to_leave["revocation.foreign"] := "was not issued to this run" if not input.issued_to_run

reason_to_leave["revocation.shared"] := "others use it, too; name it in data.postrun.settings.revocation.revoke_shared to revoke it for all of them" if {
	input.issued_to_run
	not input.scope == "run"
	not input.name in revoke_shared
}

reason_to_leave["revocation.notRevocable"] := "its issuer cannot revoke it" if {
	input.issued_to_run
	not input.revocable
}

settled := [{"rule": rule, "fact": fact} |
	some rule in ["revocation.verified", "revocation.foreign", "revocation.accepted", "revocation.expires"]
	fact := settlement[rule]
]

settlement["revocation.verified"] := "a look-up with it failed after the revocation" if input.status == "REVOKED_VERIFIED"

settlement["revocation.foreign"] := reason_to_leave["revocation.foreign"]

settlement["revocation.accepted"] := sprintf("its issuer accepted the revocation, which is all that can be had of a %s", [input.kind]) if {
	input.status == "REVOKE_ACCEPTED"
	input.kind in accept_unverified
}

settlement["revocation.expires"] := sprintf("cannot be revoked, and ends at %s", [input.expires_at]) if {
	input.status == "EXPIRES_AT"
	decision.proof == "expiry"
	is_string(input.expires_at)
	left := time.parse_rfc3339_ns(input.expires_at) - time.parse_rfc3339_ns(data.postrun.run.now)
	left <= max_seconds_left * 1000000000
}

# What the run declares; without a declaration the strict answer.
default revoke_shared := []

revoke_shared := data.postrun.settings.revocation.revoke_shared

default accept_unverified := []

accept_unverified := data.postrun.settings.revocation.accept_unverified

default max_seconds_left := 3600

max_seconds_left := data.postrun.settings.revocation.max_seconds_left
