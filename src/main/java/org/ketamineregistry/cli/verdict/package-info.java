/** The server's verdict on files, without a server: for a vendor's desk and a vendor's CI. */
@NullMarked
package org.ketamineregistry.cli.verdict;

import org.jspecify.annotations.NullMarked;
