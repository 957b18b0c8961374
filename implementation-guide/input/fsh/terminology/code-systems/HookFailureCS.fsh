CodeSystem: HookFailureCS
Id: hook-failure-cs
Title: "Hook Failures"
Description: "Why the hook of a subscription was not told."
* insert Definition
* ^purpose = "R7: a vendor sees what to mend without asking anybody."
* ^caseSensitive = true
* #address-not-allowed "Address not allowed" "The name of the hook has an address of a private network, or of the registry's own machine, to which the registry calls nobody."
* #unreachable "Unreachable" "The name of the hook has no address, nobody listens there, or the line broke."
* #tls-failed "TLS failed" "The certificate of the hook is not one that is trusted, or not one of its name."
* #timed-out "Timed out" "The hook did not answer in time."
* #refused "Refused" "The hook answered by another status than one of 200 to 299. Redirects are not followed."
* #clinic-closed "Clinic closed" "The registry has the clinic that subscribed on record as closed (Organization.active is false), or does not know it any more. The subscription is off and its hook was not called."
