Instance: submitted-session
InstanceOf: KetamineSession
Usage: #inline
* insert RiversideSession([[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]], [[EpisodeOfCare?identifier=https://ehr.riverside.example/sid/course|C-2026-0412]], [[Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001]])
