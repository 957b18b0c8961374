package org.ketamineregistry.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose rules the registry keeps.
 *
 * @param jurisdiction ISO 3166 code of a rule set in the profile package; XX is the demonstration's
 */
@ConfigurationProperties("registry")
record JurisdictionSettings(@DefaultValue("XX") String jurisdiction) {}
