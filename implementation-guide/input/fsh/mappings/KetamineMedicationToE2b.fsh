Mapping: KetamineMedicationToE2b
Source: KetamineMedication
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* code.coding[substance] -> "G.k.2.3.r.1" "racemic ketamine, esketamine or arketamine"
* batch.lotNumber -> "G.k.4.r.7" "as it is"
