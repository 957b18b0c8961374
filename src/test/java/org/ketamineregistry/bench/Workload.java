package org.ketamineregistry.bench;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.profiles.ProfileIndex.Code;
import org.ketamineregistry.synthetic.Clinic;
import org.ketamineregistry.synthetic.Cohort;
import org.ketamineregistry.synthetic.SessionStream;

/**
 * The bundles of a run, ready to be sent. Every resource claims the profile that its content
 * selects, so that a server that goes by claims holds it against the same profile.
 */
final class Workload {
  private static final long SEED = 2_026;

  private final Map<String, byte[]> clinics;
  private final List<Sending> sendings;

  /** One bundle: the body of its request, and the same resources one by one. */
  static final class Sending {
    private final byte[] body;
    private final List<String> resources;
    private final String session;

    private Sending(byte[] body, List<String> resources, String session) {
      this.body = body;
      this.resources = resources;
      this.session = session;
    }

    byte[] body() {
      return body;
    }

    /** The session's identifier, {@code system|value}. */
    String session() {
      return session;
    }

    List<String> resources() {
      return resources;
    }
  }

  private Workload(Map<String, byte[]> clinics, List<Sending> sendings) {
    this.clinics = clinics;
    this.sendings = sendings;
  }

  static Workload of(int bundles) {
    return of(bundles, Cohort.of(SEED, 200).clinics());
  }

  /** The bundles of one clinic, which sends them all by itself. */
  static Workload ofOneClinic(int bundles) {
    return of(bundles, Cohort.of(SEED, 200).clinics().subList(0, 1));
  }

  private static Workload of(int bundles, List<Clinic> clinics) {
    FhirContext context = FhirContext.forR4Cached();
    ProfileIndex index = Definitions.load(context).index();
    Map<String, byte[]> registrations = new TreeMap<>();
    for (Clinic clinic : clinics) {
      var organization = clinic.registration();
      claim(organization, index);
      var identifier = organization.getIdentifierFirstRep();
      registrations.put(
          identifier.getSystem() + "|" + identifier.getValue(), bytes(context, organization));
    }
    SessionStream stream = SessionStream.of(SEED, clinics);
    List<Sending> sendings =
        LongStream.range(0, bundles)
            .parallel()
            .mapToObj(number -> sending(context, index, stream.bundle(number)))
            .toList();
    return new Workload(registrations, sendings);
  }

  /** The clinics by identifier, {@code system|value}, to be put before anything else. */
  Map<String, byte[]> clinics() {
    return clinics;
  }

  List<Sending> sendings() {
    return sendings;
  }

  int resources() {
    return sendings.stream().mapToInt(sending -> sending.resources().size()).sum();
  }

  double meanBytes() {
    return sendings.stream().mapToInt(sending -> sending.body().length).average().orElse(0);
  }

  private static Sending sending(FhirContext context, ProfileIndex index, Bundle bundle) {
    for (BundleEntryComponent entry : bundle.getEntry()) {
      claim(entry.getResource(), index);
    }
    return new Sending(
        bytes(context, bundle),
        bundle.getEntry().stream()
            .map(entry -> context.newJsonParser().encodeResourceToString(entry.getResource()))
            .toList(),
        session(bundle));
  }

  private static String session(Bundle bundle) {
    return bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(Encounter.class::isInstance)
        .map(resource -> ((Encounter) resource).getIdentifierFirstRep())
        .map(identifier -> identifier.getSystem() + "|" + identifier.getValue())
        .findFirst()
        .orElseThrow();
  }

  private static void claim(Resource resource, ProfileIndex index) {
    List<Code> codes =
        concepts(resource)
            .flatMap(concept -> concept.getCoding().stream())
            .map(coding -> new Code(coding.getSystem(), coding.getCode()))
            .toList();
    resource.getMeta().addProfile(index.profileFor(resource.fhirType(), codes).orElseThrow());
  }

  private static Stream<CodeableConcept> concepts(Resource resource) {
    if (resource instanceof Observation observation) {
      return Stream.of(observation.getCode());
    }
    if (resource instanceof Encounter encounter) {
      return encounter.getType().stream();
    }
    return resource instanceof Consent consent ? consent.getCategory().stream() : Stream.of();
  }

  private static byte[] bytes(FhirContext context, Resource resource) {
    return context
        .newJsonParser()
        .encodeResourceToString(resource)
        .getBytes(StandardCharsets.UTF_8);
  }
}
