Instance: receipt-completed
InstanceOf: SubmissionReceipt
Usage: #example
Title: "Receipt of a Completed Submission"
Description: "What the first submission of a clinic made (R7)."
* identifier.system = "https://ehr.riverside.example/sid/submission"
* identifier.value = "B-2026-0001"
* status = #completed
* authoredOn = "2026-09-07T11:02:03Z"
* requester.reference = "Organization/clinic-gb-0001"
* output[resource][0].valueReference.reference = "Patient/patient-gb-1"
* output[resource][1].valueReference.reference = "EpisodeOfCare/course-gb-1"
* output[resource][2].valueReference.reference = "Consent/treatment-consent-gb-1"
* output[resource][3].valueReference.reference = "Consent/sharing-consent-gb-1"
