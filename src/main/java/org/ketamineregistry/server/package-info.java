/** The composition root: HTTP in and out, errors in FHIR's words, and the beans put together. */
@NullMarked
package org.ketamineregistry.server;

import org.jspecify.annotations.NullMarked;
