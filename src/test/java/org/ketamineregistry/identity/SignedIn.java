package org.ketamineregistry.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.cli.identity.Person;
import org.ketamineregistry.identity.Identity.TokenAnswer;

/**
 * A person at a browser, who answers whatever the provider's pages ask: name and password, a new
 * password in the place of the temporary one, and the codes of a second factor (RFC 6238).
 */
public final class SignedIn {
  private static final int PERIOD = 30;

  private final Identity identity;
  private final Person person;
  private final Browser browser = new Browser();
  private String password;
  private String secret = "";

  SignedIn(Identity identity, Person person, String temporary) {
    this.identity = identity;
    this.person = person;
    this.password = temporary;
  }

  public Person person() {
    return person;
  }

  public String password() {
    return password;
  }

  /** A token by way of an application, with the session of this browser if there is one. */
  public String token(String application, Purpose purpose, String... scopes) {
    return ask(application, purpose.scope() + " " + String.join(" ", scopes)).token();
  }

  /** What the token endpoint answers to the code. */
  public TokenAnswer ask(String application, String scope) {
    Launch launch = identity.launch(application);
    return launch.exchange(code(launch, scope));
  }

  /** The code that the browser brings back after whatever is asked. */
  public String code(Launch launch, String scope) {
    return launch.code(answered(browser.open(launch.authorization(scope))));
  }

  /** Sets up a second factor of the person's own will, by way of an application. */
  public void setUpSecondFactor(String application) {
    answered(
        browser.open(
            identity.launch(application).authorization("", Map.of("kc_action", "CONFIGURE_TOTP"))));
  }

  private Browser.Page answered(Browser.Page first) {
    Browser.Page page = first;
    for (int pages = 0; page.leaves().isEmpty() && pages < 5; pages++) {
      page = browser.send(page, answers(page));
    }
    return page;
  }

  private Map<String, String> answers(Browser.Page page) {
    if (page.asksFor("password-new")) {
      password = "changed-" + UUID.randomUUID();
      return Map.of("password-new", password, "password-confirm", password);
    } else if (page.asksFor("totpSecret")) {
      secret = page.hidden("totpSecret");
      return Map.of("totp", code(secret, 0), "userLabel", "telephone");
    } else if (page.asksFor("otp")) {
      // The code of now was used to set the factor up, and no code is taken twice.
      return Map.of("otp", code(secret, 1));
    } else if (page.asksFor("password")) {
      return Map.of("username", person.name(), "password", password);
    }
    throw new AssertionError("The page asks for something else: " + page);
  }

  private static String code(String secret, int later) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      long window = Instant.now().getEpochSecond() / PERIOD + later;
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
      int at = digest[digest.length - 1] & 0xf;
      int number = ByteBuffer.wrap(digest, at, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
