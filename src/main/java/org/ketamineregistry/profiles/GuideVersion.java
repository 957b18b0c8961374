package org.ketamineregistry.profiles;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The version of the guide that this program brings, for whoever needs nothing else of it. */
public final class GuideVersion {
  private static final String PACKAGE = "/profiles/package/package.json";

  private GuideVersion() {}

  /**
   * The version, such as {@code 0.3.0}.
   *
   * @throws UncheckedIOException where this program brings no guide
   */
  public static String own() {
    try (InputStream file = GuideVersion.class.getResourceAsStream(PACKAGE)) {
      if (file == null) {
        throw new FileNotFoundException(PACKAGE);
      }
      return new ObjectMapper().readTree(file).path("version").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("The guide of this program cannot be read", e);
    }
  }
}
