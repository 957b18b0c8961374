/** Ketamine Registry: a FHIR R4 registry for ketamine treatment of depression. */
@NullMarked
package org.ketamineregistry;

import org.jspecify.annotations.NullMarked;
