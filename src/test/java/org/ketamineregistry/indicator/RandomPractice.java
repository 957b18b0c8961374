package org.ketamineregistry.indicator;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.profiles.Canonical;

/** Consents, findings, and what is recorded of a session beside its doses. */
final class RandomPractice {
  private static final List<String> PARTS =
      List.of(
          "consultation-date",
          "information-sheet",
          "capacity",
          "freely-given",
          "options-discussed",
          "advocate-present");
  private static final List<String> SURVEYS = List.of("moaa-s", "cadss-subjective-total");

  private final RandomNotes chance;
  private final CaseNotes notes;

  RandomPractice(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
  }

  void add() {
    int number = 0;
    for (Resource session : all(Encounter.class)) {
      String id = session.getIdElement().getIdPart();
      monitoring(id, ((Encounter) session).getPeriod().getStartElement().getValueAsString());
      if (!chance.oneIn(6)) {
        // Rarely twice the same, or one left out.
        number += chance.oneIn(8) ? 2 : chance.oneIn(8) ? 0 : 1;
        notes.number(id, Math.max(1, number));
      }
    }
    for (int i = 1 + chance.below(3); i > 0; i--) {
      consent();
    }
    if (chance.oneIn(2)) {
      finding("review-overdue", chance.oneIn(2) ? chance.edge() : chance.near());
    }
    if (chance.oneIn(2)) {
      finding("information-sheet-outdated", chance.near());
    }
  }

  private void monitoring(String session, String begin) {
    if (chance.oneIn(8)) {
      notes.status(session, EncounterStatus.INPROGRESS);
    }
    if (!chance.oneIn(5)) {
      notes.fitToLeave(session, begin);
    }
    for (String instrument : SURVEYS) {
      if (!chance.oneIn(5)) {
        String id = chance.id("survey");
        notes.measured(id, instrument, session, "during", begin);
        if (chance.oneIn(8)) {
          notes.inError(id);
        }
      }
    }
    if (chance.oneIn(2)) {
      for (String timing : List.of("before", "during", "after")) {
        notes.pressure(chance.id("pressure"), session, timing, begin, 120, 80);
      }
    }
  }

  private void consent() {
    String id = chance.id("consent");
    OffsetDateTime before = aroundFirstDose();
    notes.consent(id, written(before));
    var consent = (Consent) notes.record(id);
    if (chance.oneIn(3)) {
      notes.without(id, chance.of(PARTS));
    }
    if (chance.oneIn(6)) {
      extension(consent, "freely-given").setValue(new BooleanType(false));
    }
    if (chance.oneIn(6)) {
      extension(consent, "options-discussed").setValue(new BooleanType(false));
    }
    if (chance.oneIn(6)) {
      var capacity = extension(consent, "capacity");
      capacity.getExtension().clear();
      capacity.addExtension("finding", new CodeType("lacks-capacity"));
    }
    switch (chance.below(12)) {
      case 0 -> consent.setStatus(ConsentState.ENTEREDINERROR);
      case 1 -> consent.setStatus(ConsentState.REJECTED);
      case 2 -> consent.getProvision().setType(ConsentProvisionType.DENY);
      case 3, 4, 5 -> notes.withdrawn(id, written(aroundFirstDose()));
      default -> {
        // It is in force.
      }
    }
  }

  private static Extension extension(Consent consent, String name) {
    var stated = consent.getExtensionByUrl(Canonical.extension(name));
    return stated == null ? consent.addExtension().setUrl(Canonical.extension(name)) : stated;
  }

  /** At a first dose, a second or a day beside it, or long before. */
  private OffsetDateTime aroundFirstDose() {
    OffsetDateTime first = chance.firstDose();
    return switch (chance.below(6)) {
      case 0 -> first;
      case 1 -> first.plusSeconds(1);
      case 2 -> first.minusSeconds(1);
      case 3 -> first.minusDays(1);
      default -> first.minusDays(20L + chance.below(2));
    };
  }

  /** A moment, or its day, or rarely its month alone. */
  private String written(OffsetDateTime at) {
    String text = chance.text(at);
    return switch (chance.below(8)) {
      case 0, 1, 2 -> text.substring(0, 10);
      case 3 -> text.substring(0, 7);
      default -> text;
    };
  }

  private void finding(String rule, OffsetDateTime at) {
    List<Resource> doses = all(MedicationAdministration.class);
    String id = chance.id("finding");
    if (doses.isEmpty()) {
      notes.finding(id, rule, chance.text(at));
    } else {
      notes.finding(id, rule, chance.text(at), chance.of(doses).getIdElement().getIdPart());
    }
    if (chance.oneIn(4)) {
      ((DetectedIssue) notes.record(id))
          .setStatus(
              chance.oneIn(2) ? DetectedIssueStatus.CANCELLED : DetectedIssueStatus.ENTEREDINERROR);
    }
  }

  private List<Resource> all(Class<? extends Resource> type) {
    return new ArrayList<>(notes.records().stream().filter(type::isInstance).toList());
  }
}
