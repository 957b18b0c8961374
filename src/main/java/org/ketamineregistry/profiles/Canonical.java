package org.ketamineregistry.profiles;

/** The canonical base of the guide, in one place, and the names that hang on it. */
public final class Canonical {
  /** The canonical base of every artefact of the guide. */
  public static final String BASE = "https://ketamine-registry.example/fhir";

  /** Identifier system of the registry's pseudonym of a patient: one person, one value. */
  public static final String REGISTRY_PSEUDONYM = BASE + "/sid/registry-pseudonym";

  /** Identifier system of a clinic's own pseudonym of a patient, unique within the clinic. */
  public static final String CLINIC_PSEUDONYM = BASE + "/sid/clinic-pseudonym";

  /** Identifier system of a clinic within the registry. */
  public static final String CLINIC = BASE + "/sid/clinic";

  /** Identifier system of a receipt. */
  public static final String RECEIPT = BASE + "/sid/receipt";

  /** Identifier system of a finding. */
  public static final String FINDING = BASE + "/sid/finding";

  /** Code system of the registry's error codes, see {@code docs/errors.md}. */
  public static final String ERROR_CODES = codeSystem("registry-error-cs");

  /** The extension by which the provenance of an import has an identifier. */
  public static final String IMPORT_IDENTIFIER = extension("import-identifier");

  private Canonical() {}

  public static String profile(String id) {
    return BASE + "/StructureDefinition/" + id;
  }

  /** Extensions are structure definitions too. */
  public static String extension(String id) {
    return profile(id);
  }

  public static String codeSystem(String id) {
    return BASE + "/CodeSystem/" + id;
  }
}
