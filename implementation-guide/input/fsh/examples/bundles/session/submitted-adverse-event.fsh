Instance: submitted-adverse-event
InstanceOf: KetamineAdverseEvent
Usage: #inline
* insert RiversideAdverseEvent([[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]], urn:uuid:3f3af1ec-ebbd-4410-8b41-7ec0d27bbfcb, urn:uuid:86f65e28-a754-41a7-8b2d-f9403615a6c4)
