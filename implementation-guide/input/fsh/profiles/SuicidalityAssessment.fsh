Profile: SuicidalityAssessment
Parent: Observation
Id: suicidality-assessment
Title: "Suicidality Assessment"
Description: "Suicidality by the Columbia-Suicide Severity Rating Scale (C-SSRS): the risk as judged, the worst level of ideation and the categories of behaviour in the period asked about, which is usually the time since the last assessment. The registry holds none of the scale’s texts."
* insert Definition
* insert LoincCopyright
* ^purpose = "R21: an abrupt, but potentially brief, reduction in suicidality is false reassurance unless it is followed up."
* insert SurveyInParts
* obeys krn-sui-2
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    InstrumentVersion named instrumentVersion 0..1 MS and
    TimePoint named timePoint 0..1 MS
* code = $loinc#93374-7
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] ^short = "The risk as judged by whoever assessed it"
* valueCodeableConcept from SuicideRiskLevelVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
* component 2..* MS
* insert CodedComponents
* component contains
    worstIdeation 1..1 MS and
    behaviour 1..* MS
* component[worstIdeation] ^short = "Highest level of ideation, 0 (none) to 5"
* insert CodedComponent(worstIdeation, worst-suicidal-ideation)
* component[worstIdeation].value[x] only integer
* component[worstIdeation].value[x] obeys krn-sui-1
* component[behaviour] ^short = "A category of behaviour that occurred, or none"
* insert CodedComponent(behaviour, suicidal-behaviour)
* component[behaviour].value[x] only CodeableConcept
* component[behaviour].valueCodeableConcept from SuicidalBehaviourVS (required)
* insert NoFreeTextInConcept(component[behaviour].valueCodeableConcept)
