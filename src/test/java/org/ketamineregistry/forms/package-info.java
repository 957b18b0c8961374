/** The guide's forms, and what their answers become. */
@NullMarked
package org.ketamineregistry.forms;

import org.jspecify.annotations.NullMarked;
