package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where submissions go.
 *
 * @param base the FHIR base, without a slash at its end
 * @param tokenFile holds a bearer token; read for every request, so that it may be renewed
 *     meanwhile
 */
record Registry(String base, @Nullable Path tokenFile) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static Registry at(String url, @Nullable Path tokenFile) throws Unusable {
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
    boolean open = "http".equals(uri.getScheme()) && !LOOPBACK.contains(uri.getHost());
    if (tokenFile != null && open) {
      throw new Unusable("A token does not travel in the clear: use https.");
    }
    Registry registry = new Registry(url.replaceAll("/+$", ""), tokenFile);
    registry.authorization();
    return registry;
  }

  /** The address for a bundle. */
  URI forBundles() {
    return URI.create(base);
  }

  /** The address that creates or replaces the one resource with this identifier. */
  URI forResource(String type, String identifier) {
    return URI.create(
        base + "/" + type + "?identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
  }

  Optional<String> authorization() throws Unusable {
    if (tokenFile == null) {
      return Optional.empty();
    }
    try {
      String token = Files.readString(tokenFile).strip();
      if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new Unusable("There is no token in " + tokenFile);
      }
      return Optional.of("Bearer " + token);
    } catch (IOException e) {
      throw new Unusable("Cannot read the token in " + tokenFile, e);
    }
  }
}
