@NullMarked
package org.ketamineregistry.cli.identity;

import org.jspecify.annotations.NullMarked;
