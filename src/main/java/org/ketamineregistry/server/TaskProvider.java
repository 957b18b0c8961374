package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.Receipt;
import org.ketamineregistry.store.Store;

/** Shows receipts as Task, the guide's {@code SubmissionReceipt}. */
public final class TaskProvider implements IResourceProvider {
  private static final String OUTCOME_ID = "outcome";

  private final Store store;
  private final FhirContext context;
  private final CallerClinics clinics;

  TaskProvider(Store store, FhirContext context, CallerClinics clinics) {
    this.store = store;
    this.context = context;
    this.clinics = clinics;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Task.class;
  }

  /** The receipt with an id. */
  @Read
  public Task read(@IdParam IdType id, RequestDetails request) {
    return store
        .receipt(id.getIdPart())
        .filter(mayBeShownTo(request))
        .map(this::task)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /** The newest receipts of submissions with a bundle identifier. */
  @Search
  public List<Task> search(
      @RequiredParam(name = "identifier") TokenParam identifier, RequestDetails request) {
    StrictSearch.check(request, "identifier");
    return store.receiptsOf(identifier.getSystem() + "|" + identifier.getValue()).stream()
        .filter(mayBeShownTo(request))
        .map(this::task)
        .toList();
  }

  /** A clinic sees the receipts of its own submissions. */
  private Predicate<Receipt> mayBeShownTo(RequestDetails request) {
    return clinics
        .of(((ServletRequestDetails) request).getServletRequest())
        .<Predicate<Receipt>>map(clinic -> receipt -> clinic.equals(receipt.owner()))
        .orElse(receipt -> true);
  }

  private Task task(Receipt receipt) {
    var task = new Task();
    task.setId(receipt.id());
    task.getMeta().addProfile(Canonical.profile("submission-receipt"));
    task.addIdentifier(identifier(receipt));
    task.setStatus(receipt.accepted() ? TaskStatus.COMPLETED : TaskStatus.REJECTED);
    task.setIntent(TaskIntent.ORDER);
    task.setCode(code("record-kind-cs", "submission"));
    task.setAuthoredOn(Date.from(receipt.receivedAt()));
    String owner = receipt.owner();
    if (owner != null && !owner.equals(Records.REGISTRY)) {
      task.setRequester(new Reference("Organization/" + owner));
    }
    for (String result : receipt.resources()) {
      String location = result.substring(result.indexOf(' ') + 1);
      task.addOutput()
          .setType(code("receipt-output-cs", "resource"))
          .setValue(new Reference(location));
    }
    var outcome = (OperationOutcome) context.newJsonParser().parseResource(receipt.outcome());
    if (outcome.hasIssue()) {
      outcome.setId(OUTCOME_ID);
      // Lines and columns are told in the answer; the guide's receipt has no foreign extensions.
      outcome.getIssue().forEach(issue -> issue.setExtension(List.of()));
      task.addContained(outcome);
      task.addOutput()
          .setType(code("receipt-output-cs", "outcome"))
          .setValue(new Reference("#" + OUTCOME_ID));
    }
    return task;
  }

  /** The identifier of the submitted bundle, or the receipt's own where it had none. */
  private static Identifier identifier(Receipt receipt) {
    String bundle = receipt.bundleIdentifier();
    if (bundle == null) {
      return new Identifier().setSystem(Canonical.RECEIPT).setValue(receipt.id());
    }
    int bar = bundle.indexOf('|');
    return new Identifier().setSystem(bundle.substring(0, bar)).setValue(bundle.substring(bar + 1));
  }

  private static CodeableConcept code(String system, String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setSystem(Canonical.codeSystem(system)).setCode(code);
    return concept;
  }
}
