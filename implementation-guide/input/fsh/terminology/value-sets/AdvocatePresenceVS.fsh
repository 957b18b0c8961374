ValueSet: AdvocatePresenceVS
Id: advocate-presence-vs
Title: "Advocate Presence"
Description: "Whether a friend or relative was in the consultation as an advocate."
* insert Definition
* ^purpose = "R17: present, absent and declined are three answers."
* AdvocatePresenceCS#yes "Yes"
* AdvocatePresenceCS#no "No"
* AdvocatePresenceCS#declined "Declined"
