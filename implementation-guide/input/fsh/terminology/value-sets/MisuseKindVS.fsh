ValueSet: MisuseKindVS
Id: misuse-kind-vs
Title: "Kinds of Misuse"
Description: "In what way ketamine was used other than as agreed."
* insert Definition
* ^purpose = "R19, R25: kinds of misuse are counted by one list."
* MisuseKindCS#more-than-agreed "More than agreed"
* MisuseKindCS#other-route "Other route"
* MisuseKindCS#other-source "Other source"
* MisuseKindCS#early-request "Early request"
* MisuseKindCS#passed-on "Passed on"
