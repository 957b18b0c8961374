RuleSet: ObservationRecord
* insert Record
* insert NothingContained
* basedOn 0..0
* partOf 0..0
* status MS
* code MS
* insert NoFreeTextInConcept(code)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* focus 0..0
* encounter MS
* encounter only Reference(KetamineSession)
* insert LiteralReference(encounter)
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] obeys krn-obs-1
* issued 0..0
* performer 0..0
* dataAbsentReason 0..0
* interpretation 0..0
* note 0..0
* bodySite 0..0
* method 0..0
* specimen 0..0
* device 0..0
* hasMember 0..0
* derivedFrom 0..0

RuleSet: SessionObservation
* insert ObservationRecord
* referenceRange 0..0

RuleSet: VitalSign
* insert SessionObservation
* category 1..1
* category[VSCat].text 0..0

RuleSet: Survey
* insert SurveyInParts
* component 0..0

// A survey whose answer has parts: each is a slice of component by its code, and there are no others.
RuleSet: SurveyInParts
* insert SessionObservation
* category 1..1
* category = $observation-category#survey
* category.text 0..0

RuleSet: CodedComponents
* component ^slicing.discriminator.type = #value
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #closed
* component ^slicing.description = "By code"

RuleSet: CodedComponent(slice, code)
* component[{slice}].modifierExtension 0..0
* component[{slice}].code = SafetyObservationCS#{code}
* component[{slice}].code.text 0..0
* component[{slice}].value[x] 1..1
* component[{slice}].dataAbsentReason 0..0
* component[{slice}].interpretation 0..0
* component[{slice}].referenceRange 0..0

// A test of a laboratory; the time is that of the specimen.
RuleSet: LaboratoryTest
* insert ObservationRecord
* component 0..0
* category 1..1
* category = $observation-category#laboratory
* category.text 0..0
* effective[x] ^short = "When the specimen was taken"

RuleSet: Scale
* obeys krn-obs-3
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    InstrumentVersion named instrumentVersion 0..1 MS and
    TimePoint named timePoint 0..1 MS
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only integer

RuleSet: TimedInSession
* encounter 1..1
* extension contains SessionTiming named sessionTiming 1..1 MS
