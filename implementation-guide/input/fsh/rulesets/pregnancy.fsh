// Both observations about a pregnancy. A day is enough, as a pregnancy is not timed within a session.
RuleSet: PregnancyObservation
* insert Record
* insert NothingContained
* basedOn 0..0
* partOf 0..0
* status MS
* category 1..1
* category = $observation-category#social-history
* category.text 0..0
* code MS
* insert NoFreeTextInConcept(code)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)

RuleSet: PregnancyFinding
* effective[x] 1..1 MS
* effective[x] only dateTime
* issued 0..0
* performer 0..0
* value[x] 1..1 MS
* value[x] only CodeableConcept
* insert NoFreeTextInConcept(valueCodeableConcept)
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
