@NullMarked
package org.ketamineregistry.cli.verdict;

import org.jspecify.annotations.NullMarked;
