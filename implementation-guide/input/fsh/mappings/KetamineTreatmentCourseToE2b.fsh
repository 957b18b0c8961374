Mapping: KetamineTreatmentCourseToE2b
Source: KetamineTreatmentCourse
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* extension[priorTreatment] -> "D.8.r.1" "a class of drugs, not a product; a treatment that is no drug is left out"
* extension[indication] -> "G.k.7.r.1" "the display of the code; G.k.7.r.2b needs a MedDRA code, which the sender adds"
