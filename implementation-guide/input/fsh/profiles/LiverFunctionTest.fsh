Profile: LiverFunctionTest
Parent: Observation
Id: liver-function-test
Title: "Liver Function Test"
Description: "One test of liver function with the laboratory’s upper limit of normal, so that the result is comparable between laboratories as a multiple of that limit."
* insert Definition
* ^purpose = "R19, R23: injury to the liver by dose, duration and frequency is quantified only where it is tested."
* insert LaboratoryTest
* obeys krn-liv-1 and krn-liv-2
* extension contains TimePoint named timePoint 0..1 MS
* code from LiverFunctionVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only Quantity
* value[x] obeys krn-liv-3
* insert QuantityFrom(valueQuantity, LiverFunctionUnitVS)
* referenceRange 1..1 MS
* referenceRange.modifierExtension 0..0
* referenceRange.high 1..1 MS
* referenceRange.high ^short = "The laboratory’s upper limit of normal"
* referenceRange.high obeys krn-liv-4
* insert QuantityFrom(referenceRange.high, LiverFunctionUnitVS)
* referenceRange.type 0..0
* referenceRange.appliesTo 0..0
* referenceRange.age 0..0
* referenceRange.text 0..0
