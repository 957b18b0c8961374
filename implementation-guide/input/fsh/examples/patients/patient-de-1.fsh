Instance: patient-de-1
InstanceOf: KetaminePatient
Usage: #example
Title: "Patient with a Clinic Pseudonym"
Description: "A man born in 1985 whose clinic could not compute the registry pseudonym (R7)."
* identifier[clinicPseudonym].value = "nordlicht.8831"
* gender = #male
* birthDate = "1985"
* managingOrganization.reference = "Organization/clinic-de-0001"
