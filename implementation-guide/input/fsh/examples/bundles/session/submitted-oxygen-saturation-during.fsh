Instance: submitted-oxygen-saturation-during
InstanceOf: KetamineOxygenSaturation
Usage: #inline
* insert Measurement(riverside, O-1091-06, [[2026-09-14T10:20:00+01:00]], [[Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123]])
* insert InSession([[urn:uuid:3f3af1ec-ebbd-4410-8b41-7ec0d27bbfcb]], during)
* insert OxygenSaturationValue(97)
