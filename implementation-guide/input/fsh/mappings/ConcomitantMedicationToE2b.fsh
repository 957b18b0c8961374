Mapping: ConcomitantMedicationToE2b
Source: ConcomitantMedication
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* status -> "D.7.3" "true where a medication statement of the time is active"
* medication[x] -> "G.k.1" "1 (suspect) for each suspected entity, 2 (concomitant) for the other medicines of the time"
* medication[x] -> "G.k.2.2" "the display of the product code where there is one, otherwise of the substance or class"
