Extension: CurrentInformationSheet
Id: current-information-sheet
Title: "Current Information Sheet"
Description: "A patient information sheet that is current from a day on. Of each sheet the version counts that became current last before the patient decided; a jurisdiction that approves several sheets lists each. A consent of the very day may still name another."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, R6"
* extension contains
    sheet 1..1 and
    since 1..1
* extension[sheet] ^short = "Canonical URL of the sheet with its version: url|version"
* extension[sheet].value[x] 1..1
* extension[sheet].value[x] only canonical
* extension[sheet].value[x] obeys krn-con-3
* extension[since] ^short = "Day on which this version became current"
* extension[since].value[x] 1..1
* extension[since].value[x] only date
