Extension: AnswerProtection
Id: answer-protection
Title: "Answer Protection"
Description: "What a protected answer is computed over, and by which parameters it was protected. They are the registry’s own."
Context: MeasureReport
* insert Definition
* ^purpose = "R10, R14, R20: whoever reads a figure can judge it."
* extension contains
    cut 1..1 and
    threshold 1..1 and
    minimumClinics 1..1 and
    overlap 1..1
* extension[cut] ^short = "The day of the published cut that the answer is computed over"
* extension[cut].value[x] 1..1
* extension[cut].value[x] only date
* extension[threshold] ^short = "A perturbed count under it is withheld"
* extension[threshold].value[x] 1..1
* extension[threshold].value[x] only positiveInt
* extension[minimumClinics] ^short = "A count of fewer clinics is withheld"
* extension[minimumClinics].value[x] 1..1
* extension[minimumClinics].value[x] only positiveInt
* extension[overlap] ^short = "Whether a patient may be counted more than once"
* extension[overlap].value[x] 1..1
* extension[overlap].value[x] only boolean
