Profile: MisuseAssessment
Parent: Observation
Id: misuse-assessment
Title: "Misuse Assessment"
Description: "Whether ketamine is used other than as agreed, and in what way. An assessment that found nothing is recorded too, since misuse that nobody looked for is not the same. Misuse and diversion that happened are adverse events as well."
* insert Definition
* ^purpose = "R19, R25: the share of patients who misuse ketamine has a denominator only where the others were asked."
* insert SurveyInParts
* obeys krn-mis-1
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    TimePoint named timePoint 0..1 MS
* code = SafetyObservationCS#misuse-assessment
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from MisuseFindingVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
* component MS
* insert CodedComponents
* component contains kind 0..* MS
* component[kind] ^short = "In what way"
* insert CodedComponent(kind, misuse-kind)
* component[kind].value[x] only CodeableConcept
* component[kind].valueCodeableConcept from MisuseKindVS (required)
* insert NoFreeTextInConcept(component[kind].valueCodeableConcept)
