Extension: ActionTaken
Id: action-taken
Title: "Action Taken"
Description: "What was done with the suspected drug because of the event. It belongs to the pair of drug and event, since another drug of the same patient may have been left as it was."
Context: AdverseEvent.suspectEntity
* insert Definition
* ^purpose = "R14, R24: a dose that was reduced or withdrawn is the weightiest part of a signal."
* value[x] 1..1
* value[x] only code
* valueCode from ActionTakenVS (required)
