Instance: session-de-1
InstanceOf: KetamineSession
Usage: #example
Title: "Inpatient Session"
Description: "A session of an inpatient."
* identifier.system = "https://ehr.nordlicht.example/sid/session"
* identifier.value = "S-4401"
* extension[sessionNumber].valuePositiveInt = 1
* status = #finished
* class = $act-code#IMP
* subject.reference = "Patient/patient-de-1"
* episodeOfCare.reference = "EpisodeOfCare/course-de-1"
* period.start = "2026-10-05T14:00:00+02:00"
* period.end = "2026-10-05T16:30:00+02:00"
* serviceProvider.reference = "Organization/clinic-de-0001"
