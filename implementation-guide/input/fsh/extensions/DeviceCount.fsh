Extension: DeviceCount
Id: device-count
Title: "Device Count"
Description: "How many single-use devices a dose was given with: two or three sprays of 28 mg, say."
Context: MedicationAdministration
* insert Definition
* ^purpose = "R8, R18"
* value[x] 1..1
* value[x] only positiveInt
