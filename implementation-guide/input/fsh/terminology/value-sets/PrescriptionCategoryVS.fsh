ValueSet: PrescriptionCategoryVS
Id: prescription-category-vs
Title: "Prescription Categories"
Description: "Where the patient is to receive or take what is prescribed."
* insert Definition
* ^purpose = "R2, R18: what is taken at home is told from what is given."
* $prescription-category#inpatient "Inpatient"
* $prescription-category#outpatient "Outpatient"
* $prescription-category#community "Community"
