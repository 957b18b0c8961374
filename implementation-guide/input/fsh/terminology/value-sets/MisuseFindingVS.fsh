ValueSet: MisuseFindingVS
Id: misuse-finding-vs
Title: "Misuse Findings"
Description: "What an assessment of misuse found."
* insert Definition
* MisuseFindingCS#no-misuse "No misuse found"
* MisuseFindingCS#suspected "Suspected"
* MisuseFindingCS#confirmed "Confirmed"
