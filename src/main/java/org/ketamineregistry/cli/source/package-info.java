/**
 * Brings what FHIR servers and NDJSON files hold: fetches by Bulk Data Access or by search into a
 * folder, and brings it from there, again and again where that is asked for.
 */
@NullMarked
package org.ketamineregistry.cli.source;

import org.jspecify.annotations.NullMarked;
