CodeSystem: PeerPolicyCS
Id: peer-policy-cs
Title: "Peer Policies"
Description: "How a registry meets the questions of another registry about an indicator."
* insert Definition
* ^purpose = "R10, R20: each registry decides for itself which questions of which other registry it answers."
* ^caseSensitive = true
* #automatic "Automatic" "Each question is answered at once. The answer is protected all the same."
* #after-a-look "After a look" "Each question waits until a steward has decided about it."
* #never "Never" "No question is answered."
