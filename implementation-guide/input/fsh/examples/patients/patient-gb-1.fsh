Instance: patient-gb-1
InstanceOf: KetaminePatient
Usage: #example
Title: "Patient with Both Pseudonyms"
Description: "A woman born in 1978, under the registry pseudonym and the pseudonym of her clinic."
* insert RiversidePatient(Organization/clinic-gb-0001)
