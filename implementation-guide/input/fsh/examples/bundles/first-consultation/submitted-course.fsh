Instance: submitted-course
InstanceOf: KetamineTreatmentCourse
Usage: #inline
* insert RiversideCourse(urn:uuid:148de9c5-a7a4-4d19-856c-d9ae1a554bf6, [[Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001]])
