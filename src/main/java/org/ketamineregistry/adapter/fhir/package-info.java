/**
 * FHIR R4 resources that do not have the guide's profiles, of an EHR or another registry, as a
 * source: NDJSON is read line by line, and mapped by a declarative file whose paths are FHIRPath
 * (R7, R9, R10). What no path names never leaves.
 */
@NamedInterface("fhir")
@NullMarked
package org.ketamineregistry.adapter.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
