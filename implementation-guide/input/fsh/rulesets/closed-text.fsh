// The registry takes no free text: a code stands alone, and a reference carries no words.
RuleSet: NoFreeTextInConcept(path)
* {path}.text 0..0

RuleSet: LiteralReference(path)
* {path}.reference 1..1
* {path}.identifier 0..0
* {path}.display 0..0
