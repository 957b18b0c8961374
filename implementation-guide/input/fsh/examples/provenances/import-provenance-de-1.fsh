Instance: import-provenance-de-1
InstanceOf: KetamineImportProvenance
Usage: #example
Title: "Import of a Message"
Description: "A patient whom a message of HL7 v2 brought, out of the past and with dates that were moved."
* extension[identifier].valueIdentifier.system = "https://ehr.nordlicht.example/sid/import"
* extension[identifier].valueIdentifier.value = "1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014"
* extension[lawfulBasis].valueCode = #opt-out
* extension[dates].valueCode = #moved
* target.reference = "Patient/patient-de-1"
* target.type = "Patient"
* recorded = "2026-11-21T07:30:00Z"
* agent[clinic].who.reference = "Organization/clinic-de-0001"
* agent[software].who.identifier.system = $adapter
* agent[software].who.identifier.value = "ketamine-registry/1.0.0"
* entity.role = #source
* entity.what.identifier.type = ImportSourceCS#hl7-v2
* entity.what.identifier.system = "https://ehr.nordlicht.example/sid/source"
* entity.what.identifier.value = "60303ae22b998861bce3b28f33eec1be"
