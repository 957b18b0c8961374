/**
 * Registers at the identity provider who may come: systems with their keys, persons with a role,
 * and the applications that persons sign in with.
 */
@NullMarked
package org.ketamineregistry.cli.identity;

import org.jspecify.annotations.NullMarked;
