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
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.audit.Act;
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

  private final Access access;
  private static final String ERASE = WriteDoor.BASE + "/Patient/$erase";
  private static final String REPEAT = WriteDoor.BASE + "/Patient/$repeat-erasures";
  private static final Set<String> ALL = Set.of(LINK, UNLINK, ERASE, REPEAT);

  private final PersonLinks links;
  private final ErasureOperation erasure;
  private final FhirContext context;
  private final Clock clock;

  StewardOperations(
      Access access,
      PersonLinks links,
      ErasureOperation erasure,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.links = links;
    this.erasure = erasure;
    this.context = context;
    this.clock = clock;
  }

  static boolean isAddressed(HttpServletRequest request) {
    return request.getMethod().equals("POST") && ALL.contains(request.getRequestURI());
  }

  /**
   * @throws Refused 403 where the caller may not; 400 where the parameters are not as described,
   *     404 where there is nothing to link or to erase
   */
  Parameters perform(HttpServletRequest request, byte[] body) {
    access.require(Callers.of(request), operation(request), "Patient");
    Parameters in = parameters(request, body, context);
    Parameters out =
        switch (request.getRequestURI()) {
          case LINK -> link(in, act(request));
          case UNLINK -> unlink(in, act(request));
          case ERASE -> erasure.erase(in, act(request));
          default -> erasure.repeat(act(request));
        };
    if (!request.getRequestURI().equals(REPEAT)) {
      Footprint.of(request).settle(); // A repetition that found nobody has left no entry.
    }
    return out;
  }

  private static Operation operation(HttpServletRequest request) {
    return switch (request.getRequestURI()) {
      case LINK -> Operation.LINK_PSEUDONYMS;
      case UNLINK -> Operation.UNLINK_PSEUDONYMS;
      case ERASE -> Operation.ERASE;
      default -> Operation.REPEAT_ERASURES;
    };
  }

  private Act act(HttpServletRequest request) {
    return new Act(Callers.of(request), RequestIdFilter.of(request), clock.instant());
  }

  private Parameters link(Parameters in, Act act) {
    String id = links.link(pseudonym(in, "person"), pseudonym(in, "same-as"), act);
    return new Parameters().addParameter("link", new StringType(id));
  }

  private Parameters unlink(Parameters in, Act act) {
    links.unlink(value(in, "link").map(Type::primitiveValue).orElse(""), act);
    return new Parameters();
  }

  /**
   * The parameters of an operation.
   *
   * @throws Refused 400 where the body is none
   */
  static Parameters parameters(HttpServletRequest request, byte[] body, FhirContext context) {
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
