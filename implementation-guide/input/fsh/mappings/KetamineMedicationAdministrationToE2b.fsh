Mapping: KetamineMedicationAdministrationToE2b
Source: KetamineMedicationAdministration
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* medication[x] -> "G.k.2.2" "the display of the product code where there is one, otherwise of the substance or class"
* medicationCodeableConcept.coding[substance] -> "G.k.2.3.r.1" "racemic ketamine, esketamine or arketamine"
* dosage.dose -> "G.k.4.r.1" "number and unit as they are, in mg of base"
* effective[x].start -> "G.k.4.r.4" "as it is; of a supply the day on which it was handed over"
* effective[x].end -> "G.k.4.r.5" "of the last administration before the event"
* dosage.route -> "G.k.4.r.10.1" "the display of the code; for G.k.4.r.10.2b the sender maps it to the EDQM term"
