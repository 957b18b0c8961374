Mapping: KetaminePatientToE2b
Source: KetaminePatient
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* identifier[clinicPseudonym] -> "D.1.1.4" "only to a receiver that may have the pseudonym; otherwise masked (MSK)"
* birthDate -> "D.2.2" "the year of onset less the year of birth, in years (`a`); it may be one too high"
* gender -> "D.5" "male 1, female 2; other and unknown are UNK"
* deceased[x] -> "D.9.1" "as it is"
