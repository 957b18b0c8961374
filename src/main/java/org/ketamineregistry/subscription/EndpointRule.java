package org.ketamineregistry.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be those of hooks, as far as the words of the address tell. What its name
 * leads to is asked when it is called ({@link AddressGuard}).
 */
final class EndpointRule {
  private static final int LONGEST = 1_000;

  private final AddressGuard guard;

  EndpointRule(AddressGuard guard) {
    this.guard = guard;
  }

  /** The address; empty where it may not be one of a hook. */
  Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST && isAllowed(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isAllowed(URI uri) {
    String host = uri.getHost();
    if (host == null
        || uri.getScheme() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      return false;
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> guard.isThisMachine(host.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
