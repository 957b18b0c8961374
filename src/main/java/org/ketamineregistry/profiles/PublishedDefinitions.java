package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * What the guide's package defines, for the validator. HAPI's own support knows all of it save the
 * forms, without which a response to one cannot be judged.
 */
final class PublishedDefinitions extends PrePopulatedValidationSupport {
  private final ProfilePackage guide;

  PublishedDefinitions(FhirContext context, ProfilePackage guide) {
    super(context);
    this.guide = guide;
  }

  /**
   * @param type null where the validator asks whether there is anything by a canonical URL
   */
  @Override
  public <T extends IBaseResource> @Nullable T fetchResource(
      @Nullable Class<T> type, String canonical) {
    if (type == null || !type.isAssignableFrom(Questionnaire.class)) {
      return super.fetchResource(type, canonical);
    }
    return guide.of(Questionnaire.class).stream()
        .filter(
            form ->
                canonical.equals(form.getUrl())
                    || canonical.equals(form.getUrl() + "|" + form.getVersion()))
        .findFirst()
        .map(type::cast)
        .orElseGet(() -> super.fetchResource(type, canonical));
  }
}
