/**
 * The third stage of the line: may the registry hold this? It may where the clinic is known (R11)
 * and where the jurisdiction's lawful basis and the patient's own decision allow it (R16). The same
 * decides, record by record, who may read what is held ({@link
 * org.ketamineregistry.consent.Disclosure}). Decisions are pure; what is on record comes through
 * {@link org.ketamineregistry.consent.Records}.
 */
@ApplicationModule(
    allowedDependencies = {"refusal", "profiles", "access", "ingest", "validate", "practice"})
@NullMarked
package org.ketamineregistry.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
