CodeSystem: FindingDecisionCS
Id: finding-decision-cs
Title: "Finding Decisions"
Description: "What a registry's steward decides about a finding of a practice rule. The latest decision holds."
* insert Definition
* ^purpose = "R1, R12: what became of a finding, so that practice guidance can be reviewed by what was found."
* ^caseSensitive = true
* #clinic-asked "Clinic asked" "The clinic was asked for the missing record or for a correction."
* #explained "Explained" "The clinic gave a reason, and the steward accepts it. The records stay as they are."
* #agreed-change "Change agreed" "The clinic agreed to change its practice."
* #records-wrong "Records wrong" "The records do not show what happened; the clinic will correct them."
* #passed-on "Passed on" "The finding was passed on to the body that oversees the clinic."
* #reopened "Reopened" "An earlier decision no longer holds; the finding waits for a decision again."
