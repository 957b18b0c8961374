package org.ketamineregistry.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that a subscriber wants on the requests to its hook, {@code Authorization} for
 * example. They are secrets: they are kept encrypted, and shown to nobody.
 *
 * @param lines each {@code Name: value}
 */
public record HookHeaders(List<String> lines) {
  private static final int MOST = 5;
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}): ?([\\x20-\\x7e]{1,4000})");

  /** What the registry, or HTTP itself, says. */
  private static final Set<String> TAKEN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  /** A header. */
  public record Header(String name, String value) {}

  public HookHeaders {
    lines = List.copyOf(lines);
  }

  /** None at all. */
  public static HookHeaders none() {
    return new HookHeaders(List.of());
  }

  /** Headers as they were written; empty where one is none, or may not be set. */
  static Optional<HookHeaders> of(List<String> lines) {
    boolean allowed =
        lines.size() <= MOST
            && lines.stream()
                .map(LINE::matcher)
                .allMatch(
                    line ->
                        line.matches()
                            && !TAKEN.contains(line.group(1).toLowerCase(Locale.ROOT))
                            && !line.group(1).toLowerCase(Locale.ROOT).startsWith("proxy-"));
    return allowed ? Optional.of(new HookHeaders(lines)) : Optional.empty();
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** One by one. */
  public List<Header> all() {
    List<Header> all = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        all.add(new Header(matcher.group(1), matcher.group(2).strip()));
      }
    }
    return all;
  }

  /** Without its lines, which are nobody's to read. */
  @Override
  public String toString() {
    return "HookHeaders[" + lines.size() + "]";
  }
}
