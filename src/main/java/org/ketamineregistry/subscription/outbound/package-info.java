/**
 * Calls the hooks of subscriptions: one request to one address, with all its ways to fail told as
 * an {@link org.ketamineregistry.subscription.HookFailure}.
 */
@NamedInterface("outbound")
@NullMarked
package org.ketamineregistry.subscription.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
