/**
 * The embedded database: without {@code spring.datasource.url} the registry brings its own
 * PostgreSQL 17 and keeps its data in a folder; with it, this room stays out of the way and the
 * registry uses the database it is pointed to.
 *
 * <p>One registry process owns a data folder at a time. In the folder:
 *
 * <ul>
 *   <li>{@code postgres} is the database cluster, the only part that needs a backup, with {@code
 *       postgres.password};
 *   <li>{@code postgres.password} is the password of its accounts, made at the first start;
 *   <li>{@code postgres.log} is the server's log;
 *   <li>{@code binaries} holds the unpacked programs and may be deleted while the registry is
 *       stopped;
 *   <li>{@code registry.lock} is held by the running registry.
 * </ul>
 */
@NullMarked
package org.ketamineregistry.database;

import org.jspecify.annotations.NullMarked;
