/** The command line: what a person at a terminal can ask of a registry. */
@NullMarked
package org.ketamineregistry.cli;

import org.jspecify.annotations.NullMarked;
