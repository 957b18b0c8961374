CodeSystem: TreatmentIndicationCS
Id: treatment-indication-cs
Title: "Treatment Indications"
Description: "What a course of ketamine is given for."
* insert Definition
* ^purpose = "R7, S4: analyses stratify by what ketamine is given for."
* ^caseSensitive = true
* #treatment-resistant-depression "Treatment-resistant depression" "A depressive episode that has not responded to at least two adequate antidepressant treatments."
* #bipolar-depression "Bipolar depression" "A depressive episode of bipolar disorder."
* #depression-with-suicidal-ideation "Depression with suicidal ideation" "A depressive episode in which ketamine is given because of acute suicidal ideation or behaviour."
* #other-depression "Other depression" "A depressive episode that none of the other codes describes."
* #anxiety-disorder "Anxiety disorder" "An anxiety disorder without a depressive episode as the reason."
* #ptsd "Post-traumatic stress disorder" "Post-traumatic stress disorder as the reason."
* #other "Other indication" "An indication that none of the other codes describes."
