Extension: OversightProcedure
Id: oversight-procedure
Title: "Oversight Procedure"
Description: "A procedure by which the institution behind the clinic oversees treatment with ketamine."
Context: Organization
* insert Definition
* ^purpose = "R11"
* value[x] 1..1
* value[x] only code
* valueCode from OversightProcedureVS (required)
