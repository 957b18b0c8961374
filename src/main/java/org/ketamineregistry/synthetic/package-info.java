/**
 * Invents cohorts: clinics, patients and treatment courses that look like those of a registry and
 * belong to nobody. The same seed gives the same bytes.
 */
@NullMarked
package org.ketamineregistry.synthetic;

import org.jspecify.annotations.NullMarked;
