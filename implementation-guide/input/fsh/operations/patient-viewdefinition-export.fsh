Instance: patient-viewdefinition-export
InstanceOf: OperationDefinition
Usage: #definition
Title: "Export Views"
Description: "An analyst or a steward gets the flat tables of the guide as CSV files, under pseudonyms of the export."
* insert DefinitionInstance
* url = Canonical(patient-viewdefinition-export)
* name = "ExportViews"
* title = "Export Views"
* description = "An analyst or a steward gets the flat tables of the guide's ViewDefinitions as CSV files, in the style of the operation $viewdefinition-export of SQL on FHIR. An analyst gets those of persons who permit record-level-sharing, for research alone. It is begun with Prefer: respond-async and answered by 202 and an address, Content-Location, at which the manifest stands: a file for each view, and a dictionary that says what each column means. The list of records is frozen when the export begins; consent is asked again when a file is fetched. Keys and identifiers are pseudonyms, equal in all files of the export and in no other export."
* purpose = "R7: records are analysed as tables; R13, R16: under pseudonyms, and as far as the patient lets them be."
* experimental = false
* kind = #operation
* affectsState = true
* code = #viewdefinition-export
* resource = #Patient
* system = false
* type = true
* instance = false
* insert In(view, 0, *, string, [[The names of the views, several in one value with commas between them. Without it all that the token's scopes cover.]])
* insert In(_format, 0, 1, code, [[text/csv, which is what is given without it too.]])
* insert In(_since, 0, 1, instant, [[Only records that were written after it.]])
