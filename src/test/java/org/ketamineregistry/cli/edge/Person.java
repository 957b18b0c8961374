package org.ketamineregistry.cli.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An invented person, all that she is known by, and what would show her in what leaves. */
final class Person {
  static final String NAME = "Zzyzxa Quillfeather";
  static final String NUMBER = "943-476-5919";
  static final String PHONE = "+44 20 7946 0958";
  static final String MAIL = "z.quillfeather@zzmailhost.test";
  static final String ADDRESS = "12 Mulberryhill Lane";
  static final String BORN = "1982-03-14";

  /** Each as it may stand in a field. */
  static final List<String> WORDS = List.of(NAME, NUMBER, PHONE, MAIL, ADDRESS);

  /** All of it in one text. */
  static final String EVERYTHING = String.join(", ", WORDS) + ", born " + BORN;

  private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");
  private static final int TELLING = 7;

  private Person() {}

  /**
   * Whatever would show her: the words, their pieces, other ways to write them, backwards, in
   * Base64 and in hexadecimal, and digests without a key, which anybody can make of all numbers. In
   * small letters.
   */
  static Set<String> traces() {
    Set<String> forms = new LinkedHashSet<>();
    for (String text : words()) {
      for (String form :
          List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
        forms.add(form);
        forms.add(form.replaceAll("[^\\p{Alnum}]", ""));
        forms.addAll(List.of(form.split("[^\\p{Alnum}]+")));
      }
    }
    forms.addAll(
        List.of(BORN, "19820314", "14.03.1982", "14/03/1982", "3/14/1982", "1982-3-14", "820314"));
    forms.removeIf(form -> form.length() < TELLING);
    Set<String> traces = new LinkedHashSet<>();
    for (String form : forms) {
      traces.add(form);
      traces.add(new StringBuilder(form).reverse().toString());
      traces.add(URLEncoder.encode(form, StandardCharsets.UTF_8));
      traces.add(HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8)));
      traces.addAll(inBase64(form));
      for (String algorithm : DIGESTS) {
        byte[] digest = digest(algorithm, form);
        // The first half shows one that was cut off.
        traces.add(HexFormat.of().formatHex(digest, 0, digest.length / 2));
        traces.add(Base64.getEncoder().encodeToString(digest).substring(0, digest.length / 2));
      }
    }
    Set<String> small = new LinkedHashSet<>();
    traces.forEach(trace -> small.add(trace.toLowerCase(Locale.ROOT)));
    return small;
  }

  private static List<String> words() {
    return List.of(NAME, NUMBER, PHONE, MAIL, ADDRESS, EVERYTHING);
  }

  /** A text within a longer one begins at any of three places of a group. */
  private static Set<String> inBase64(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (int before = 0; before < 3; before++) {
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString((" ".repeat(before) + text).getBytes(StandardCharsets.UTF_8));
      String inner = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
      if (inner.length() >= TELLING) {
        found.add(inner);
      }
    }
    return found;
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
