package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.profiles.ProfilePackage;

/** An invented clinic, its feed and its messages. */
public final class Riverside {
  static final Templates TEMPLATES =
      Templates.of(new GuideCodes(ProfilePackage.load(FhirContext.forR4Cached())));
  static final Pseudonyms PSEUDONYMS =
      Pseudonyms.under("a key of a clinic that nobody else knows".getBytes(StandardCharsets.UTF_8));

  public static final String FEED =
      """
      clinic: GB-0001
      namespace: https://riverside.example
      zone: Europe/London
      lawful-basis: opt-in
      senders:
        - {application: PHARM, facility: RIVERSIDE}
        - {application: LAB, facility: RIVERSIDE}
      patient: {type: MR, authority: RIVERSIDE}
      course: PV1-50
      observed: true
      timing:
        at: OBX-4
        codes: {PRE: before, INF: during, POST: after}
      substances:
        KET50^99RIV: racemic-ketamine
        ESK28^99RIV: esketamine
      stop-reasons:
        AE^99RIV: adverse-effect
      observations:
        MADRS^99RIV: {is: depression-score, instrument: madrs-total, recall-days: 7}
        FIT^99RIV: {is: fit-to-leave}
      ignored:
        observations: [8867-4^LN]
        messages: [ADT^A02]
      """;

  public static final String ADMISSION =
      message(
          "MSH|^~\\&|PHARM|RIVERSIDE|KETREG|RIVERSIDE|20260914083000+0100||ADT^A04^ADT_A01|M-1|P|2.5.1",
          "EVN|A04|20260914083000",
          "PID|1||000123^^^RIVERSIDE^MR~943-476-5919^^^NHS^NH||Ashworth^Ann||19820314|F",
          "PV1|1|O|||||||||||||||||V-1091");

  public static final String ADMINISTRATION =
      message(
          "MSH|^~\\&|PHARM|RIVERSIDE|KETREG|RIVERSIDE|20260914121000+0100||RAS^O17^RAS_O17|M-2|P|2.5.1",
          "PID|1||000123^^^RIVERSIDE^MR||Ashworth^Ann||19820314|F",
          "PV1|1|O|||||||||||||||||V-1091|||||||||||||||||||||||||20260914093000|20260914120500|||||C-0412",
          "ORC|RE|O-77^PHARM|F-77^PHARM",
          "RXA|0|1|20260914095000|20260914103000|KET50^Ketamine 50"
              + " mg/mL^99RIV|35|mg|||||||||||||CP",
          "RXR|IV^Intravenous^HL70162",
          "OBX|1|NM|29463-7^Body weight^LN|PRE|70.5|kg|||||F|||20260914093500",
          "OBX|2|TS|FIT^Fit to leave^99RIV||20260914115500||||||F");

  public static final String SUPPLY =
      message(
          "MSH|^~\\&|PHARM|RIVERSIDE|KETREG|RIVERSIDE|20260914121000+0100||RDS^O13^RDS_O13|M-3|P|2.5.1",
          "PID|1||000123^^^RIVERSIDE^MR||Ashworth^Ann",
          "ORC|RE|O-80^PHARM|F-80^PHARM",
          "TQ1|1|||||14^d",
          "RXD|1|KET50^Ketamine capsule^99RIV|20260914123000|28|CAP||RX-9|||||||||25|mg",
          "RXR|PO^Oral^HL70162");

  public static final String ORDER =
      message(
          "MSH|^~\\&|PHARM|RIVERSIDE|KETREG|RIVERSIDE|20260914121000+0100||RDE^O11^RDE_O11|M-4|P|2.5.1",
          "PID|1||000123^^^RIVERSIDE^MR||Ashworth^Ann",
          "ORC|RE|O-81^PHARM|F-81^PHARM",
          "RXE||KET50^Ketamine capsule^99RIV|50||mg|||||700|mg||||||1|20260914123000|50^mg",
          "TQ1|1",
          "RXR|PO^Oral^HL70162");

  public static final String RESULTS =
      message(
          "MSH|^~\\&|LAB|RIVERSIDE|KETREG|RIVERSIDE|20260914121000+0100||ORU^R01^ORU_R01|M-5|P|2.5.1",
          "PID|1||000123^^^RIVERSIDE^MR||Ashworth^Ann",
          "PV1|1|O|||||||||||||||||V-1091",
          "ORC|RE|O-90^LAB",
          "OBR|1|O-90^LAB|F-90^LAB|VITALS^Vital signs^99RIV|||20260914094000",
          "OBX|1|NM|8480-6^Systolic^LN|PRE|128|mm[Hg]|||||F",
          "OBX|2|NM|8462-4^Diastolic^LN|PRE|82|mm[Hg]|||||F",
          "OBX|3|NM|8480-6^Systolic^LN|INF.1|151|mm[Hg]|||||F|||20260914101000",
          "OBX|4|NM|8462-4^Diastolic^LN|INF.1|94|mm[Hg]|||||F|||20260914101000",
          "OBX|5|NM|8867-4^Heart rate^LN||88|/min|||||F",
          "OBR|2|O-91^LAB|F-91^LAB|MADRS^Scale^99RIV|||20260914091500",
          "OBX|1|NM|MADRS^MADRS total^99RIV||31|{score}|||||F");

  private Riverside() {}

  /** Segments as they are sent. */
  public static String message(String... segments) {
    return String.join("\r", segments) + '\r';
  }

  static Feed feed() {
    return feed(FEED);
  }

  static Feed feed(String text) {
    try {
      Path file = Files.createTempFile("feed", ".yaml");
      try {
        return FeedFile.read(Files.writeString(file, text), TEMPLATES);
      } finally {
        Files.delete(file);
      }
    } catch (Mistaken e) {
      throw new IllegalArgumentException(String.join("\n", e.mistakes()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reception reception(Delivery delivery) {
    return reception(feed(), delivery);
  }

  static Reception reception(Feed feed, Delivery delivery) {
    return new Reception(
        feed,
        PSEUDONYMS,
        TEMPLATES,
        delivery,
        Clock.fixed(Instant.parse("2026-09-14T11:30:00Z"), ZoneOffset.UTC));
  }

  /** A registry that takes everything, or refuses everything, and remembers what it was sent. */
  static final class Registry implements Delivery {
    final List<ObjectNode> bundles = new ArrayList<>();
    final List<Fault> refusals = new ArrayList<>();
    boolean away;
    int awayAfter = Integer.MAX_VALUE;

    @Override
    public synchronized Answer send(ObjectNode bundle) throws Unreachable {
      if (away || bundles.size() >= awayAfter) {
        throw new Unreachable("Nobody answers.", new IOException());
      }
      bundles.add(bundle);
      return new Answer(refusals.isEmpty() ? Outcome.ACCEPTED : Outcome.REFUSED, refusals);
    }

    /** The one resource of a type in the one bundle. */
    JsonNode resource(String type) {
      List<JsonNode> found = resources(type);
      if (found.size() != 1) {
        throw new AssertionError(found.size() + " of " + type + " in " + bundles);
      }
      return found.get(0);
    }

    List<JsonNode> resources(String type) {
      List<JsonNode> found = new ArrayList<>();
      for (ObjectNode bundle : bundles) {
        for (JsonNode entry : bundle.path("entry")) {
          if (entry.path("resource").path("resourceType").asText().equals(type)) {
            found.add(entry.path("resource"));
          }
        }
      }
      return found;
    }
  }
}
