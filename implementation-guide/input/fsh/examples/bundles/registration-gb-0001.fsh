Instance: registration-gb-0001
InstanceOf: Bundle
Usage: #example
Title: "Registration of a Clinic: Riverside"
Description: "A complete transaction by which the operator of a registry registers a clinic or updates its registration."
* identifier.system = "https://ehr.riverside.example/sid/submission"
* identifier.value = "REG-1"
* type = #transaction
* timestamp = "2026-09-01T09:00:00Z"
* entry[+].fullUrl = "urn:uuid:51c3ff3b-4087-40f3-806d-32e7d4ec5358"
* entry[=].resource = clinic-gb-0001
* entry[=].request.method = #PUT
* entry[=].request.url = "Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001"
