package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Interaction;
import org.ketamineregistry.refusal.Refused;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds what a request asks of a type against the scopes of its token. A bundle's entries have
 * types of their own, so it passes here.
 */
final class ScopeCheck extends OncePerRequestFilter {
  private static final Pattern OF_A_TYPE =
      Pattern.compile(
          "/([A-Z][A-Za-z]{1,60})(?:/(_search|[^/$][^/]*))?(?:/(_history|\\$validate))?(?:/[^/]+)?/?");

  private final RequestMatcher open;
  private final TokenRefusals refusals;

  ScopeCheck(RequestMatcher open, TokenRefusals refusals) {
    this.open = open;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WriteDoor.isBelowBase(request) || open.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = Callers.of(request);
    try {
      asked(request).ifPresent(asked -> caller.scopes().require(asked.type(), asked.interaction()));
    } catch (Refused refused) {
      refusals.refuse(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }

  private record Asked(String type, Interaction interaction) {}

  /** As the web server reads the path, in which a letter may have been written as its code. */
  private static Optional<Asked> asked(HttpServletRequest request) {
    String path = request.getPathInfo();
    Matcher address = OF_A_TYPE.matcher(path == null ? "" : path);
    if (!address.matches()) {
      return Optional.empty();
    }
    boolean ofOne = address.group(2) != null && !address.group(2).equals("_search");
    boolean verdict = "$validate".equals(address.group(3));
    Interaction interaction =
        switch (request.getMethod()) {
          case "POST" ->
              verdict
                  ? Interaction.READ
                  : address.group(2) == null ? Interaction.CREATE : Interaction.SEARCH;
          case "PUT" -> Interaction.UPDATE;
          default -> ofOne ? Interaction.READ : Interaction.SEARCH;
        };
    return Optional.of(new Asked(address.group(1), interaction));
  }
}
