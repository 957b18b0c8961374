Instance: clinic-pseudonym
InstanceOf: NamingSystem
Usage: #definition
Title: "Clinic Pseudonym"
Description: "The pseudonym by which a clinic names its own patient."
* insert DefinitionInstance
* name = "ClinicPseudonym"
* kind = #identifier
* description = "8 to 64 letters, digits, dots, underscores or hyphens, chosen by the clinic and unique within the clinic. It must not be a hospital number or be derived from one without a secret key."
* uniqueId.type = #uri
* uniqueId.value = $clinic-pseudonym
* uniqueId.preferred = true
