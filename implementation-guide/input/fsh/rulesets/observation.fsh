RuleSet: SessionObservation
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
* referenceRange 0..0
* hasMember 0..0
* derivedFrom 0..0

RuleSet: VitalSign
* insert SessionObservation
* category 1..1
* category[VSCat].text 0..0

RuleSet: Survey
* insert SessionObservation
* component 0..0
* category 1..1
* category = $observation-category#survey
* category.text 0..0

RuleSet: TimedInSession
* encounter 1..1
* extension contains SessionTiming named sessionTiming 1..1 MS
