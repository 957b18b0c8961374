package org.ketamineregistry.adapter.mapping;

import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Part;

/**
 * How the mappings of a kind of source write what they read, and which items they mean. What is
 * wrong is noted at the part that says it.
 *
 * @param <I> the items of the source
 */
public interface Notation<I> {
  /** The source's words. */
  Terms terms();

  /** An entry of {@code skip}. */
  Condition<I> skip(Part part);

  /** How an entry of {@code records} is written; empty where nobody can tell what it is about. */
  Optional<OfRecord<I>> record(Part part);

  /**
   * How one entry of {@code records} is written.
   *
   * @param <I> the items of the source
   */
  interface OfRecord<I> {
    /** The type of the items that it is about; empty where all are alike. */
    String from();

    /** The items that make the record: all of these have to hold. */
    List<Condition<I>> when();

    /** A part of the record's key; empty where it is none. */
    Optional<Excerpt<I>> key(Part part);

    /** A part of the key of another record of a kind; empty where it is none. */
    Optional<Excerpt<I>> key(Part part, String kind);

    /** What a field is read from that means no other record. */
    Excerpt<I> field(Part said, Field field);
  }
}
