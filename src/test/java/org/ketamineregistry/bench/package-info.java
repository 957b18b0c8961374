/** The benchmark of validated ingest, {@code mvn -Pbench verify}; {@code docs/performance.md}. */
@NullMarked
package org.ketamineregistry.bench;

import org.jspecify.annotations.NullMarked;
