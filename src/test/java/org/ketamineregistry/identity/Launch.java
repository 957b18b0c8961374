package org.ketamineregistry.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ketamineregistry.identity.Identity.TokenAnswer;

/**
 * One standalone launch of an application (SMART App Launch 2.2): it sends the browser to the
 * provider, and exchanges the code that comes back with the verifier that it alone knows.
 */
public final class Launch {
  /** Nobody listens there: the address that the browser is sent to is all that is looked at. */
  public static final String REDIRECT = "http://127.0.0.1:9/callback";

  private final Identity identity;
  private final String application;
  private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
  private final String state = UUID.randomUUID().toString();

  Launch(Identity identity, String application) {
    this.identity = identity;
    this.application = application;
  }

  /**
   * Where the application sends the browser.
   *
   * @param changes parameters that are other than they should be; an empty one is left out
   */
  public URI authorization(String scope, Map<String, String> changes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", application);
    query.put("redirect_uri", REDIRECT);
    query.put("scope", scope);
    query.put("state", state);
    query.put("aud", Identity.AUDIENCE);
    query.put("code_challenge", challenge(verifier));
    query.put("code_challenge_method", "S256");
    query.putAll(changes);
    return URI.create(
        identity.issuer()
            + "/protocol/openid-connect/auth?"
            + query.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + Browser.encoded(parameter.getValue()))
                .collect(Collectors.joining("&")));
  }

  public URI authorization(String scope) {
    return authorization(scope, Map.of());
  }

  /** What the browser brings back; its state is this launch's, or it is another's. */
  public Map<String, String> broughtBack(Browser.Page page) {
    URI address =
        page.leaves().orElseThrow(() -> new AssertionError("Nothing is brought back: " + page));
    if (!address.toString().startsWith(REDIRECT + "?")) {
      throw new AssertionError("The browser is sent elsewhere: " + address);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : address.getQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts[1]);
    }
    if (!state.equals(parameters.get("state"))) {
      throw new AssertionError("Another state: " + address);
    }
    return parameters;
  }

  /** The code that the browser brings back. */
  public String code(Browser.Page page) {
    return Optional.ofNullable(broughtBack(page).get("code"))
        .orElseThrow(() -> new AssertionError("No code: " + page));
  }

  public TokenAnswer exchange(String code) {
    return exchange(code, verifier);
  }

  public TokenAnswer exchange(String code, String shownVerifier) {
    return identity.post(
        Map.of(
            "grant_type", "authorization_code",
            "client_id", application,
            "redirect_uri", REDIRECT,
            "code", code,
            "code_verifier", shownVerifier));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
