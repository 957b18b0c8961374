Extension: Withheld
Id: withheld
Title: "Withheld"
Description: "Why a figure is not shown. What is withheld is marked, and never shown as 0."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population, Quantity
* insert Definition
* ^purpose = "R10, R14, R20: an answer that is withheld is told from a zero."
* value[x] 1..1
* value[x] only code
* valueCode from WithholdingVS (required)
