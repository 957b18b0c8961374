// A library of CQL. Its file is input/cql/NAME.cql; its text is put in when the guide is compiled, after the convention of
// HL7's IG Publisher. Name and id are those of the CQL library, since engines find a library by the end of its URL.
RuleSet: CqlLibrary(name)
* insert DefinitionInstance
* url = Canonical({name})
* name = "{name}"
* experimental = false
* type = $library-type#logic-library
* content.id = "ig-loader-{name}.cql"
* content.contentType = #text/cql
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].display = "FHIR model and FHIRHelpers"
* relatedArtifact[=].resource = "http://fhir.org/guides/cqf/common/Library/FHIRHelpers|4.0.1"

RuleSet: MeasurementPeriod
* parameter[+].name = #"Measurement Period"
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #Period
