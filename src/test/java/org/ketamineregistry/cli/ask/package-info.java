@NullMarked
package org.ketamineregistry.cli.ask;

import org.jspecify.annotations.NullMarked;
