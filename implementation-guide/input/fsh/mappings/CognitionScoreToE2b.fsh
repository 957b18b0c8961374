Mapping: CognitionScoreToE2b
Source: CognitionScore
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* effective[x] -> "F.r.1" "as it is"
* code -> "F.r.2.1" "the display of the code; F.r.2.2b needs a MedDRA code, which the sender adds"
* value[x] -> "F.r.3.4" "the number as text, since a score has no unit"
