package org.ketamineregistry.server;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditRow;
import org.ketamineregistry.profiles.Canonical;

/**
 * Rows of the audit as AuditEvent, along the patterns of IHE's Basic Audit Log Patterns (BALP 1.1):
 * who asked as client and user, whose data as patient entities, what as data entities, and the
 * request id as transaction.
 */
final class AuditEvents {
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String BALP_ENTITY =
      "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
  private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
  private static final String REGISTRY = "Ketamine Registry";
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_SERIOUS = 500;

  /** Interactions by which data goes to the client, so that the registry is its source. */
  private static final Set<String> READS = Set.of("read", "vread", "history-instance");

  private AuditEvents() {}

  static AuditEvent of(AuditRow row) {
    var event = new AuditEvent();
    event.setId(row.id().toString());
    event.setType(new Coding(TERMS + "audit-event-type", "rest", "RESTful Operation"));
    interaction(event, row.interaction());
    event.setAction(AuditEventAction.fromCode(row.action()));
    event.setRecorded(Date.from(row.at()));
    outcome(event, row);
    if (row.purpose() != null) {
      event.addPurposeOfEvent().addCoding(purpose(row.purpose()));
    }
    agents(event, row);
    event
        .getSource()
        .setObserver(new Reference().setDisplay(REGISTRY))
        .addType(new Coding(TERMS + "security-source-type", "4", "Application Server"));
    row.patients()
        .forEach(patient -> entity(event, "1", "1").setWhat(new Reference("Patient/" + patient)));
    row.records().forEach(record -> entity(event, "2", "4").setWhat(new Reference(record)));
    query(event, row);
    transaction(event, row);
    return event;
  }

  private static void interaction(AuditEvent event, String interaction) {
    if (interaction.startsWith("$")) {
      event.addSubtype(new Coding(INTERACTIONS, "operation", null));
      event.addSubtype(new Coding(Canonical.BASE + "/operations", interaction.substring(1), null));
    } else {
      event.addSubtype(new Coding(INTERACTIONS, interaction, null));
    }
  }

  private static void outcome(AuditEvent event, AuditRow row) {
    if (row.status() < FIRST_ERROR) {
      event.setOutcome(AuditEventOutcome._0);
    } else {
      event.setOutcome(row.status() < FIRST_SERIOUS ? AuditEventOutcome._4 : AuditEventOutcome._8);
      String refusal = row.refusal();
      event.setOutcomeDesc("HTTP " + row.status() + (refusal == null ? "" : ", " + refusal));
    }
  }

  private static void agents(AuditEvent event, AuditRow row) {
    Coding source = new Coding(DICOM, "110153", "Source Role ID");
    Coding destination = new Coding(DICOM, "110152", "Destination Role ID");
    boolean toClient = READS.contains(row.interaction());
    AuditEventAgentComponent client =
        agent(event, toClient ? destination : source, row.user() == null);
    client.setAltId(row.client());
    client.setWho(new Reference().setIdentifier(new Identifier().setValue(row.client())));
    client.addRole().setText(row.role());
    if (row.user() != null) {
      agent(event, new Coding(TERMS + "v3-ParticipationType", "IRCP", null), true)
          .setWho(new Reference().setIdentifier(new Identifier().setValue(row.user())));
    }
    if (row.clinic() != null) {
      agent(event, new Coding(TERMS + "v3-RoleClass", "PROV", null), false)
          .setWho(clinic(row.clinic()));
    }
    agent(event, toClient ? source : destination, false)
        .setWho(new Reference().setDisplay(REGISTRY));
  }

  private static Reference clinic(String token) {
    int bar = token.indexOf('|');
    return new Reference()
        .setType("Organization")
        .setIdentifier(
            new Identifier()
                .setSystem(bar < 0 ? null : token.substring(0, bar))
                .setValue(token.substring(bar + 1)));
  }

  private static AuditEventAgentComponent agent(AuditEvent event, Coding type, boolean requestor) {
    AuditEventAgentComponent agent = event.addAgent().setRequestor(requestor);
    agent.getType().addCoding(type);
    return agent;
  }

  /** The names alone, since the values of a search may name a patient. */
  private static void query(AuditEvent event, AuditRow row) {
    String digest = row.digest();
    if (digest != null) {
      AuditEventEntityComponent entity = entity(event, "2", "24");
      entity.setQuery(String.join("&", row.parameters()).getBytes(StandardCharsets.UTF_8));
      entity.addDetail().setType("digest").setValue(new StringType(digest));
    }
  }

  private static void transaction(AuditEvent event, AuditRow row) {
    AuditEventEntityComponent entity = event.addEntity();
    entity.setType(new Coding(BALP_ENTITY, "XrequestId", null));
    entity.setWhat(new Reference().setIdentifier(new Identifier().setValue(row.request())));
    detail(entity, "consent-decision", row.consent());
  }

  private static void detail(
      AuditEventEntityComponent entity, String type, @Nullable String value) {
    if (value != null) {
      entity.addDetail().setType(type).setValue(new StringType(value));
    }
  }

  private static AuditEventEntityComponent entity(AuditEvent event, String type, String role) {
    return event
        .addEntity()
        .setType(new Coding(TERMS + "audit-entity-type", type, null))
        .setRole(new Coding(TERMS + "object-role", role, null));
  }

  private static Coding purpose(String code) {
    return new Coding(TERMS + "v3-ActReason", code, null);
  }
}
