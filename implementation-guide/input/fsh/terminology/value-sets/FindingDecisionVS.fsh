ValueSet: FindingDecisionVS
Id: finding-decision-vs
Title: "Finding Decisions"
Description: "What a registry's steward decides about a finding of a practice rule."
* insert Definition
* ^purpose = "R1, R12: what became of a finding."
* FindingDecisionCS#clinic-asked "Clinic asked"
* FindingDecisionCS#explained "Explained"
* FindingDecisionCS#agreed-change "Change agreed"
* FindingDecisionCS#records-wrong "Records wrong"
* FindingDecisionCS#passed-on "Passed on"
* FindingDecisionCS#reopened "Reopened"
