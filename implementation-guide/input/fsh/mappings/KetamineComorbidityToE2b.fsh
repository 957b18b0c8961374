Mapping: KetamineComorbidityToE2b
Source: KetamineComorbidity
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* code -> "D.7.1.r" "the condition without a MedDRA code, which the sender adds; beginning and end as they are"
* onset[x] -> "D.7.1.r" "the condition without a MedDRA code, which the sender adds; beginning and end as they are"
* abatement[x] -> "D.7.1.r" "the condition without a MedDRA code, which the sender adds; beginning and end as they are"
