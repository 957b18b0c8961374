Mapping: KetamineBloodPressureToE2b
Source: KetamineBloodPressure
Target: "https://www.ema.europa.eu/en/ich-e2b-r3-electronic-transmission-individual-case-safety-reports-icsrs-data-elements-message"
Id: e2b-r3
Title: "ICH E2B(R3)"
Description: "How the element becomes a data element of an individual case safety report after ICH E2B(R3)."
* effective[x] -> "F.r.1" "as it is"
* component[SystolicBP].code -> "F.r.2.1" "a test of its own, by the display of the code"
* component[SystolicBP].value[x].value -> "F.r.3.2" "as it is"
* component[SystolicBP].value[x].code -> "F.r.3.3" "UCUM as it is"
* component[DiastolicBP].code -> "F.r.2.1" "a test of its own, by the display of the code"
* component[DiastolicBP].value[x].value -> "F.r.3.2" "as it is"
* component[DiastolicBP].value[x].code -> "F.r.3.3" "UCUM as it is"
