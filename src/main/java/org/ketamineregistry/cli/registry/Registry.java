package org.ketamineregistry.cli.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A registry that is spoken to.
 *
 * @param base the FHIR base, without a slash at its end
 */
public record Registry(String base) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @param proven whether whoever sends proves who it is, which is not done in the clear
   */
  public static Registry at(String url, boolean proven) throws Unusable {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new Unusable("Not a URL: " + url, e);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new Unusable(
          "Not the base of a FHIR server, such as https://registry.example/fhir: " + url);
    }
    if (proven && "http".equals(uri.getScheme()) && !LOOPBACK.contains(uri.getHost())) {
      throw new Unusable("A token does not travel in the clear: use https.");
    }
    return new Registry(url.replaceAll("/+$", ""));
  }

  /** The address for a bundle. */
  public URI forBundles() {
    return URI.create(base);
  }

  /** The address that creates or replaces the one resource with this identifier. */
  public URI forResource(String type, String identifier) {
    return URI.create(
        base + "/" + type + "?identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
  }

  /**
   * The address of an operation.
   *
   * @param path from the base on, without a slash at its beginning
   * @throws Unusable where it has anything else in it than names, ids and a {@code $}
   */
  public URI forOperation(String path) throws Unusable {
    if (!path.matches("[A-Za-z0-9$./\\-]+") || path.contains("..")) {
      throw new Unusable("Not the name of anything that a registry has: " + path);
    }
    return URI.create(base + "/" + path);
  }
}
