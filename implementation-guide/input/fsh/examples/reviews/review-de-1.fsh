Instance: review-de-1
InstanceOf: PrescriberReview
Usage: #example
Title: "Review by Video"
Description: "A review by video, in which the prescriber decides to end the course."
* identifier.system = "https://ehr.nordlicht.example/sid/review"
* identifier.value = "V-0077-2"
* extension[reviewDecision].valueCode = #stop
* status = #finished
* class = $act-code#VR
* subject.reference = "Patient/patient-de-1"
* episodeOfCare.reference = "EpisodeOfCare/course-de-1"
* participant.individual.reference = "PractitionerRole/prescriber-de-1"
* period.start = "2026-11-12T08:30:00+01:00"
* serviceProvider.reference = "Organization/clinic-de-0001"
