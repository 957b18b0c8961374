Extension: RuleSetVersion
Id: rule-set
Title: "Rule Set"
Description: "The rule set that made a finding, as its canonical URL with the version: url|version."
Context: DetectedIssue
* insert Definition
* ^purpose = "R1"
* value[x] 1..1
* value[x] only canonical
* value[x] obeys krn-fin-1
