/**
 * Renders the implementation guide as a static site, and tells the server what files a rendered
 * site has. It reads the guide's sources and the compiled package, and nothing from a network.
 */
@ApplicationModule(allowedDependencies = {"profiles", "refusal"})
@NullMarked
package org.ketamineregistry.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
