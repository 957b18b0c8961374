CodeSystem: MisuseFindingCS
Id: misuse-finding-cs
Title: "Misuse Findings"
Description: "What an assessment of misuse found."
* insert Definition
* ^purpose = "R19: misuse that was looked for and not found is told from misuse that nobody looked for."
* ^caseSensitive = true
* #no-misuse "No misuse found" "Misuse was looked for and not found."
* #suspected "Suspected" "There are signs of misuse that are not proven."
* #confirmed "Confirmed" "The patient says so, or it is proven otherwise."
