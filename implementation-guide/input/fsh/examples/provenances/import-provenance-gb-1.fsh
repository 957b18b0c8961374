Instance: import-provenance-gb-1
InstanceOf: KetamineImportProvenance
Usage: #example
Title: "Import from a Spreadsheet"
Description: "A course and a session that a clinic brought out of its spreadsheet, with the dates as they are."
* extension[identifier].valueIdentifier.system = "https://ehr.riverside.example/sid/import"
* extension[identifier].valueIdentifier.value = "7d0a5c9e6f1b4e83a2d9c0f4b7e1835266a0f9d3c2b14e5f8a7b6c5d4e3f2a10"
* extension[lawfulBasis].valueCode = #opt-in
* extension[dates].valueCode = #exact
* target[0].reference = "Patient/patient-gb-1"
* target[0].type = "Patient"
* target[1].reference = "EpisodeOfCare/course-gb-1"
* target[1].type = "EpisodeOfCare"
* recorded = "2026-11-20T16:05:00Z"
* policy = "https://ehr.riverside.example/mapping/clinic-spreadsheet?sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
* agent[clinic].who.reference = "Organization/clinic-gb-0001"
* agent[software].who.identifier.system = $adapter
* agent[software].who.identifier.value = "ketamine-registry/1.0.0"
* entity.role = #source
* entity.what.identifier.type = ImportSourceCS#spreadsheet
* entity.what.identifier.system = "https://ehr.riverside.example/sid/source"
* entity.what.identifier.value = "5e884898da28047151d0e56f8dc62927"
