CodeSystem: AdvocatePresenceCS
Id: advocate-presence-cs
Title: "Advocate Presence"
Description: "Whether a friend or relative was in the consultation as an advocate."
* insert Definition
* ^purpose = "R17: present, absent and declined are three answers."
* ^caseSensitive = true
* #yes "Yes" "An advocate was present."
* #no "No" "No advocate was present, and none was declined."
* #declined "Declined" "The patient was offered to bring an advocate and declined."
