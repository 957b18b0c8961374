Extension: TokenAddress
Id: token-address
Title: "Token Address"
Description: "The one address where access tokens for a member of the network are got (SMART Backend Services). A member that is reached over a network has one."
Context: Endpoint
* insert Definition
* ^purpose = "R10: a registry speaks to members of the network at the addresses of its signed directory, and to nobody else."
* value[x] 1..1
* value[x] only url
