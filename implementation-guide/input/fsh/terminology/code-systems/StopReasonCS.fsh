CodeSystem: StopReasonCS
Id: stop-reason-cs
Title: "Stop Reasons"
Description: "Why an administration was stopped before the intended dose was given."
* insert Definition
* ^purpose = "R24: a stopped infusion says why."
* ^caseSensitive = true
* #adverse-effect "Adverse effect" "The patient had an effect that made stopping necessary; an adverse event says which."
* #patient-request "Patient request" "The patient asked to stop, without an adverse effect."
* #equipment "Equipment" "Pump, line or device failed."
* #target-reached "Target reached" "The intended effect was reached with less than the intended dose."
* #other "Other" "A reason that none of the other codes describes."
