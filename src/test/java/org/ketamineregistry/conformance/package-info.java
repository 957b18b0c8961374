/** The guide's examples, and what each way of validating says of them. */
@NullMarked
package org.ketamineregistry.conformance;

import org.jspecify.annotations.NullMarked;
