package org.ketamineregistry.cli.adapt;

import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.profiles.Definitions;

/**
 * What is the same in every round of bringing a source.
 *
 * @param <M> the kind of mapping
 * @param text all that the mapping says
 */
public record Job<M>(
    Definitions definitions, Templates templates, M mapping, String text, Pseudonyms pseudonyms) {
  /**
   * What a run is about, as one digest.
   *
   * @param source what is brought
   * @param url where it goes
   */
  public String about(String source, String url) {
    return Digest.of(source, text, url, pseudonyms.of("key", "itself"));
  }
}
