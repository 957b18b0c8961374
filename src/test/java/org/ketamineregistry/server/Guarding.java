package org.ketamineregistry.server;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of an identity provider, with the product's defaults where a test says nothing. */
final class Guarding {
  private Guarding() {}

  /** The open mode. */
  static AccessSettings nothing() {
    return with(Map.of());
  }

  /** Settings by their names below {@code registry.access}. */
  static AccessSettings with(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    settings.forEach((name, value) -> all.put("registry.access." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("registry.access", AccessSettings.class);
  }
}
