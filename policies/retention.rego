# METADATA
# title: Retention
# description: >-
#   What becomes of an item: "no evidence, no keep". Inside a workspace only what is declared, or lies in the package,
#   stays for its term; a cache goes; whatever says keep wins over all that says delete.
# related_resources:
# - ref: https://csrc.nist.gov/pubs/sp/800/88/r2/final
#   description: NIST SP 800-88 Rev. 2. Deletion is not sanitization; the treatment here is deletion.
package postrun.retention

import rego.v1

# Facts of the item stand in input; those of the run, the same for all its items, in data.postrun:
# docs/policy.md describes both, schemas/policy-*.schema.json are their shape.

# METADATA
# description: The decision on one item. A policy of the package postrun.custom.retention speaks first.
# entrypoint: true
decision := object.union(proposed, data.postrun.custom.retention.decision) if customised

decision := proposed if not customised

# Whatever it is: an answer that is no object leaves the item without decision, and that is no reason to delete it.
customised if custom = data.postrun.custom.retention.decision

# METADATA
# description: What this policy says, whatever another one says after it.
proposed := {
	"class": class,
	"retention": term.retention,
	"legal_basis": term.legal_basis,
	"responsible": term.responsible,
	"treatment": treatment,
	"conflict": conflict,
	"reasons": reasons,
}

# METADATA
# description: >-
#   The decisions on many items at once, for a server that is asked over the network: input.items are the facts of the
#   items by any key, input.postrun is what stands in data.postrun elsewhere.
# entrypoint: true
decisions[key] := made if {
	some key, item in input.items
	made := decision with input as item with data.postrun.run as input.postrun.run
		with data.postrun.workspace as input.postrun.workspace
		with data.postrun.terms as input.postrun.terms
}

# What an item is to the run.
class := "EVIDENCE" if {
	count(reasons_to_keep) > 0
} else := "INTERMEDIATE" if {
	fact["workspace.intermediate"]
} else := "TRANSIENT" if {
	count(reasons_to_go) > 0
} else := data.postrun.workspace.unmatched

# How long that class stays.
default term := {"retention": null, "due": false, "before_due": "keep", "legal_basis": null, "responsible": null}

term := data.postrun.terms[class]

# Evidence that is due waits for a person: no job destroys evidence. What nobody decided on stays, too.
default treatment := "keep"

treatment := "delete" if class == "TRANSIENT"

treatment := "delete" if {
	class == "INTERMEDIATE"
	term.due
}

treatment := term.before_due if {
	class == "INTERMEDIATE"
	not term.due
}

# Rules disagree where something both stays and goes; a link alone is no declaration, and says so as well.
default conflict := false

conflict if {
	count(reasons_to_keep) > 0
	count(reasons_to_go) + count(reasons_to_wait) > 0
}

conflict if {
	count(reasons_to_keep) > 0
	not declared_to_keep
}

conflict if {
	count(reasons_to_keep) == 0
	count(reasons_to_wait) > 0
	count(reasons_to_go) > 0
}

declared_to_keep if fact["workspace.package"]

declared_to_keep if fact["workspace.evidence"]

declared_to_keep if fact["workspace.keep"]

reasons := found if {
	found := array.concat(array.concat(reasons_to_keep, reasons_to_wait), reasons_to_go)
	count(found) > 0
} else := [{"rule": "workspace.unmatched", "fact": unmatched}]

unmatched := "is neither packaged nor declared evidence" if {
	class == "TRANSIENT"
} else := "no pattern of the descriptor matches; declare it, or set workspace.unmatched: transient"

reasons_to_keep := because([
	"conflict.hardLink",
	"conflict.symbolicLink",
	"workspace.package",
	"workspace.evidence",
	"workspace.keep",
])

reasons_to_wait := because(["workspace.intermediate"])

reasons_to_go := because(["workspace.transient", "cache"])

because(rules) := [{"rule": rule, "fact": fact[rule]} | some rule in rules]

# What is known of the item, by the rule that it speaks for, in words for a person.
fact["conflict.hardLink"] := "is another name of a file that is kept" if input.linked_to_kept

fact["conflict.symbolicLink"] := "is what a symbolic link that is kept leads to" if input.led_to_by_kept

fact["workspace.package"] := text if {
	input.in_package
	text := sprintf("lies in the package %s; its signature is not checked here", [data.postrun.workspace.package])
}

fact["workspace.evidence"] := matches(input.evidence)

fact["workspace.keep"] := matches(input.keep)

fact["workspace.intermediate"] := matches(input.intermediate)

fact["workspace.transient"] := matches(input.transient)

fact.cache := sprintf("is the content of the cache %s", [input.cache]) if input.origin == "cache"

matches(declared) := sprintf("matches '%s' (line %d)", [declared.pattern, declared.line])
