Extension: FreelyGiven
Id: freely-given
Title: "Freely Given"
Description: "Whether the clinician is satisfied that the patient decided freely. A decision under coercion is null."
Context: Consent
* insert Definition
* ^purpose = "R16"
* value[x] 1..1
* value[x] only boolean
