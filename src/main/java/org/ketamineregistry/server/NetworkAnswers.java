package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.ketamineregistry.network.AnswerReader;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.network.MemberAnswer;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.Merge;
import org.ketamineregistry.network.MergedAnswer;
import org.ketamineregistry.network.MergedReport;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.NotAnAnswer;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.SubTask.Phase;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.Askings.Kept;

/**
 * Shows an asking: its state as a Task with a sub-task for each member, its result as Parameters.
 */
final class NetworkAnswers {
  private final AnswerReader reader;

  NetworkAnswers(FhirContext context) {
    reader = new AnswerReader(context);
  }

  /** The merged answer so far, in the order of the operation's definition. */
  Parameters result(Kept kept) {
    NetworkAsking asking = kept.asking();
    List<MergedAnswer.Part> parts = new ArrayList<>();
    for (SubTask task : asking.members()) {
      parts.add(new MergedAnswer.Part(task.member(), answer(task, kept), task.late()));
    }
    MergedAnswer merged = Merge.of(asking.question(), parts);
    boolean open = asking.members().stream().anyMatch(task -> task.phase() != Phase.ENDED);
    var result = new Parameters();
    result.addParameter().setName("report").setResource(MergedReport.of(merged, open));
    for (MergedAnswer.Part part : parts) {
      var member = result.addParameter().setName("member");
      member.addPart().setName("identifier").setValue(identifier(part.member()));
      member.addPart().setName("status").setValue(new CodeType(part.answer().status().code()));
      if (part.answer().cut() != null) {
        member.addPart().setName("cut").setValue(new DateType(part.answer().cut().toString()));
      }
      report(part.member(), kept.answers())
          .ifPresent(report -> member.addPart().setName("report").setResource(report));
    }
    result.addParameter("overlap", new BooleanType(merged.mayOverlap()));
    return result;
  }

  private MemberAnswer answer(SubTask task, Kept kept) {
    MemberStatus status = task.status() == null ? MemberStatus.TIMED_OUT : task.status();
    String text = kept.answers().get(task.member());
    if (text == null || !status.isInTheAnswer()) {
      return MemberAnswer.of(status);
    }
    try {
      return reader.read(text, kept.asking().question());
    } catch (NotAnAnswer e) {
      // It was read when it came; only a change of this software can bring this about.
      return MemberAnswer.of(MemberStatus.ERROR);
    }
  }

  private Optional<MeasureReport> report(String member, Map<String, String> answers) {
    String text = answers.get(member);
    try {
      return text == null ? Optional.empty() : reader.report(text);
    } catch (NotAnAnswer e) {
      return Optional.empty();
    }
  }

  /** Where an asking is, member by member. */
  static Task state(NetworkAsking asking) {
    Task task = task(asking.id().toString(), asking);
    task.setStatus(
        switch (asking.state()) {
          case IN_PROGRESS -> TaskStatus.INPROGRESS;
          case ANSWERED -> TaskStatus.COMPLETED;
          case CANCELLED -> TaskStatus.CANCELLED;
        });
    for (SubTask member : asking.members()) {
      Task part = task("member-" + member.member(), asking);
      part.addPartOf(new Reference("#"));
      part.getOwner().setIdentifier(identifier(member.member()));
      part.setStatus(status(asking, member));
      MemberStatus told = member.status();
      if (told != null) {
        part.setBusinessStatus(concept("answer-status-cs", told.code()));
      }
      task.addContained(part);
    }
    return task;
  }

  private static Task task(String id, NetworkAsking asking) {
    var task = new Task();
    task.setId(id);
    task.setIntent(TaskIntent.ORDER);
    task.setAuthoredOn(Date.from(asking.askedAt()));
    task.getRestriction().getPeriod().setEnd(Date.from(asking.term().deadline()));
    return task;
  }

  private static TaskStatus status(NetworkAsking asking, SubTask member) {
    if (asking.cancelledAt() != null) {
      return TaskStatus.CANCELLED;
    }
    MemberStatus told = member.status();
    if (told == null) {
      return TaskStatus.INPROGRESS;
    }
    return told == MemberStatus.DEFERRED
        ? TaskStatus.ONHOLD
        : told.isInTheAnswer() ? TaskStatus.COMPLETED : TaskStatus.FAILED;
  }

  private static Identifier identifier(String member) {
    return new Identifier().setSystem(DirectoryReader.memberSystem()).setValue(member);
  }

  private static CodeableConcept concept(String system, String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setSystem(Canonical.codeSystem(system)).setCode(code);
    return concept;
  }
}
