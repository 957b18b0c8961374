ValueSet: ReporterQualificationVS
Id: reporter-qualification-vs
Title: "Reporter Qualifications"
Description: "What the person is by profession from whom the clinic knows of the event."
* insert Definition
* ^purpose = "R14: a safety report says who reports."
* ReporterQualificationCS#physician "Physician"
* ReporterQualificationCS#pharmacist "Pharmacist"
* ReporterQualificationCS#other-health-professional "Other health professional"
* ReporterQualificationCS#lawyer "Lawyer"
* ReporterQualificationCS#consumer "Consumer or other non-health professional"
