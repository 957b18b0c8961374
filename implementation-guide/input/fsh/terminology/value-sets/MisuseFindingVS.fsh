ValueSet: MisuseFindingVS
Id: misuse-finding-vs
Title: "Misuse Findings"
Description: "What an assessment of misuse found."
* insert Definition
* ^purpose = "R19: misuse that was looked for and not found is told from misuse that nobody looked for."
* MisuseFindingCS#no-misuse "No misuse found"
* MisuseFindingCS#suspected "Suspected"
* MisuseFindingCS#confirmed "Confirmed"
