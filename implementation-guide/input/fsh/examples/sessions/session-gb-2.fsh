Instance: session-gb-2
InstanceOf: KetamineSession
Usage: #example
Title: "Second Session"
Description: "A second session, three days later (R18), with the prescriber who is responsible for it."
* identifier.system = "https://ehr.riverside.example/sid/session"
* identifier.value = "V-2026-1117"
* extension[sessionNumber].valuePositiveInt = 2
* extension[fitToLeave].valueDateTime = "2026-09-17T12:10:00+01:00"
* status = #finished
* class = $act-code#AMB
* subject.reference = "Patient/patient-gb-1"
* episodeOfCare.reference = "EpisodeOfCare/course-gb-1"
* participant.individual.reference = "PractitionerRole/prescriber-gb-1"
* period.start = "2026-09-17T09:30:00+01:00"
* period.end = "2026-09-17T12:15:00+01:00"
* serviceProvider.reference = "Organization/clinic-gb-0001"
