# METADATA
# title: Redaction
# description: >-
#   What a finding leads to: a secret or personal data in a log is redacted; in what is signed, or in evidence, it fails the
#   gate, for neither can be rewritten; what is only shaped like one is reported. What is not understood fails.
package postrun.redaction

import rego.v1

# METADATA
# description: The decision on one finding. A policy of the package postrun.custom.redaction speaks first.
# entrypoint: true
decision := object.union(proposed, data.postrun.custom.redaction.decision) if customised

decision := proposed if not customised

# Whatever it is: an answer that is no object leaves the finding without decision, which is no leave to ignore it.
customised if custom = data.postrun.custom.redaction.decision

# METADATA
# description: What this policy says, whatever another one says after it.
proposed := {"action": action, "original": original, "reasons": reasons}

# Live credentials and places that cannot be rewritten come before what the run declares to be harmless.
action := "fail" if {
	count(reasons_to_fail) > 0
} else := "report" if {
	count(reasons_to_report) > 0
} else := "redact"

# What becomes of the text as it was: it is replaced, or waits sealed for whoever has to look into it.
default original := "leave"

original := "replace" if action == "redact"

original := "seal" if {
	action == "fail"
	input.place in rewritable
}

reasons := array.concat(reasons_to_fail, reasons_to_report) if {
	count(reasons_to_fail) + count(reasons_to_report) > 0
} else := [{"rule": "redaction.default", "fact": sprintf("%s in %s is redacted", [input.detector, input.place])}]

reasons_to_fail := because([
	"redaction.severity",
	"redaction.confidence",
	"redaction.place",
	"redaction.signed",
	"redaction.evidence",
	"redaction.live",
	"redaction.failAt",
	"redaction.failAtUnknown",
])

reasons_to_report := because(["redaction.allowed", "redaction.shape"])

because(rules) := [{"rule": rule, "fact": fact[rule]} | some rule in rules]

ranks := {"low": 1, "medium": 2, "high": 3, "critical": 4}

confidences := {"shape", "checksum", "live"}

rewritable := {"log", "file", "environment"}

places := rewritable | {"package", "evidence"}

# What is not understood fails: a word that is new here may be the one that matters.
fact["redaction.severity"] := "has a severity that this policy does not know" if not ranks[input.severity]

fact["redaction.confidence"] := "has a confidence that this policy does not know" if not input.confidence in confidences

fact["redaction.place"] := "lies in a place that this policy does not know" if not input.place in places

fact["redaction.signed"] := "lies in the package, whose signature redaction would break" if {
	input.place == "package"
	counts
}

fact["redaction.evidence"] := "lies in the evidence, which is never rewritten" if {
	input.place == "evidence"
	counts
}

fact["redaction.live"] := "was accepted by its issuer: revoke it, whatever becomes of the text" if input.confidence == "live"

fact["redaction.failAt"] := sprintf("is %s, and the run fails at %s", [input.severity, data.postrun.settings.redaction.fail_at]) if {
	ranks[input.severity] >= ranks[data.postrun.settings.redaction.fail_at]
	counts
}

fact["redaction.failAtUnknown"] := "is found by a run whose fail_at is no severity that this policy knows" if {
	data.postrun.settings.redaction.fail_at
	not ranks[data.postrun.settings.redaction.fail_at]
}

fact["redaction.allowed"] := sprintf("is declared to be harmless: %s", [concat("; ", allowances)]) if count(allowances) > 0

fact["redaction.shape"] := "is only shaped like one, and not severe" if {
	input.confidence == "shape"
	ranks[input.severity] < ranks.high
}

# Neither declared to be harmless nor a mere shape.
counts if {
	not fact["redaction.allowed"]
	not fact["redaction.shape"]
}

allowances contains allowed.reason if {
	some allowed in data.postrun.settings.redaction.allow
	allowed.detector == input.detector
	glob.match(allowed.path, ["/"], input.path)
}
