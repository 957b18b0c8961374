ValueSet: PrescriptionCategoryVS
Id: prescription-category-vs
Title: "Prescription Categories"
Description: "Where the patient is to receive or take what is prescribed."
* insert Definition
* ^purpose = "R2: whether a prescription is for the clinic or for the home."
* $prescription-category#inpatient "Inpatient"
* $prescription-category#outpatient "Outpatient"
* $prescription-category#community "Community"
