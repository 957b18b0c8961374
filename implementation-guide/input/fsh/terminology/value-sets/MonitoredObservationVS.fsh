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
