package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers whom the gate does not let in: an OperationOutcome, and the challenge of RFC 6750 in
 * {@code WWW-Authenticate}. Nothing of a token is repeated.
 */
@Component
final class TokenRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final FhirAnswers answers;

  TokenRefusals(FhirAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TokenRefused known) {
      refuse(request, response, known.refused());
    } else if (refusal instanceof OAuth2AuthenticationException) {
      refuse(
          request,
          response,
          Refused.because(
              ErrorCode.TOKEN_INVALID,
              "The header Authorization is not of the form: Bearer, a space, and the access token as"
                  + " the token endpoint gave it."));
    } else {
      refuse(
          request,
          response,
          Refused.because(
              ErrorCode.TOKEN_MISSING,
              "An access token is needed. Get one as [base]/.well-known/smart-configuration says, and"
                  + " send it in the header Authorization: Bearer [token]."));
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    refuse(
        request,
        response,
        Refused.because(ErrorCode.FORBIDDEN, "This is not for clients of your role."));
  }

  /** Answers with a refusal, in the format that the sender asks for where that can be told. */
  void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws IOException {
    var exchange = new Exchange(request, response);
    try {
      exchange.negotiate();
    } catch (Refused notAcceptable) {
      // The refusal of the caller goes first.
    }
    answers.refused(exchange, refused);
  }
}
