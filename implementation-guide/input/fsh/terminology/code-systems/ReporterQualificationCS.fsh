CodeSystem: ReporterQualificationCS
Id: reporter-qualification-cs
Title: "Reporter Qualifications"
Description: "What the person is by profession from whom the clinic knows of the event."
* insert Definition
* ^purpose = "R14: a safety report says who reports."
* ^caseSensitive = true
* insert E2bProperty([[C.2.r.4]])
* #physician "Physician" "A doctor of medicine."
* insert E2bCode(physician, 1)
* #pharmacist "Pharmacist" "A pharmacist."
* insert E2bCode(pharmacist, 2)
* #other-health-professional "Other health professional" "A nurse, psychologist or other health professional."
* insert E2bCode(other-health-professional, 3)
* #lawyer "Lawyer" "A lawyer."
* insert E2bCode(lawyer, 4)
* #consumer "Consumer or other non-health professional" "The patient, a relative or anybody else."
* insert E2bCode(consumer, 5)
