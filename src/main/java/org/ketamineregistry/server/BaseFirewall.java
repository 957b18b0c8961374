package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Turns away paths that mean something else to the web server than they say: encoded slashes and
 * full stops, empty segments, parameters in the path, and a FHIR base in disguise. Methods, headers
 * and parameters are left to those who answer them.
 */
final class BaseFirewall extends StrictHttpFirewall {

  BaseFirewall() {
    setUnsafeAllowAnyHttpMethod(true);
    setAllowedHeaderNames(name -> true);
    setAllowedHeaderValues(value -> true);
    setAllowedParameterNames(name -> true);
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    if (request.getServletPath().equals(WriteDoor.BASE) && !WriteDoor.isBelowBase(request)) {
      throw new RequestRejectedException("The base is written in another way");
    }
    return super.getFirewalledRequest(request);
  }
}
