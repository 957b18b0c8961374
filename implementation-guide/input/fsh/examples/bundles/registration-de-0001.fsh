Instance: registration-de-0001
InstanceOf: Bundle
Usage: #example
Title: "Registration of a Clinic: Nordlicht"
Description: "A complete transaction by which the operator of a registry registers a clinic or updates its registration."
* identifier.system = "https://ehr.nordlicht.example/sid/submission"
* identifier.value = "REG-1"
* type = #transaction
* timestamp = "2026-09-02T09:00:00Z"
* entry[+].fullUrl = "urn:uuid:2805468a-f096-43d3-8afe-5276cba92d3a"
* entry[=].resource = clinic-de-0001
* entry[=].request.method = #PUT
* entry[=].request.url = "Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|DE-0001"
