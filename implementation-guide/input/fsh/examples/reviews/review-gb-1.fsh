Instance: review-gb-1
InstanceOf: PrescriberReview
Usage: #example
Title: "Review with a Longer Interval"
Description: "A review after two sessions: the course goes on, with more time between sessions."
* identifier.system = "https://ehr.riverside.example/sid/review"
* identifier.value = "W-2026-0088"
* extension[reviewDecision][0].valueCode = #continue
* extension[reviewDecision][1].valueCode = #change-interval
* status = #finished
* class = $act-code#AMB
* subject.reference = "Patient/patient-gb-1"
* episodeOfCare.reference = "EpisodeOfCare/course-gb-1"
* participant.individual.reference = "PractitionerRole/prescriber-gb-1"
* period.start = "2026-10-12T14:00:00+01:00"
* period.end = "2026-10-12T14:25:00+01:00"
* serviceProvider.reference = "Organization/clinic-gb-0001"
