package org.ketamineregistry.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as a sign-in needs one: it keeps cookies, sends forms, and follows redirects
 * within the provider. One is one session.
 */
public final class Browser {
  private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  // Java's own cookie store keeps a cookie marked Secure from http, which browsers do not on the
  // loopback address.
  private final Map<String, String> cookies = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /** A page, or where the provider sends the browser that is not its own. */
  public record Page(int status, URI address, String text, Optional<URI> leaves) {

    /** What the page carries in a hidden field. */
    public String hidden(String name) {
      return Optional.ofNullable(hidden().get(name))
          .orElseThrow(() -> new AssertionError("No field " + name + ": " + text));
    }

    Map<String, String> hidden() {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher matcher = HIDDEN.matcher(text);
      while (matcher.find()) {
        fields.put(matcher.group(1), plain(matcher.group(2)));
      }
      return fields;
    }

    /** Whether the page asks for this. */
    public boolean asksFor(String field) {
      return text.contains("name=\"" + field + "\"");
    }
  }

  public Page open(URI address) {
    return follow(HttpRequest.newBuilder(address).GET(), address);
  }

  /** Fills in the page's form and sends it, with its hidden fields. */
  public Page send(Page page, Map<String, String> fields) {
    Matcher form = FORM.matcher(page.text());
    if (!form.find()) {
      throw new AssertionError("No form: " + page);
    }
    Map<String, String> all = page.hidden();
    all.putAll(fields);
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    URI action = page.address().resolve(plain(form.group(1)));
    return follow(
        HttpRequest.newBuilder(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        action);
  }

  private Page follow(HttpRequest.Builder request, URI address) {
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> response = exchange(request.build());
    response.headers().allValues("Set-Cookie").forEach(this::keep);
    Optional<URI> location =
        response.headers().firstValue("Location").map(to -> address.resolve(to));
    if (location.isPresent()) {
      URI next = location.get();
      return address.getAuthority().equals(next.getAuthority())
          ? open(next)
          : new Page(response.statusCode(), address, "", location);
    }
    return new Page(response.statusCode(), address, response.body(), Optional.empty());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String plain(String attribute) {
    return attribute.replace("&amp;", "&").replace("&#x2F;", "/").replace("&quot;", "\"");
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
