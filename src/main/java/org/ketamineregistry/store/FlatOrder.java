package org.ketamineregistry.store;

import java.util.List;

/**
 * That an export has flat files in place of records.
 *
 * @param views the names of the views, in the order of the guide; not empty
 * @param key of the pseudonyms in the files; removed with the export
 */
@SuppressWarnings("ArrayRecordComponent") // A key is never compared.
public record FlatOrder(List<String> views, byte[] key) {

  public FlatOrder {
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("Flat files are of some views");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return views.toString();
  }
}
