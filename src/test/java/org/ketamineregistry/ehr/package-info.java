/** A clinic's record system, as tests need one: what it sends, and how that may be wrong. */
@NullMarked
package org.ketamineregistry.ehr;

import org.jspecify.annotations.NullMarked;
