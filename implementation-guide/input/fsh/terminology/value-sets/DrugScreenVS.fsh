ValueSet: DrugScreenVS
Id: drug-screen-vs
Title: "Drug Screen Tests"
Description: "Tests of urine for ketamine and for classes of substances that are misused beside it (R19)."
* insert Definition
* ^purpose = "R19: tests are compared by the substance that they look for."
* insert LoincCopyright
* $loinc#12327-3 "Ketamine [Presence] in Urine"
* $loinc#3349-8 "Amphetamines [Presence] in Urine"
* $loinc#3377-9 "Barbiturates [Presence] in Urine"
* $loinc#3390-2 "Benzodiazepines [Presence] in Urine"
* $loinc#3414-0 "Buprenorphine [Presence] in Urine"
* $loinc#3427-2 "Cannabinoids [Presence] in Urine"
* $loinc#3397-7 "Cocaine [Presence] in Urine"
* $loinc#5644-0 "Ethanol [Presence] in Urine"
* $loinc#3773-9 "Methadone [Presence] in Urine"
* $loinc#14267-9 "Methylenedioxymethamphetamine [Presence] in Urine"
* $loinc#3879-4 "Opiates [Presence] in Urine"
* $loinc#3936-2 "Phencyclidine [Presence] in Urine"
