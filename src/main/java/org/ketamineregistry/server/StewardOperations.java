package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.TextCheck;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.PersonLinks;
import org.springframework.stereotype.Component;

/**
 * What a steward does to pseudonyms: {@code Patient/$link-pseudonyms} with two Identifiers {@code
 * person} and {@code same-as}, answered by the id of the {@code link}; and {@code
 * Patient/$unlink-pseudonyms} with that id.
 */
@Component
final class StewardOperations {
  private static final String LINK = WriteDoor.BASE + "/Patient/$link-pseudonyms";
  private static final String UNLINK = WriteDoor.BASE + "/Patient/$unlink-pseudonyms";

  private final Access access;
  private final PersonLinks links;
  private final FhirContext context;
  private final Clock clock;

  StewardOperations(Access access, PersonLinks links, FhirContext context, Clock clock) {
    this.access = access;
    this.links = links;
    this.context = context;
    this.clock = clock;
  }

  static boolean isAddressed(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getMethod().equals("POST") && (path.equals(LINK) || path.equals(UNLINK));
  }

  /**
   * @throws Refused 403 where the caller may not; 400 where the parameters are not as described,
   *     404 where there is nothing to link
   */
  Parameters perform(HttpServletRequest request, byte[] body) {
    boolean linking = request.getRequestURI().equals(LINK);
    access.require(
        Callers.of(request),
        linking ? Operation.LINK_PSEUDONYMS : Operation.UNLINK_PSEUDONYMS,
        "Patient");
    Parameters in = parameters(request, body);
    var out = new Parameters();
    var statement =
        new PersonLinks.Statement(
            Callers.of(request), RequestIdFilter.of(request), clock.instant());
    if (linking) {
      String id = links.link(pseudonym(in, "person"), pseudonym(in, "same-as"), statement);
      out.addParameter("link", new StringType(id));
    } else {
      links.unlink(value(in, "link").map(Type::primitiveValue).orElse(""), statement);
    }
    Footprint.of(request).settle();
    return out;
  }

  private Parameters parameters(HttpServletRequest request, byte[] body) {
    Format format = WriteAddress.formatOf(request);
    var parser = format == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    try {
      return parser.parseResource(Parameters.class, TextCheck.wellFormed(body, format));
    } catch (DataFormatException | ClassCastException e) {
      throw Refused.because(ErrorCode.NOT_A_FHIR_RESOURCE, "The body is a Parameters resource.");
    }
  }

  private static String pseudonym(Parameters in, String name) {
    return value(in, name)
        .filter(Identifier.class::isInstance)
        .map(Identifier.class::cast)
        .filter(identifier -> Canonical.REGISTRY_PSEUDONYM.equals(identifier.getSystem()))
        .map(Identifier::getValue)
        .orElseThrow(
            () ->
                Refused.because(
                    ErrorCode.INVALID_REQUEST,
                    "The parameter "
                        + name
                        + " is an Identifier with system "
                        + Canonical.REGISTRY_PSEUDONYM
                        + "."));
  }

  private static Optional<Type> value(Parameters in, String name) {
    return in.getParameter().stream()
        .filter(parameter -> name.equals(parameter.getName()))
        .map(Parameters.ParametersParameterComponent::getValue)
        .filter(value -> value != null)
        .findFirst();
  }
}
