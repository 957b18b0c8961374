package org.ketamineregistry.server;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.refusal.Refused;
import org.springframework.stereotype.Component;

/** The clinics that callers speak for, each looked up once in a request. */
@Component
final class CallerClinics {
  private static final String ATTRIBUTE = CallerClinics.class.getName();

  private final Clinics clinics;

  CallerClinics(Clinics clinics) {
    this.clinics = clinics;
  }

  /**
   * The registry's id of the clinic; empty for a caller who speaks for none.
   *
   * @throws Refused 403 where the registry does not know the clinic that the token names
   */
  Optional<String> of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String clinic) {
      return Optional.of(clinic);
    }
    Optional<String> clinic = clinics.of(Callers.of(request));
    clinic.ifPresent(id -> request.setAttribute(ATTRIBUTE, id));
    return clinic;
  }
}
