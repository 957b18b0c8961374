package org.ketamineregistry.adapter;

/**
 * Something that a source holds, and the transaction that is made of it.
 *
 * @param number which one it is, as the source's people count
 * @param raw the item as the source has it
 * @param draft what is made of it; one that is empty and without faults is left out on purpose
 */
public record Item<T>(long number, T raw, Draft draft) {
  boolean isLeftOut() {
    return draft.isEmpty() && draft.faults().isEmpty();
  }
}
