// The one participant of a visit that the registry knows: the prescriber who is responsible, under a pseudonym.
RuleSet: ResponsiblePrescriber
* participant.type 0..0
* participant.period 0..0
* participant.individual 1..1 MS
* participant.individual only Reference(KetaminePrescriber)
* insert LiteralReference(participant.individual)
