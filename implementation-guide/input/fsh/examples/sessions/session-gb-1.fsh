Instance: session-gb-1
InstanceOf: KetamineSession
Usage: #example
Title: "First Session"
Description: "A first session of an outpatient."
* insert RiversideSession(Patient/patient-gb-1, EpisodeOfCare/course-gb-1, Organization/clinic-gb-0001)
