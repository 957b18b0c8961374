// How a patient is to take a substance at home: a route, a dose in mg of base and a timing, and no words.
RuleSet: Dosing
* dosageInstruction 1..1 MS
* dosageInstruction obeys krn-sup-4
* dosageInstruction.text 0..0
* dosageInstruction.additionalInstruction 0..0
* dosageInstruction.patientInstruction 0..0
* dosageInstruction.asNeeded[x] only boolean
* dosageInstruction.site 0..0
* dosageInstruction.route 1..1 MS
* dosageInstruction.route from KetamineRouteVS (required)
* insert NoFreeTextInConcept(dosageInstruction.route)
* dosageInstruction.method 0..0
* dosageInstruction.doseAndRate.type 0..0
* dosageInstruction.doseAndRate.dose[x] only SimpleQuantity
* dosageInstruction.doseAndRate.dose[x] obeys krn-sup-3
* insert QuantityIn(dosageInstruction.doseAndRate.doseQuantity, #mg)
* dosageInstruction.doseAndRate.rate[x] 0..0
