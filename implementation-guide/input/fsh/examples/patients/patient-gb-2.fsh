Instance: patient-gb-2
InstanceOf: KetaminePatient
Usage: #example
Title: "Patient Who Is Pregnant"
Description: "A woman born in 1991."
* identifier[clinicPseudonym].value = "riverside-000417"
* gender = #female
* birthDate = "1991"
* managingOrganization.reference = "Organization/clinic-gb-0001"
