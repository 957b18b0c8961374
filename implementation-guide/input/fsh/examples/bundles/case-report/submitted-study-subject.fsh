Instance: submitted-study-subject
InstanceOf: KetamineStudySubject
Usage: #inline
* insert RiversideStudySubject(urn:uuid:5d6f1a58-6b0c-4e43-9c8a-0d8f3b4b9a11, [[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]])
