Instance: receipt-rejected
InstanceOf: SubmissionReceipt
Usage: #example
Title: "Receipt of a Rejected Submission"
Description: "Why a submission was turned away (R7)."
* contained = missing-dose
* identifier.system = "https://ehr.riverside.example/sid/submission"
* identifier.value = "B-2026-0017"
* status = #rejected
* authoredOn = "2026-09-14T13:00:00Z"
* requester.reference = "Organization/clinic-gb-0001"
* output[outcome].valueReference.reference = "#missing-dose"
