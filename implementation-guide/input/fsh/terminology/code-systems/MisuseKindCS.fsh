CodeSystem: MisuseKindCS
Id: misuse-kind-cs
Title: "Kinds of Misuse"
Description: "In what way ketamine was used other than as agreed."
* insert Definition
* ^purpose = "R19, R25: kinds of misuse are counted by one list."
* ^caseSensitive = true
* #more-than-agreed "More than agreed" "Larger or more frequent doses than were agreed."
* #other-route "Other route" "By another route than was agreed."
* #other-source "Other source" "Ketamine from a source that the clinic does not know, prescribed or not."
* #early-request "Early request" "Supplies were asked for before they could be used up, or were reported lost more than once."
* #passed-on "Passed on" "Supplied ketamine was given or sold to another person."
