package org.ketamineregistry.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Erasure;
import org.ketamineregistry.store.ErasureCertificate;
import org.ketamineregistry.store.ErasureRequest;
import org.ketamineregistry.store.ErasureRequest.Reason;
import org.springframework.stereotype.Component;

/**
 * The erasure of a person, {@code Patient/$erase}: {@code person} is an Identifier with the
 * registry pseudonym, or {@code patient} a Reference to one of the person's Patient resources;
 * {@code reason} is a code, {@code request} the Identifier of the file that has the person's
 * request, and {@code keep-for-safety} whether adverse events stay for drug safety, which they do
 * unless it is false. The answer is the certificate. {@code Patient/$repeat-erasures} erases again
 * whoever a restored backup brought back, and answers how many.
 */
@Component
final class ErasureOperation {
  private static final int LONGEST = 200;

  private final Erasure erasure;

  ErasureOperation(Erasure erasure) {
    this.erasure = erasure;
  }

  /**
   * @throws Refused 400 where the parameters are not as described, 404 where nothing is on record
   *     of the person
   */
  Parameters erase(Parameters in, Act act) {
    Optional<String> pseudonym =
        value(in, "person", Identifier.class).map(ErasureOperation::pseudonym);
    Optional<String> patient = value(in, "patient", Reference.class).map(ErasureOperation::patient);
    if (pseudonym.isPresent() == patient.isPresent()) {
      throw invalid("Name the person by one of the parameters person and patient.");
    }
    return certificate(
        erasure.erase(
            new ErasureRequest(
                pseudonym.orElse(null),
                patient.orElse(null),
                reason(in),
                file(in),
                value(in, "keep-for-safety", BooleanType.class)
                    .map(BooleanType::booleanValue)
                    .orElse(true)),
            act));
  }

  /** How many persons were erased again. */
  Parameters repeat(Act act) {
    return new Parameters().addParameter("persons", new IntegerType(erasure.repeat(act)));
  }

  private static Parameters certificate(ErasureCertificate certificate) {
    int bar = certificate.file().indexOf('|');
    var out = new Parameters();
    out.addParameter("certificate", new StringType(certificate.id()));
    out.addParameter("erased-at", new InstantType(certificate.erasedAt().toString()));
    out.addParameter("reason", new CodeType(code(certificate.reason())));
    out.addParameter(
        "request",
        new Identifier()
            .setSystem(certificate.file().substring(0, bar))
            .setValue(certificate.file().substring(bar + 1)));
    counts(out, "erased", certificate.erased());
    counts(out, "kept", certificate.kept());
    if (!certificate.kept().isEmpty()) {
      out.addParameter("kept-for", new CodeType("drug-safety"));
    }
    out.addParameter("digest", new StringType(certificate.digest()));
    return out;
  }

  private static void counts(Parameters out, String name, Map<String, Integer> counts) {
    counts.forEach(
        (type, count) -> {
          var part = out.addParameter().setName(name);
          part.addPart().setName("type").setValue(new CodeType(type));
          part.addPart().setName("count").setValue(new IntegerType(count));
        });
  }

  private static String pseudonym(Identifier person) {
    if (!Canonical.REGISTRY_PSEUDONYM.equals(person.getSystem()) || !person.hasValue()) {
      throw invalid(
          "The parameter person is an Identifier with system "
              + Canonical.REGISTRY_PSEUDONYM
              + ".");
    }
    return person.getValue();
  }

  private static String patient(Reference reference) {
    var id = new IdType(reference.getReference());
    if (!"Patient".equals(id.getResourceType()) || !id.hasIdPart()) {
      throw invalid("The parameter patient is a Reference, Patient/[id].");
    }
    return id.getIdPart();
  }

  private static Reason reason(Parameters in) {
    String code =
        in.getParameter().stream()
            .filter(parameter -> "reason".equals(parameter.getName()))
            .map(parameter -> parameter.getValue())
            .filter(value -> value != null && value.isPrimitive())
            .map(Type::primitiveValue)
            .findFirst()
            .orElse("");
    return Arrays.stream(Reason.values())
        .filter(reason -> code(reason).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "The parameter reason is one of consent-withdrawn, objection, unlawful and"
                        + " legal-obligation."));
  }

  private static String file(Parameters in) {
    return value(in, "request", Identifier.class)
        .filter(file -> file.hasSystem() && file.hasValue())
        .filter(file -> file.getSystem().indexOf('|') < 0)
        .map(file -> file.getSystem() + "|" + file.getValue())
        .filter(file -> file.length() <= LONGEST)
        .orElseThrow(
            () ->
                invalid(
                    "The parameter request is an Identifier, system and value, of the file that has the"
                        + " person's request. It is shown in the certificate and names nobody."));
  }

  private static <T extends Type> Optional<T> value(Parameters in, String name, Class<T> type) {
    return in.getParameter().stream()
        .filter(parameter -> name.equals(parameter.getName()))
        .map(parameter -> (Type) parameter.getValue())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Refused invalid(String message) {
    return Refused.because(ErrorCode.INVALID_REQUEST, message);
  }
}
