/**
 * Subscriptions: what they may be about, whom they tell of what, where a hook may be, when it is
 * tried again, and the words of a notification. All of it is decided here without a network: what
 * calls hooks stands in {@code subscription.outbound}.
 *
 * <p>A notification names records and never holds one (R16,
 * docs/adr/023-subscriptions-tell-where-to-read.md).
 */
@ApplicationModule(allowedDependencies = {"access", "practice", "profiles", "refusal"})
@NullMarked
package org.ketamineregistry.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
