package org.ketamineregistry.adapter;

/**
 * What a source gives for a field.
 *
 * @param text the value as the field's type wants it, never blank
 * @param origin where it stands in the source, in the source's own words: a column or a segment's
 *     field
 */
public record Given(String text, String origin) {
  public Given {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A blank value is not given.");
    }
  }
}
