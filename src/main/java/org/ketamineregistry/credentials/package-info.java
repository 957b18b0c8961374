/**
 * How this program proves to another registry who it is: a key, and the access tokens that it gets
 * by it (SMART Backend Services).
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.ketamineregistry.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
