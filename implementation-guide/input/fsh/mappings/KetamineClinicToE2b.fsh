Mapping: KetamineClinicToE2b
Source: KetamineClinic
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* name -> "C.2.r.2.1" "the clinic that submitted the record"
* address.country -> "C.2.r.3" "as it is"
* address.country -> "E.i.9" "as it is"
* address.country -> "G.k.2.4" "of the clinic that gave or supplied it"
