ValueSet: OversightProcedureVS
Id: oversight-procedure-vs
Title: "Oversight Procedures"
Description: "Procedures by which the institution behind a clinic oversees treatment with ketamine."
* insert Definition
* ^purpose = "R11: how a clinic is overseen by its institution."
* OversightProcedureCS#protocol-approval "Approval of the protocol"
* OversightProcedureCS#case-approval "Approval of each case"
* OversightProcedureCS#case-review "Case review"
* OversightProcedureCS#incident-review "Incident review"
* OversightProcedureCS#outcome-audit "Audit of outcomes"
* OversightProcedureCS#stock-audit "Audit of stock"
