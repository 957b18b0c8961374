Instance: submitted-administration
InstanceOf: KetamineMedicationAdministration
Usage: #inline
* insert RiversideAdministration([[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]], urn:uuid:3f3af1ec-ebbd-4410-8b41-7ec0d27bbfcb)
