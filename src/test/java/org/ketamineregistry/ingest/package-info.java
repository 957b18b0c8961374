@NullMarked
package org.ketamineregistry.ingest;

import org.jspecify.annotations.NullMarked;
