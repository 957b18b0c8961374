ValueSet: StopReasonVS
Id: stop-reason-vs
Title: "Stop Reasons"
Description: "Why an administration was stopped before the intended dose was given."
* insert Definition
* ^purpose = "R24: a stopped infusion says why."
* StopReasonCS#adverse-effect "Adverse effect"
* StopReasonCS#patient-request "Patient request"
* StopReasonCS#equipment "Equipment"
* StopReasonCS#target-reached "Target reached"
* StopReasonCS#other "Other"
