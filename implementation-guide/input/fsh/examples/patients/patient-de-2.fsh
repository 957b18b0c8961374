Instance: patient-de-2
InstanceOf: KetaminePatient
Usage: #example
Title: "Patient with a Guardian"
Description: "A woman born in 1996 for whom a guardian decides."
* identifier[clinicPseudonym].value = "nordlicht.9120"
* gender = #female
* birthDate = "1996"
* managingOrganization.reference = "Organization/clinic-de-0001"
