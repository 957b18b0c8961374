ValueSet: MonitoredObservationVS
Id: monitored-observation-vs
Title: "Monitored Observations"
Description: "The measurements that a jurisdiction can require around an administration."
* insert Definition
* ^purpose = "R1, R8, S3: a jurisdiction requires measurements from a closed list."
* insert LoincCopyright
* $loinc#85354-9 "Blood pressure panel with all children optional"
* $loinc#8867-4 "Heart rate"
* $loinc#2708-6 "Oxygen saturation in Arterial blood"
* InstrumentCS#moaa-s "MOAA/S score"
* InstrumentCS#cadss-subjective-total "CADSS subjective total"
* InstrumentCS#bprs-total-0-6 "BPRS total, items 0 to 6"
* InstrumentCS#bprs-total-1-7 "BPRS total, items 1 to 7"
* InstrumentCS#bprs-positive-0-6 "BPRS positive symptoms, items 0 to 6"
* InstrumentCS#bprs-positive-1-7 "BPRS positive symptoms, items 1 to 7"
