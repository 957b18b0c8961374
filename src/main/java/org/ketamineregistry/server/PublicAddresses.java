package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What needs no token: what the registry is and how it is asked, the guide and its definitions,
 * verdicts on what is sent, protected answers about indicators, and its health. None of it shows a
 * record. What is not on the list needs a token; a path in disguise is on no list.
 */
final class PublicAddresses implements RequestMatcher {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<String> PAGES =
      Set.of("/guide", "/validate", "/favicon.ico", "/actuator/health");
  private static final Set<String> FOLDERS = Set.of("/guide/", "/console/", "/actuator/health/");
  private static final Set<String> OF_THE_BASE =
      Set.of("/metadata", "/.well-known/smart-configuration", "/api-docs");
  private static final Pattern VERDICT =
      Pattern.compile("/[A-Z][A-Za-z]{1,60}/(?:\\$|%24)validate");
  private static final Pattern QUESTION =
      Pattern.compile("/Measure/[A-Za-z0-9\\-.]{1,64}/\\$evaluate-protected");

  private final Pattern definitions;
  private final int managementPort;

  /**
   * @param managementPort the port that metrics have for themselves, which the operator keeps to
   *     his own network; 0 where there is none
   */
  PublicAddresses(Definitions definitions, int managementPort) {
    this.managementPort = managementPort;
    String types =
        Stream.concat(
                definitions.guide().types().map(Class::getSimpleName),
                Stream.of("OperationDefinition"))
            .distinct()
            .collect(Collectors.joining("|"));
    this.definitions = Pattern.compile("/(?:" + types + ")(?:/[A-Za-z0-9\\-.]{1,64})?");
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean reads = READS.contains(request.getMethod());
    if (!WriteDoor.isBelowBase(request)) {
      return reads
          && (PAGES.contains(path)
              || FOLDERS.stream().anyMatch(path::startsWith)
              || (managementPort > 0 && request.getLocalPort() == managementPort));
    }
    String below = path.substring(WriteDoor.BASE.length());
    return reads
        ? OF_THE_BASE.contains(below)
            || below.startsWith("/swagger-ui/")
            || definitions.matcher(below).matches()
        : request.getMethod().equals("POST")
            && (VERDICT.matcher(below).matches() || QUESTION.matcher(below).matches());
  }
}
