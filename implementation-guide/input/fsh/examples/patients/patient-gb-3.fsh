Instance: patient-gb-3
InstanceOf: KetaminePatient
Usage: #example
Title: "Patient who Died"
Description: "A woman born in 1949 who died after her course; the day is on record, since it may be a harm (R14)."
* identifier[registryPseudonym].value = "b3f1a2c45d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708"
* identifier[clinicPseudonym].value = "riverside-000207"
* gender = #female
* birthDate = "1949"
* deceasedDateTime = "2026-10-19"
* managingOrganization.reference = "Organization/clinic-gb-0001"
