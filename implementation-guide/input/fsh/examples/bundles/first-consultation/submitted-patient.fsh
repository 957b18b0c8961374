Instance: submitted-patient
InstanceOf: KetaminePatient
Usage: #inline
* insert RiversidePatient([[Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001]])
