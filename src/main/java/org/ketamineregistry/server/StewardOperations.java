package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.TextCheck;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.PersonLinks;
import org.springframework.stereotype.Component;

/**
 * What a steward does to persons: {@code Patient/$link-pseudonyms} with two Identifiers {@code
 * person} and {@code same-as}, answered by the id of the {@code link}; {@code
 * Patient/$unlink-pseudonyms} with that id; and the operations of {@link ErasureOperation}.
 */
@Component
final class StewardOperations {
  private static final String LINK = WriteDoor.BASE + "/Patient/$link-pseudonyms";
  private static final String UNLINK = WriteDoor.BASE + "/Patient/$unlink-pseudonyms";

  private static final String ERASE = WriteDoor.BASE + "/Patient/$erase";
  private static final String REPEAT = WriteDoor.BASE + "/Patient/$repeat-erasures";
  private static final Set<String> ALL = Set.of(LINK, UNLINK, ERASE, REPEAT);

  private static final Set<Role> STEWARDS = Set.of(Role.STEWARD, Role.OPEN);

  private final PersonLinks links;
  private final ErasureOperation erasure;
  private final FhirContext context;
  private final Clock clock;

  StewardOperations(PersonLinks links, ErasureOperation erasure, FhirContext context, Clock clock) {
    this.links = links;
    this.erasure = erasure;
    this.context = context;
    this.clock = clock;
  }

  static boolean isAddressed(HttpServletRequest request) {
    return request.getMethod().equals("POST") && ALL.contains(request.getRequestURI());
  }

  /**
   * @throws Refused 403 where the caller is no steward; 400 where the parameters are not as
   *     described, 404 where there is nothing to link or to erase
   */
  Parameters perform(HttpServletRequest request, byte[] body) {
    if (!STEWARDS.contains(Callers.of(request).role())) {
      throw Refused.because(
          ErrorCode.FORBIDDEN, "This is done by the registry's steward: ask there.");
    }
    Parameters in = parameters(request, body);
    return switch (request.getRequestURI()) {
      case LINK -> link(in);
      case UNLINK -> unlink(in);
      case ERASE -> erasure.erase(in);
      default -> erasure.repeat();
    };
  }

  private Parameters link(Parameters in) {
    String id = links.link(pseudonym(in, "person"), pseudonym(in, "same-as"), clock.instant());
    return new Parameters().addParameter("link", new StringType(id));
  }

  private Parameters unlink(Parameters in) {
    links.unlink(value(in, "link").map(Type::primitiveValue).orElse(""), clock.instant());
    return new Parameters();
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
