Instance: clinic-prescriber
InstanceOf: NamingSystem
Usage: #definition
Title: "Clinic's Identifier of a Prescriber"
Description: "The identifier by which a clinic names its own prescriber."
* insert DefinitionInstance
* name = "ClinicPrescriber"
* kind = #identifier
* description = "2 to 64 letters, digits, dots, underscores or hyphens with at least one digit, chosen by the clinic and unique within the clinic. It must not be a number in a public register, nor hold a name."
* uniqueId.type = #uri
* uniqueId.value = $clinic-prescriber
* uniqueId.preferred = true
