// A ViewDefinition of input/views, put in when the guide is compiled.
RuleSet: ViewFile(index, name, title)
* content[{index}].id = "ig-loader-{name}.ViewDefinition.json"
* content[{index}].contentType = #application/json
* content[{index}].title = "{title}"
