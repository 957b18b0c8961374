package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * HAPI's server reads and does nothing else. What writes is answered by {@link WriteDoor} before it
 * comes here; should anything else arrive, it is turned away. What is not on the list is closed, so
 * that an operation that a new version of HAPI brings is closed too.
 */
@Interceptor
public final class ReadOnlyInterceptor {
  private static final Set<RestOperationTypeEnum> OPEN =
      Set.of(
          RestOperationTypeEnum.READ,
          RestOperationTypeEnum.VREAD,
          RestOperationTypeEnum.HISTORY_INSTANCE,
          RestOperationTypeEnum.SEARCH_TYPE,
          RestOperationTypeEnum.GET_PAGE,
          RestOperationTypeEnum.METADATA);

  /** Turns away every operation that is not on the list. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void check(RestOperationTypeEnum operation, RequestDetails request) {
    boolean own =
        operation == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE
            && DisclosureReport.NAME.equals(request.getOperation());
    if (!OPEN.contains(operation) && !own) {
      throw ErrorTranslation.asHapi(
          Refused.because(
              ErrorCode.METHOD_NOT_ALLOWED,
              "This registry does not offer this operation; see [base]/metadata."));
    }
  }
}
