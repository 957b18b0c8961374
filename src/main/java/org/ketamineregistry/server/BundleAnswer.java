package org.ketamineregistry.server;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.store.Receipt;
import org.ketamineregistry.submission.Answer;

/** The response bundle of a transaction or batch; its identifier is that of the receipt. */
final class BundleAnswer {
  private BundleAnswer() {}

  static Bundle of(Answer answer) {
    var bundle = new Bundle();
    if (answer instanceof Answer.Accepted accepted) {
      bundle.setType(BundleType.TRANSACTIONRESPONSE);
      bundle.getIdentifier().setSystem(Canonical.RECEIPT).setValue(accepted.receipt().id());
      transaction(bundle, accepted);
    } else if (answer instanceof Answer.Batch batch) {
      bundle.setType(BundleType.BATCHRESPONSE);
      batch.answers().forEach(one -> batchEntry(bundle.addEntry().getResponse(), one));
    }
    return bundle;
  }

  private static void transaction(Bundle bundle, Answer.Accepted accepted) {
    List<Notice> general = new ArrayList<>(accepted.notices());
    List<String> resources = accepted.receipt().resources();
    for (int i = 0; i < resources.size(); i++) {
      String own = "Bundle.entry[" + i + "].";
      List<Notice> notices =
          accepted.notices().stream()
              .filter(notice -> notice.expression() != null && notice.expression().startsWith(own))
              .toList();
      general.removeAll(notices);
      entry(bundle.addEntry().getResponse(), resources.get(i), notices);
    }
    if (!general.isEmpty() && bundle.hasEntry()) {
      // What concerns the whole stands with the first entry, since a response has no other place.
      BundleEntryResponseComponent first = bundle.getEntryFirstRep().getResponse();
      List<Notice> all = new ArrayList<>(general);
      accepted.notices().stream()
          .filter(n -> !general.contains(n) && concerns(n, 0))
          .forEach(all::add);
      first.setOutcome(Outcomes.ofNotices(all));
    }
  }

  private static boolean concerns(Notice notice, int index) {
    return notice.expression() != null
        && notice.expression().startsWith("Bundle.entry[" + index + "].");
  }

  private static void batchEntry(BundleEntryResponseComponent response, Answer answer) {
    Receipt receipt = answer.receipt();
    if (answer instanceof Answer.Accepted accepted) {
      entry(response, receipt.resources().get(0), accepted.notices());
      response.setOutcome(Outcomes.ofNotices(accepted.notices()));
    } else if (answer instanceof Answer.Rejected rejected) {
      response.setStatus(Integer.toString(receipt.status()));
      response.setOutcome(Outcomes.ofProblems(rejected.problems()));
    }
    Outcomes.add((OperationOutcome) response.getOutcome(), receiptNotice(receipt));
  }

  /** Tells where the receipt is. */
  static Notice receiptNotice(Receipt receipt) {
    return new Notice(
        Notice.Code.RECEIPT, null, "The receipt of this submission is Task/" + receipt.id());
  }

  private static void entry(
      BundleEntryResponseComponent response, String result, List<Notice> notices) {
    String[] parts = result.split(" ", 2);
    response.setStatus(parts[0].equals("201") ? "201 Created" : "200 OK");
    response.setLocation(parts[1]);
    int version = parts[1].indexOf("/_history/");
    if (version > 0) {
      response.setEtag("W/\"" + parts[1].substring(version + 10) + "\"");
    }
    if (!notices.isEmpty()) {
      response.setOutcome(Outcomes.ofNotices(notices));
    }
  }
}
