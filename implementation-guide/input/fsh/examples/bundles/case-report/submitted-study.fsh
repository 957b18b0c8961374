Instance: submitted-study
InstanceOf: KetamineStudy
Usage: #inline
* insert RiversideStudy([[Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001]])
