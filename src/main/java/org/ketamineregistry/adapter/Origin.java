package org.ketamineregistry.adapter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of an adapter come from, as their provenance attests it. No name of a file is
 * in it, which may be that of a patient.
 *
 * @param kind of the source
 * @param basis on which the clinic gives its records to the registry
 * @param mapping by which the source is read; null where nothing declares it
 * @param source SHA-256 of the source, 64 hexadecimal digits; it leaves under the clinic's key
 *     alone, for a message or a file of one row could be guessed by its bare digest
 * @param recorded when the records are made
 */
public record Origin(
    Kind kind, Basis basis, @Nullable Mapping mapping, String source, Instant recorded) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public Origin {
    if (!DIGEST.matcher(source).matches()) {
      throw new IllegalArgumentException("A source is known by its SHA-256.");
    }
  }

  /** The kinds of sources, codes of the guide. */
  public enum Kind {
    SPREADSHEET,
    REDCAP,
    HL7_V2,
    FHIR_SERVER,
    NDJSON,
    FORM;

    /** The code of the guide. */
    public String code() {
      return coded(this);
    }
  }

  /** The lawful bases, codes of the guide (R16). */
  public enum Basis {
    OPT_IN,
    OPT_OUT,
    STATUTORY;

    /** The code of the guide. */
    public String code() {
      return coded(this);
    }

    /** The codes of the guide. */
    public static List<String> codes() {
      return Arrays.stream(values()).map(Basis::code).toList();
    }

    /**
     * @param code one of {@link #codes}
     */
    public static Basis of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * A declaration by which a source is read.
   *
   * @param name as its author calls it
   * @param digest SHA-256 of its text, 64 hexadecimal digits
   */
  public record Mapping(String name, String digest) {
    /**
     * Under a namespace of the clinic; what is no plain letter or digit of the name is left out.
     */
    String uri(String namespace) {
      String plain =
          name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      return namespace + "/mapping/" + plain + "?sha256=" + digest;
    }
  }

  private static String coded(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
