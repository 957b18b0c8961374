ValueSet: LiverFunctionVS
Id: liver-function-vs
Title: "Liver Function Tests"
Description: "The tests by which injury to the liver is followed (R19, R23)."
* insert Definition
* ^purpose = "R19, R23: injury to the liver is followed by tests that are known."
* insert LoincCopyright
* $loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#1920-8 "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#2324-2 "Gamma glutamyl transferase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#6768-6 "Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#14631-6 "Bilirubin.total [Moles/volume] in Serum or Plasma"
* $loinc#1975-2 "Bilirubin.total [Mass/volume] in Serum or Plasma"
