Mapping: KetamineBodyWeightToE2b
Source: KetamineBodyWeight
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* value[x] -> "D.3" "the latest before the event"
