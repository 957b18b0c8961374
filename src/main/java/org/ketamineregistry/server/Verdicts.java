package org.ketamineregistry.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Question;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.submission.SubmissionLine;
import org.ketamineregistry.validate.Nominated;
import org.ketamineregistry.validate.Validation;
import org.ketamineregistry.validate.Verdict;
import org.springframework.stereotype.Component;

/**
 * The verdicts that {@code $validate} gives, by its mode: without one on the content alone; with
 * {@code create} or {@code update} on what would be answered now, by walking the line up to the
 * store; with {@code profile} on a record against a profile. {@code delete} is always refused.
 */
@Component
final class Verdicts {
  private static final String VALID =
      "Valid, as far as can be said without the registry's records.";
  private static final String ACCEPTABLE = "The registry would accept this now.";

  private static final Problem NEVER_DELETED =
      Problem.of(
          ErrorCode.METHOD_NOT_ALLOWED,
          "The registry deletes nothing: correct a record by PUT, or by PUT with status"
              + " entered-in-error.");

  private final Ingest ingest;
  private final Validation validation;
  private final SubmissionLine line;

  Verdicts(Ingest ingest, Validation validation, SubmissionLine line) {
    this.ingest = ingest;
    this.validation = validation;
    this.line = line;
  }

  /**
   * @param record the record on file, where the operation is asked for at one
   * @param sent what was sent, if anything
   * @throws Refused 400 where no verdict can be given
   */
  OperationOutcome of(VerdictAddress address, Optional<Incoming> record, Optional<Incoming> sent) {
    Optional<Question> question;
    try {
      question = sent.map(ingest::question);
    } catch (Refused unreadable) {
      List<Problem> problems = Places.place(sent.orElseThrow(), unreadable.problems());
      return Verdict.refused(problems).outcome(VALID);
    }
    Map<String, String> asked = address.with(question.map(Question::parameters).orElse(Map.of()));
    Optional<Question> resource = question.filter(Question::hasResource);
    Optional<Nominated> profile = Optional.ofNullable(asked.get("profile")).map(this::profile);
    boolean atRecord = record.isPresent();
    String mode = asked.get("mode");
    if (mode == null) {
      Question about =
          resource.or(() -> record.map(ingest::question)).orElseThrow(Verdicts::nothingSent);
      return content(about, address, profile);
    }
    switch (mode) {
      case "create" -> {
        require(!atRecord, "The mode create is asked for at the type.");
        return rehearsal(resource.orElseThrow(Verdicts::nothingSent), address, profile);
      }
      case "update" -> {
        require(atRecord, "The mode update is asked for at a record.");
        return rehearsal(resource.orElseThrow(Verdicts::nothingSent), address, profile);
      }
      case "profile" -> {
        require(
            atRecord && profile.isPresent() && resource.isEmpty(),
            "The mode profile is asked for at a record, with the parameter profile and no resource.");
        return content(ingest.question(record.orElseThrow()), address, profile);
      }
      case "delete" -> {
        require(atRecord, "The mode delete is asked for at a record.");
        return Verdict.refused(List.of(NEVER_DELETED)).outcome("");
      }
      default ->
          throw Refused.because(
              ErrorCode.INVALID_REQUEST, "The mode is create, update, delete or profile.");
    }
  }

  private OperationOutcome content(
      Question question, VerdictAddress address, Optional<Nominated> profile) {
    return judged(
        question,
        Door.verdict(address.type(), address.id()),
        profile,
        submitted -> validation.verdict(submitted, profile.stream().toList()),
        VALID);
  }

  private OperationOutcome rehearsal(
      Question question, VerdictAddress address, Optional<Nominated> profile) {
    return judged(
        question,
        address.entrance(),
        profile,
        submitted -> {
          Verdict verdict = line.rehearse(submitted);
          return profile.isEmpty() || !verdict.isValid()
              ? verdict
              : validation.verdict(submitted, profile.stream().toList());
        },
        ACCEPTABLE);
  }

  private static OperationOutcome judged(
      Question question,
      Door door,
      Optional<Nominated> profile,
      Function<Submitted, Verdict> judge,
      String valid) {
    Submitted submitted;
    try {
      submitted = question.by(door);
    } catch (Refused refused) {
      List<Problem> problems = Places.place(question.incoming(), refused.problems());
      return Verdict.refused(problems).outcome(valid);
    }
    if (!profile.map(nominated -> nominated.concerns(submitted)).orElse(true)) {
      throw Refused.because(
          ErrorCode.PROFILE_NOT_APPLICABLE,
          "The profile is one of another type: no resource here is of the type "
              + profile.orElseThrow().type()
              + ".");
    }
    return judge.apply(submitted).outcome(valid);
  }

  private Nominated profile(String name) {
    return validation
        .nominated(name)
        .orElseThrow(
            () ->
                Refused.because(
                    ErrorCode.PROFILE_NOT_APPLICABLE,
                    "The profile is not known here, or is not one of a resource: name one of"
                        + " [base]/StructureDefinition or of FHIR R4 by its canonical URL."));
  }

  private static void require(boolean sensible, String words) {
    if (!sensible) {
      throw Refused.because(ErrorCode.INVALID_REQUEST, words);
    }
  }

  private static Refused nothingSent() {
    return Refused.because(
        ErrorCode.INVALID_REQUEST,
        "A resource is needed: send it as the body, or as the parameter resource of a Parameters"
            + " resource.");
  }
}
