package org.ketamineregistry.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Reads what came in by any door. */
public final class Ingest {
  private final ElementReader reader;

  public Ingest(Definitions definitions) {
    reader = new ElementReader(definitions.workerContext());
  }

  /**
   * Reads a submission.
   *
   * @return the entries with their places in the text, and what is already known to be wrong
   * @throws Refused 400 where the text is malformed, is no FHIR, or is a bundle of another type
   */
  public Submitted receive(Incoming incoming) {
    String text = TextCheck.wellFormed(incoming.body(), incoming.format());
    var findings = new ArrayList<ValidationMessage>();
    Element root = reader.read(text, incoming.format(), findings::add);
    return submitted(incoming, root, findings);
  }

  /**
   * Reads what somebody wants a verdict on.
   *
   * @throws Refused 400 where the text is malformed or no FHIR, or asks in a way that is not known
   */
  public Question question(Incoming incoming) {
    return question(incoming, Question.RESOURCE, Question.VALUES);
  }

  /**
   * Reads what an operation takes that has one parameter which is a resource, and may be the body
   * too.
   *
   * @param parameter what a Parameters resource calls it
   * @param values what else a Parameters resource may say, and what each of it is in words
   * @throws Refused 400 where the text is malformed or no FHIR
   */
  public Question question(Incoming incoming, String parameter, Map<String, String> values) {
    String text = TextCheck.wellFormed(incoming.body(), incoming.format());
    var findings = new ArrayList<ValidationMessage>();
    Element root = reader.read(text, incoming.format(), findings::add);
    return new Question(incoming, parameter, values, root, findings);
  }

  static Submitted submitted(Incoming incoming, Element root, List<ValidationMessage> findings) {
    Door.Kind door = incoming.door().kind();
    boolean asBundle =
        door == Door.Kind.BUNDLE
            || (door == Door.Kind.VERDICT
                && root.fhirType().equals("Bundle")
                && incoming.door().expectedType().orElse("Bundle").equals("Bundle"));
    return asBundle ? bundle(incoming, root, findings) : single(incoming, root, findings);
  }

  private static Submitted bundle(
      Incoming incoming, Element root, List<ValidationMessage> findings) {
    if (!root.fhirType().equals("Bundle")) {
      throw new Refused(
          Problem.at(
              ErrorCode.NOT_A_FHIR_RESOURCE,
              root.fhirType(),
              root.line(),
              root.col(),
              "The base takes a Bundle; send a "
                  + root.fhirType()
                  + " to [base]/"
                  + root.fhirType()
                  + "."));
    }
    Shape shape = shape(root.getNamedChildValue("type"), incoming.door().kind());
    var problems = new ArrayList<Problem>();
    var reader = new BundleReader(problems);
    List<SubmittedEntry> entries =
        shape == Shape.COLLECTION ? reader.members(root) : reader.entries(root);
    return new Submitted(
        incoming,
        shape,
        root,
        token(root.getNamedChild("identifier"), problems),
        entries,
        problems,
        findings,
        ContentDigest.of(root));
  }

  private static Shape shape(@Nullable String type, Door.Kind door) {
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "transaction" -> Shape.TRANSACTION;
      case "batch" -> Shape.BATCH;
      default -> {
        if (door == Door.Kind.VERDICT) {
          yield Shape.COLLECTION;
        }
        throw new Refused(
            Problem.at(
                ErrorCode.BUNDLE_TYPE_NOT_ACCEPTED,
                "Bundle.type",
                0,
                0,
                "The registry takes bundles of type transaction (all or nothing) or batch (each entry alone)."));
      }
    };
  }

  private static Submitted single(
      Incoming incoming, Element root, List<ValidationMessage> findings) {
    Door door = incoming.door();
    var problems = new ArrayList<Problem>();
    String type = door.expectedType().orElse(root.fhirType());
    if (!root.fhirType().equals(type)) {
      throw new Refused(
          Problem.at(
              ErrorCode.NOT_A_FHIR_RESOURCE,
              root.fhirType(),
              root.line(),
              root.col(),
              "The address is for another type: send a "
                  + root.fhirType()
                  + " to [base]/"
                  + root.fhirType()
                  + "."));
    }
    var actions = new ActionReader(problems, root.fhirType(), root);
    actions.checkId(door.id(), root);
    Action action =
        actions.read(
            door.kind() != Door.Kind.UPDATE, type, door.id(), door.condition(), door.ifMatch());
    var entry = new SubmittedEntry(0, type, null, root, action);
    return new Submitted(
        incoming,
        Shape.SINGLE,
        root,
        null,
        List.of(entry),
        problems,
        findings,
        ContentDigest.of(root));
  }

  /** An identifier without system or value tells nothing apart, so the content alone decides. */
  private static @Nullable String token(@Nullable Element identifier, List<Problem> problems) {
    String system = identifier == null ? null : identifier.getNamedChildValue("system");
    String value = identifier == null ? null : identifier.getNamedChildValue("value");
    if (identifier == null || system == null || value == null) {
      return null;
    } else if (BusinessIdentifier.tellsApart(system, value)) {
      return system + "|" + value;
    }
    problems.add(
        Problem.at(
            ErrorCode.IDENTIFIER_FORM,
            "Bundle.identifier",
            identifier.line(),
            identifier.col(),
            BusinessIdentifier.FORM));
    return null;
  }
}
