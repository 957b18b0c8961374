package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * Turns away parameters that HAPI would hand on to the database, which cannot make sense of them.
 */
@Interceptor
public final class ReadableParameters {
  private static final Pattern UNREADABLE = Pattern.compile("\\x00");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  /** Looks at each parameter, of the address or of a search by POST. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void check(RequestDetails request) {
    request
        .getParameters()
        .forEach(
            (name, values) -> {
              boolean readable =
                  values == null
                      || Arrays.stream(values)
                          .allMatch(value -> value == null || isReadable(name, value));
              if (!readable || UNREADABLE.matcher(name).find()) {
                throw ErrorTranslation.asHapi(
                    Refused.because(
                        ErrorCode.INVALID_REQUEST,
                        "A parameter is not one that the registry knows, or has a value that cannot be"
                            + " read: see [base]/metadata."));
              }
            });
  }

  private static boolean isReadable(String name, String value) {
    return switch (name) {
      case "_filter" -> false; // The registry does not offer it.
      case "_offset" -> COUNT.matcher(value).matches();
      default -> !UNREADABLE.matcher(value).find();
    };
  }
}
