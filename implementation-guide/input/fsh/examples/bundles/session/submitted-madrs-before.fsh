Instance: submitted-madrs-before
InstanceOf: DepressionScore
Usage: #inline
* insert Measurement(riverside, O-1091-13, [[2026-09-14T09:32:00+01:00]], [[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]])
* encounter.reference = "urn:uuid:3f3af1ec-ebbd-4410-8b41-7ec0d27bbfcb"
* insert ScaleTotal(InstrumentCS#madrs-total, 34, 7, 'd')
