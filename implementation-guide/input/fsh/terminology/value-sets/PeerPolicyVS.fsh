ValueSet: PeerPolicyVS
Id: peer-policy-vs
Title: "Peer Policies"
Description: "How a registry meets the questions of another registry about an indicator."
* insert Definition
* ^purpose = "R10, R20: each registry decides for itself which questions of which other registry it answers."
* PeerPolicyCS#automatic "Automatic"
* PeerPolicyCS#after-a-look "After a look"
* PeerPolicyCS#never "Never"
