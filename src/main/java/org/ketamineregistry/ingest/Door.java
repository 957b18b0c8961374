package org.ketamineregistry.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way by which a submission came in, and what the way itself says about it.
 *
 * @param kind which door
 * @param type the resource type in the address; null where the address has none
 * @param id the id in the address of an update; null elsewhere
 * @param condition the condition of a conditional create or update, {@code
 *     identifier=system|value}; null where there is none
 * @param ifMatch the version that an update replaces; null where the sender does not say
 */
public record Door(
    Kind kind,
    @Nullable String type,
    @Nullable String id,
    @Nullable String condition,
    @Nullable String ifMatch) {

  /** The doors of the registry. */
  public enum Kind {
    /** A transaction or batch at the base. */
    BUNDLE,
    /** {@code POST [type]}, with or without {@code If-None-Exist}. */
    CREATE,
    /** {@code PUT [type]/[id]} or {@code PUT [type]?identifier=…}. */
    UPDATE,
    /** Nothing is to be written: a verdict is wanted on what the content itself says that it is. */
    VERDICT
  }

  /** A file at the command line. */
  public static Door verdict() {
    return new Door(Kind.VERDICT, null, null, null, null);
  }

  /** {@code [type]/$validate} and {@code [type]/[id]/$validate}, without a mode. */
  public static Door verdict(String type, @Nullable String id) {
    return new Door(Kind.VERDICT, type, id, null, null);
  }

  public static Door bundle() {
    return new Door(Kind.BUNDLE, null, null, null, null);
  }

  public static Door create(String type, @Nullable String ifNoneExist) {
    return new Door(Kind.CREATE, type, null, ifNoneExist, null);
  }

  public static Door update(
      String type, @Nullable String id, @Nullable String condition, @Nullable String ifMatch) {
    return new Door(Kind.UPDATE, type, id, condition, ifMatch);
  }

  public Optional<String> expectedType() {
    return Optional.ofNullable(type);
  }
}
