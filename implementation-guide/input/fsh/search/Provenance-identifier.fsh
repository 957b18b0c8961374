Instance: Provenance-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Provenance: identifier"
Description: "The identifier of the provenance."
* insert ActiveSearchParameter(Provenance, identifier, token)
* name = "ProvenanceIdentifier"
* description = "The identifier of the provenance."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Provenance.extension('https://ketamine-registry.example/fhir/StructureDefinition/import-identifier').value"
