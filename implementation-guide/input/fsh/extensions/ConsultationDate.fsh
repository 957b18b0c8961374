Extension: ConsultationDate
Id: consultation-date
Title: "Consultation Date"
Description: "The date of the consultation in which the treatment was explained. The interval for reflection runs from it to the first administration."
Context: Consent
* insert Definition
* ^purpose = "R15"
* value[x] 1..1
* value[x] only date
