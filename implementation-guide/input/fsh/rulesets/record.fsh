// What every record of the registry has in common: identifiers of its own, nothing contained, only the guide's extensions.
RuleSet: Record
* implicitRules 0..0
* modifierExtension 0..0
* insert BusinessIdentifier
* obeys krn-rec-1

RuleSet: BusinessIdentifier
* identifier 1.. MS
* identifier.type 0..0
* identifier.system 1..1
* identifier.system obeys krn-rec-2
* identifier.value 1..1
* identifier.value ^maxLength = 128
* identifier.assigner 0..0

RuleSet: NothingContained
* contained 0..0
