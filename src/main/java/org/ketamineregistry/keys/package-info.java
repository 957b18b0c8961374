/** How the registry's secret keys are kept: each in a file of its own, made where there is none. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.ketamineregistry.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
