ValueSet: TreatmentIndicationVS
Id: treatment-indication-vs
Title: "Treatment Indications"
Description: "What a course of ketamine is given for."
* insert Definition
* ^purpose = "R7, S4: analyses stratify by what ketamine is given for."
* TreatmentIndicationCS#treatment-resistant-depression "Treatment-resistant depression"
* TreatmentIndicationCS#bipolar-depression "Bipolar depression"
* TreatmentIndicationCS#depression-with-suicidal-ideation "Depression with suicidal ideation"
* TreatmentIndicationCS#other-depression "Other depression"
* TreatmentIndicationCS#anxiety-disorder "Anxiety disorder"
* TreatmentIndicationCS#ptsd "Post-traumatic stress disorder"
* TreatmentIndicationCS#other "Other indication"
