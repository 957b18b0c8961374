@NullMarked
package org.ketamineregistry.cli.push;

import org.jspecify.annotations.NullMarked;
