Mapping: PregnancyStatusToE2b
Source: PregnancyStatus
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* component.value[x] -> "G.k.6" "the gestational age when it was determined, and the time from then to the administration"
