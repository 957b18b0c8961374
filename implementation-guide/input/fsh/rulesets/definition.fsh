// Version, date, publisher, contact and jurisdiction stand in sushi-config.yaml, from where each definition has them.
RuleSet: Definition
* ^status = #active
* ^experimental = false
