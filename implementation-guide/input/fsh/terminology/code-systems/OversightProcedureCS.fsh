CodeSystem: OversightProcedureCS
Id: oversight-procedure-cs
Title: "Oversight Procedures"
Description: "Procedures by which the institution behind a clinic oversees treatment with ketamine."
* insert Definition
* ^purpose = "R11: how a clinic is overseen by its institution."
* ^caseSensitive = true
* #protocol-approval "Approval of the protocol" "The treatment protocol was approved by a committee of the institution."
* #case-approval "Approval of each case" "Each course is approved by someone other than the prescriber before it begins."
* #case-review "Case review" "Running courses are reviewed at intervals by someone other than the prescriber."
* #incident-review "Incident review" "Adverse events and incidents are reviewed by the institution."
* #outcome-audit "Audit of outcomes" "Outcomes of the clinic are audited at intervals."
* #stock-audit "Audit of stock" "Stock and records of controlled drugs are audited at intervals."
